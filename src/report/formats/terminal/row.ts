import type { ChalkInstance } from 'chalk';
import { hours, points } from '../../../wording/en/grammar.js';
import type { Report, ReportedProcess } from '../../model.js';
import { forTerminal } from '../../view/escape.js';
import { toColumns, width } from '../../view/layout.js';
import { MARKS_HEAD, mark } from '../../view/marks.js';

/** How many terminal columns each part of a row takes; the same in every section, so that all rows stand in line. */
export interface RowColumns {
  readonly name: number;
  readonly score: number;
  readonly hours: number;
  readonly owner: number;
}

const GAP = '  ';
const LONGEST_OWNER = 20;

/** Numbers are never cut; name and owner share what they leave. */
export function rowColumns({ processes }: Report, total: number): RowColumns {
  const longest = (head: string, cell: (one: ReportedProcess) => string) =>
    processes.reduce((most, one) => Math.max(most, width(cell(one))), width(head));
  const score = longest('score', scoreText);
  const hoursColumn = longest('h/year', hoursText);
  const left = total - score - hoursColumn - MARKS_HEAD.length - 4 * GAP.length;
  const wanted = Math.min(longest('owner', ownerText), LONGEST_OWNER);
  const owner = Math.min(wanted, Math.floor(left * 0.4));
  return { name: left - owner, score, hours: hoursColumn, owner };
}

/** The line above a section's rows: its name, and what the columns are. */
export function headRow(
  label: string,
  columns: RowColumns,
  inColour: (text: string) => string,
  chalk: ChalkInstance,
): string {
  const { name, score, hours: hoursColumn } = columns;
  const head = [MARKS_HEAD, toColumns('score', score, 'right'), toColumns('h/year', hoursColumn, 'right'), 'owner'];
  return inColour(toColumns(label, name)) + chalk.dim(GAP + head.join(GAP));
}

/** A process in one line: name, a mark for each question, score, hours a year, owner. */
export function processRow(one: ReportedProcess, columns: RowColumns, chalk: ChalkInstance): string {
  return [
    chalk.bold(toColumns(forTerminal(one.name), columns.name)),
    one.assessments.map(({ outcome }) => mark(outcome, chalk)).join(' '),
    toColumns(scoreText(one), columns.score, 'right'),
    toColumns(hoursText(one), columns.hours, 'right'),
    toColumns(ownerText(one), columns.owner).trimEnd(),
  ].join(GAP);
}

function scoreText({ verdict }: ReportedProcess): string {
  return verdict.score ? points(verdict.score) : 'none';
}

function hoursText({ burden }: ReportedProcess): string {
  return burden.hours ? hours(burden.hours) : '?';
}

function ownerText({ owner }: ReportedProcess): string {
  return owner === null ? 'nobody' : forTerminal(owner);
}
