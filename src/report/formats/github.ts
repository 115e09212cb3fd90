import type { Place } from '../../format/places.js';
import { english } from '../../wording/en.js';
import { count } from '../../wording/phrases.js';
import { forGitHub, forGitHubProperty, forTerminal } from '../escape.js';
import type { Report, ReportedProcess } from '../model.js';
import { isFailing, type Result, resultsOf } from '../results.js';
import type { Format, FormatOptions } from './format.js';
import { pathFrom } from './path-from.js';

type Level = 'error' | 'warning' | 'notice';

/**
 * Annotations for GitHub Actions (workflow commands): one a process, since GitHub shows only the first ten of each level.
 * Errors fail, warnings are let through, undecided or about waivers; one notice says what passes and what does not apply.
 */
export const github: Format = (report, options) => {
  const results = resultsOf(report);
  const failing = report.processes
    .filter(({ gate }) => gate.standing === 'fails')
    .map((one) => annotate('error', one.name, textOf(one, results), one.gate.reasons[0]!.place, options));
  const problems = report.problems.map(({ message, hint, place }) =>
    annotate('error', english.gate.outcome['not-judged'], hint ? `${message}\n${hint}` : message, place, options),
  );
  const ofAll = results.filter((result) => result.process === null && isFailing(result));
  const limits = ofAll.map(({ text, place, name }) => annotate('error', name, text, place, options));
  const lines = [...problems, ...failing, ...limits];
  if (!options.isOnlyFailures) {
    const letThrough = report.processes
      .filter(({ gate }) => gate.reasons.length > 0 && gate.standing !== 'fails')
      .map((one) => annotate('warning', one.name, textOf(one, results), one.gate.reasons[0]!.place, options));
    const others = results
      .filter(({ kind, rule }) => kind === 'open' || (kind === 'note' && rule in english.findings))
      .map(({ name, text, place }) => annotate('warning', name, text, place, options));
    lines.push(
      ...letThrough,
      ...others,
      `::notice title=${forGitHubProperty('audit check')}::${forGitHub(passing(report))}`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
};

function annotate(
  level: Level,
  title: string,
  text: string,
  { file, line, column }: Place,
  options: FormatOptions,
): string {
  const where = { file: pathFrom(file, options), line: String(line), col: String(column), title: forTerminal(title) };
  const properties = Object.entries(where).map(([key, value]) => `${key}=${forGitHubProperty(value)}`);
  const lines = text.split('\n').map(forTerminal).join('\n');
  return `::${level} ${properties.join(',')}::${forGitHub(lines)}`;
}

function textOf({ id, verdict }: ReportedProcess, results: readonly Result[]): string {
  const own = results.filter(({ process, kind }) => process === id && kind === 'fail');
  const title = verdict.conditions.length > 0 ? english.verdicts.conditions : english.verdicts[verdict.name];
  const lines = own.map(({ text }) => text);
  const quoted = verdict.rules.flatMap(({ because }) => because.map(({ question, text }) => `${question}: ${text}`));
  const letThrough = own[0]?.letThrough ? [own[0].letThrough.text] : [];
  return [title, ...lines, ...(verdict.name === 'eliminate' ? new Set(quoted) : []), ...letThrough].join('\n');
}

function passing({ processes, gate }: Report): string {
  const passes = processes.filter(({ gate: { standing } }) => standing === 'passes').map(({ id }) => id);
  const lines = [
    `${count(passes.length, 'process passes', 'processes pass')}${passes.length > 0 ? `: ${passes.join(', ')}` : ''}`,
  ];
  const notApplicable = processes.flatMap(({ id, assessments }) => {
    const questions = assessments.filter(({ outcome }) => outcome === 'not-applicable').map(({ question }) => question);
    return questions.length > 0 ? [`${id} (${questions.join(', ')})`] : [];
  });
  if (notApplicable.length > 0) lines.push(`Not applicable: ${notApplicable.join(', ')}`);
  if (gate.line) lines.push(gate.line);
  return lines.join('\n');
}
