import { isFailing, type Result, resultsOf } from '../results.js';
import type { Format } from './format.js';
import { pathFrom } from './path-from.js';

/**
 * GitLab's Code Quality report. The format knows only issues: what passes, does not apply or is let through is listed as
 * `info`, so that a merge request shows what became of it.
 */
export const gitlab: Format = (report, options) => {
  const problems = report.problems.map(({ code, message, hint, place }) => ({
    severity: 'blocker',
    rule: code,
    description: hint ? `${message}; ${hint}` : message,
    place,
    fingerprint: `${place.file}/${code}/${message}`,
  }));
  const all = resultsOf(report);
  const results = (options.isOnlyFailures ? all.filter(isFailing) : all).map((result) => ({
    ...result,
    severity: severityOf(result),
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
  return `${JSON.stringify(issues, null, 2)}\n`;
};

function severityOf(result: Result): 'info' | 'minor' | 'major' | 'critical' {
  if (isFailing(result)) return result.rule === 'undecided' ? 'major' : 'critical';
  return result.kind === 'note' || result.kind === 'open' ? 'minor' : 'info';
}
