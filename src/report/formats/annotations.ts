import type { Place } from '../../places/places.js';
import type { Words } from '../../wording/words/words.js';
import type { Report, ReportedProcess } from '../model.js';
import { forTerminal } from '../view/escape.js';
import { isAboutWaiver } from '../view/findings-by-rule.js';
import { isFailing, type Result, resultsOf } from '../view/results.js';
import { verdictTitle } from '../view/verdict-title.js';
import type { FormatOptions } from './format.js';

/** What a CI system shows beside a line: errors fail, warnings are let through, undecided or about waivers. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  /** Lines of text. */
  readonly text: string;
  /** None: about all processes together. */
  readonly place: Place | undefined;
}

/** One annotation a process, since CI systems show only the first few; and one notice on what passes or does not apply. */
export function annotationsOf(report: Report, { words, isOnlyFailures = false }: FormatOptions): Annotation[] {
  const results = resultsOf(report, words);
  const of = (level: Annotation['level'], one: ReportedProcess): Annotation => ({
    level,
    title: one.name,
    text: textOf(one, results, words),
    place: one.gate.reasons[0]!.place,
  });
  const failing = report.processes.filter(({ gate }) => gate.standing === 'fails').map((one) => of('error', one));
  const problems = report.problems.map(
    ({ message, hint, place }): Annotation => ({
      level: 'error',
      title: words.gate.outcome['not-judged'],
      text: hint ? `${message}\n${hint}` : message,
      place,
    }),
  );
  const limits = results
    .filter((result) => result.process === null && isFailing(result))
    .map(({ name, text, place }): Annotation => ({ level: 'error', title: name, text, place }));
  if (isOnlyFailures) return [...problems, ...failing, ...limits].map(withPlainText);
  const letThrough = report.processes.filter(({ gate }) => gate.standing === 'waived').map((one) => of('warning', one));
  const others = results
    .filter(({ kind, rule }) => kind === 'open' || (kind === 'note' && isAboutWaiver({ rule })))
    .map(({ name, text, place }): Annotation => ({ level: 'warning', title: name, text, place }));
  const passes: Annotation = {
    level: 'notice',
    title: words.results.title,
    text: passing(report, words),
    place: undefined,
  };
  return [...problems, ...failing, ...limits, ...letThrough, ...others, passes].map(withPlainText);
}

function withPlainText(annotation: Annotation): Annotation {
  const text = annotation.text.split('\n').map(forTerminal).join('\n');
  return { ...annotation, title: forTerminal(annotation.title), text };
}

function textOf(one: ReportedProcess, results: readonly Result[], words: Words): string {
  const { id, verdict } = one;
  const own = results.filter(({ process, kind }) => process === id && kind === 'fail');
  const lines = own.map(({ text }) => text);
  const quoted = verdict.rules.flatMap(({ because }) => because.map(({ question, text }) => `${question}: ${text}`));
  const letThrough = own[0]?.letThrough ? [own[0].letThrough.text] : [];
  return [
    verdictTitle(one, words),
    ...lines,
    ...(verdict.name === 'eliminate' ? new Set(quoted) : []),
    ...letThrough,
  ].join('\n');
}

function passing({ processes, gate }: Report, words: Words): string {
  const passes = processes.filter(({ gate: { standing } }) => standing === 'passes').map(({ id }) => id);
  const lines = [words.results.passing(passes)];
  for (const standing of ['in-baseline', 'unchanged'] as const) {
    const ids = processes.filter((one) => one.gate.standing === standing).map(({ id }) => id);
    if (ids.length > 0) lines.push(words.results.standing(ids.length, words.gate.states[standing], ids));
  }
  const notApplicable = processes.flatMap(({ id, assessments }) => {
    const questions = assessments.filter(({ outcome }) => outcome === 'not-applicable').map(({ question }) => question);
    return questions.length > 0 ? [`${id} (${questions.join(', ')})`] : [];
  });
  if (notApplicable.length > 0) lines.push(words.results.notApplicable(notApplicable));
  if (gate.line) lines.push(gate.line);
  return lines.join('\n');
}
