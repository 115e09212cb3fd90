import type { ChalkInstance } from 'chalk';
import type { Place } from '../../../places/places.js';
import { spotOf } from '../../../places/spot.js';
import type { ReportedProcess } from '../../model.js';
import { forTerminal } from '../../view/escape.js';
import { hang } from '../../view/layout.js';
import { MARKS, mark } from '../../view/marks.js';
import { withoutRepeats } from '../../view/rules-without-repeats.js';
import { groupByWhom } from '../../view/whom-to-ask.js';
import type { FormatOptions } from '../format.js';

/** What stands under the row of a process: the rules and words behind its verdict, whom to ask, conditions, duty, waiver. */
export function details(one: ReportedProcess, options: FormatOptions, chalk: ChalkInstance): string[] {
  const { words } = options;
  const { common, grammar } = words;
  const lines: string[] = [];
  const add = (first: string, text: string) => lines.push(hang(`  ${first}`, forTerminal(text), options.width));
  const { verdict, waiver, mandate } = one;
  if (verdict.name === 'eliminate' || verdict.isKeptByMandate) {
    for (const { text, because } of withoutRepeats(verdict.rules)) {
      add('', grammar.sentence(verdict.isKeptByMandate ? common.byDuty(text) : text));
      for (const ground of because) {
        add('  ', `${ground.question}: ${ground.text}`);
        lines.push(`    ${at(ground.place, chalk)}`);
      }
    }
  }
  if (verdict.isKeptByMandate && verdict.rules.length === 0) add('', common.onlyByDuty);
  if (verdict.isKeptByMandate && mandate) add(`${common.duty}: `, mandate.text);
  if (mandate && !mandate.isValid) add(`${common.expiredDuty}: `, mandate.text);
  for (const { whom, questions: open } of groupByWhom(verdict)) add('', words.interview.ask(whom, open));
  for (const { question, text, outcome } of verdict.conditions) add(`${MARKS[outcome]} `, `${question}: ${text}`);
  if (waiver) add('', common.waiver(words.gate.waiver(waiver), waiver.approvedBy, waiver.reason));
  if (options.isVerbose) lines.push(...allReasons(one, options, chalk));
  return lines;
}

function allReasons(one: ReportedProcess, { words, width }: FormatOptions, chalk: ChalkInstance): string[] {
  const { labels } = words.terminal;
  const lines = [`  ${labels.id}: ${one.id}`, `  ${labels.file}: ${at(one.place, chalk)}`];
  lines.push(hang(`  ${labels.hours}: `, forTerminal(one.burden.text), width));
  for (const { number, title, outcome, reasons, voices } of one.assessments) {
    lines.push(`  ${mark(outcome, chalk)} ${number} ${title}: ${words.outcomes[outcome]}`);
    for (const { counts, by, answer, why, on, place } of voices) {
      const answered = words.common.said({ by, on, answer: words.outcomes[answer], why });
      const said = counts ? answered : `${answered} (${words.common.doesNotCount})`;
      lines.push(hang('      ', `${forTerminal(said)} ${at(place, chalk)}`, width));
    }
    for (const { text, place, isDecisive } of reasons) {
      lines.push(hang(isDecisive ? '    > ' : '    - ', `${forTerminal(text)} ${at(place, chalk)}`, width));
    }
  }
  return lines;
}

/** A place, as a terminal that knows files can open it. */
export function at(place: Place, chalk: ChalkInstance): string {
  return chalk.dim(forTerminal(spotOf(place)));
}
