import type { ChalkInstance } from 'chalk';
import type { Place } from '../../../places/places.js';
import { sentence } from '../../../wording/en/grammar.js';
import { english } from '../../../wording/en/index.js';
import type { ReportedProcess } from '../../model.js';
import { forTerminal } from '../../view/escape.js';
import { hang } from '../../view/layout.js';
import { MARKS, mark } from '../../view/marks.js';
import { withoutRepeats } from '../../view/rules-without-repeats.js';
import { groupByWhom } from '../../view/whom-to-ask.js';
import type { FormatOptions } from '../format.js';

/** What stands under the row of a process: the rules and words behind its verdict, whom to ask, conditions, duty, waiver. */
export function details(one: ReportedProcess, options: FormatOptions, chalk: ChalkInstance): string[] {
  const lines: string[] = [];
  const add = (first: string, text: string) => lines.push(hang(`  ${first}`, forTerminal(text), options.width));
  const { verdict, waiver, mandate } = one;
  if (verdict.name === 'eliminate' || verdict.isKeptByMandate) {
    for (const { text, because } of withoutRepeats(verdict.rules)) {
      add('', sentence(verdict.isKeptByMandate ? `a duty keeps it, although ${text}` : text));
      for (const ground of because) {
        add('  ', `${ground.question}: ${ground.text}`);
        lines.push(`    ${at(ground.place, chalk)}`);
      }
    }
  }
  if (verdict.isKeptByMandate && verdict.rules.length === 0)
    add('', 'A duty keeps it; without it, it would not be kept.');
  if (verdict.isKeptByMandate && mandate) add('duty: ', mandate.text);
  if (mandate && !mandate.isValid) add('expired duty: ', mandate.text);
  for (const { whom, questions: open } of groupByWhom(verdict)) add('', english.interview.ask(whom, open));
  for (const { question, text, outcome } of verdict.conditions) add(`${MARKS[outcome]} `, `${question}: ${text}`);
  if (waiver) {
    add('', `${english.gate.waiver(waiver)} (${waiver.approvedBy}): ${waiver.reason}`);
  }
  if (options.isVerbose) lines.push(...allReasons(one, options, chalk));
  return lines;
}

function allReasons(one: ReportedProcess, { width }: FormatOptions, chalk: ChalkInstance): string[] {
  const lines = [`  id: ${one.id}`, `  file: ${at(one.place, chalk)}`];
  lines.push(hang('  hours: ', forTerminal(one.burden.text), width));
  for (const { number, title, outcome, reasons, voices } of one.assessments) {
    lines.push(`  ${mark(outcome, chalk)} ${number} ${title}: ${english.outcomes[outcome]}`);
    for (const { counts, by, answer, why, on, place } of voices) {
      const said = `${by}${on ? `, ${on}` : ''}: ${answer}${why ? `, ${why}` : ''}${counts ? '' : ' (does not count)'}`;
      lines.push(hang('      ', `${forTerminal(said)} ${at(place, chalk)}`, width));
    }
    for (const { text, place, isDecisive } of reasons) {
      lines.push(hang(isDecisive ? '    > ' : '    - ', `${forTerminal(text)} ${at(place, chalk)}`, width));
    }
  }
  return lines;
}

/** A place, as a terminal that knows files can open it. */
export function at({ file, line, column }: Place, chalk: ChalkInstance): string {
  return chalk.dim(`${forTerminal(file)}:${line}:${column}`);
}
