import type { ChalkInstance } from 'chalk';
import { questions } from '../../../questions/index.js';
import type { Words } from '../../../wording/words/words.js';
import type { Report, ReportedProcess } from '../../model.js';
import { forTerminal } from '../../view/escape.js';
import { toColumns, width } from '../../view/layout.js';
import { mark } from '../../view/marks.js';
import type { FormatOptions } from '../format.js';

/** How many terminal columns each part of a row takes; the same in every section, so that all rows stand in line. */
export interface RowColumns {
  readonly name: number;
  readonly score: number;
  readonly hours: number;
  readonly owner: number;
}

/** What a row is drawn with. */
export interface Drawing {
  readonly chalk: ChalkInstance;
  readonly words: Words;
}

const GAP = '  ';
const NUMBERS = questions.map(({ number }) => number).join(' ');
const LONGEST_OWNER = 20;

/** Numbers are never cut; name and owner share what they leave. */
export function rowColumns({ processes }: Report, { words, width: total }: FormatOptions): RowColumns {
  const { columns } = words.terminal;
  const longest = (head: string, cell: (one: ReportedProcess, words: Words) => string) =>
    processes.reduce((most, one) => Math.max(most, width(cell(one, words))), width(head));
  const score = longest(columns.score, scoreText);
  const hoursColumn = longest(columns.hours, hoursText);
  const left = total - score - hoursColumn - NUMBERS.length - 4 * GAP.length;
  const wanted = Math.min(longest(columns.owner, ownerText), LONGEST_OWNER);
  const owner = Math.min(wanted, Math.floor(left * 0.4));
  return { name: left - owner, score, hours: hoursColumn, owner };
}

/** The line above a section's rows: its name, and what the columns are. */
export function headRow(
  label: string,
  columns: RowColumns,
  inColour: (text: string) => string,
  { chalk, words }: Drawing,
): string {
  const { name, score, hours: hoursColumn } = columns;
  const heads = words.terminal.columns;
  const head = [
    NUMBERS,
    toColumns(heads.score, score, 'right'),
    toColumns(heads.hours, hoursColumn, 'right'),
    heads.owner,
  ];
  return inColour(toColumns(label, name)) + chalk.dim(GAP + head.join(GAP));
}

/** A process in one line: name, a mark for each question, score, hours a year, owner. */
export function processRow(one: ReportedProcess, columns: RowColumns, { chalk, words }: Drawing): string {
  return [
    chalk.bold(toColumns(forTerminal(one.name), columns.name)),
    one.assessments.map(({ outcome }) => mark(outcome, chalk)).join(' '),
    toColumns(scoreText(one, words), columns.score, 'right'),
    toColumns(hoursText(one, words), columns.hours, 'right'),
    toColumns(ownerText(one, words), columns.owner).trimEnd(),
  ].join(GAP);
}

function scoreText({ verdict }: ReportedProcess, { grammar, common }: Words): string {
  return verdict.score ? grammar.points(verdict.score) : common.noScore;
}

function hoursText({ burden }: ReportedProcess, { grammar }: Words): string {
  return burden.hours ? grammar.hours(burden.hours) : '?';
}

function ownerText({ owner }: ReportedProcess, { hours }: Words): string {
  return owner === null ? hours.nobody : forTerminal(owner);
}
