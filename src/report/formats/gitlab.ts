import type { Words } from '../../wording/words/words.js';
import { toJson } from '../view/escape.js';
import { isAboutWaiver } from '../view/findings-by-rule.js';
import { isFailing, type Result, resultsOf } from '../view/results.js';
import type { Format } from './format.js';
import { pathFrom } from './path-from.js';

/**
 * GitLab's Code Quality report. The format knows only issues: what passes, does not apply or is let through is listed as
 * `info`, so that a merge request shows what became of it.
 */
export const gitlab: Format = (report, options) => {
  const problems = report.problems.map(({ code, message, hint, place }, index) => ({
    severity: 'blocker',
    rule: code,
    description: hint ? `${message}; ${hint}` : message,
    place,
    fingerprint: `${place.file}/${code}/${message}/${timesBefore(index, report.problems)}`,
  }));
  const all = resultsOf(report, options.words);
  const results = (options.isOnlyFailures ? all.filter(isFailing) : all).map((result) => ({
    ...result,
    severity: severityOf(result, options.words),
    // What was let through and fails now, or the other way round, is news to a merge request.
    fingerprint: `${result.fingerprint}/${result.letThrough?.by ?? result.kind}`,
    description: `${result.name}: ${result.text}${result.letThrough ? ` (${result.letThrough.text})` : ''}`,
  }));
  const issues = [...problems, ...results].map(({ description, rule, fingerprint, severity, place }) => ({
    type: 'issue',
    categories: ['Clarity'],
    description,
    check_name: rule,
    fingerprint,
    severity,
    location: {
      path: pathFrom(place.file, options),
      lines: { begin: place.line },
      positions: { begin: { line: place.line, column: place.column }, end: { line: place.line, column: place.column } },
    },
  }));
  return toJson(issues);
};

function severityOf(result: Result, { findings }: Words): 'info' | 'minor' | 'major' | 'critical' {
  if (isFailing(result)) return result.rule === 'undecided' ? 'major' : 'critical';
  const isFinding = result.rule in findings && !isAboutWaiver(result);
  return (result.kind === 'note' && !isFinding) || result.kind === 'open' ? 'minor' : 'info';
}

/** How often the same mistake was made above in the same file. */
function timesBefore(index: number, problems: readonly { message: string; place: { file: string } }[]): number {
  const { message, place } = problems[index]!;
  return problems.slice(0, index).filter((one) => one.message === message && one.place.file === place.file).length;
}
