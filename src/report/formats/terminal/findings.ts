import type { ChalkInstance } from 'chalk';
import type { Report } from '../../model.js';
import { forTerminal } from '../../view/escape.js';
import { groupByRule, isAboutWaiver } from '../../view/findings-by-rule.js';
import { hang } from '../../view/layout.js';
import type { FormatOptions } from '../format.js';
import { at } from './details.js';

/** So many processes are named for a rule; the others are in --verbose. */
const MOST_NAMED = 20;

/**
 * What there is to say beyond the questions. Waivers that do not count are told in full, the rest by rule with the ids it
 * is about, or in full too when all reasons are wanted.
 */
export function findingsBlock({ findings }: Report, options: FormatOptions, chalk: ChalkInstance): string {
  if (findings.length === 0) return '';
  const { words, width, isVerbose } = options;
  const { sentence } = words.grammar;
  const isTold = (finding: { rule: string }) => isVerbose || isAboutWaiver(finding);
  const told = findings.filter(isTold);
  const full = told.map(({ rule, process: id, text, remedy, place }) =>
    [
      `  ${at(place, chalk)}  ${rule}`,
      hang('    ', forTerminal(isAboutWaiver({ rule }) ? sentence(text) : `${id}: ${text}.`), width),
      hang('    ', forTerminal(sentence(remedy)), width),
    ].join('\n'),
  );
  const grouped = groupByRule(findings.filter((finding) => !isTold(finding))).map(({ rule, some }) => {
    const ids = [...new Set(some.map((finding) => finding.process))];
    const named =
      ids.length > MOST_NAMED
        ? `${ids.slice(0, MOST_NAMED).join(', ')} ${words.common.more(ids.length - MOST_NAMED)}`
        : ids.join(', ');
    return hang('  ', forTerminal(`${words.findings[rule].title} (${rule}): ${named}`), width);
  });
  const more = grouped.length > 0 ? [`  ${words.terminal.findings.more}`] : [];
  return [
    chalk.bold(`${words.terminal.findings.title.toUpperCase()} (${findings.length})`),
    ...full,
    ...grouped,
    ...more,
  ].join('\n');
}
