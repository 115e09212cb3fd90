import type { ReportedRule } from '../model.js';

/**
 * The rules behind a verdict, each ground quoted once: what an earlier rule has quoted is not said again, and a low score
 * beside other rules needs no quotation of its own.
 */
export function withoutRepeats(rules: readonly ReportedRule[]): ReportedRule[] {
  const quoted = new Set<string>();
  return rules.map((rule, index) => {
    const isBesideOthers = index > 0 && rule.rule === 'score-too-low';
    const because = isBesideOthers ? [] : rule.because.filter(({ question }) => !quoted.has(question));
    for (const { question } of because) quoted.add(question);
    return { ...rule, because };
  });
}
