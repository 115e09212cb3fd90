import type { ChalkInstance } from 'chalk';
import { largest } from '../../../util/largest.js';
import type { Report } from '../../model.js';
import { forTerminal } from '../../view/escape.js';
import { sumText } from '../../view/hours-text.js';
import { hang, toColumns, width } from '../../view/layout.js';
import type { FormatOptions } from '../format.js';

/** So many owners and roles are shown; all are in --verbose. */
const MOST_SHOWN = 8;
const LONGEST_NAME = 36;

interface Table {
  readonly title: string;
  /** The first is a name, the others are numbers. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Who imposes how many hours, and who spends them. */
export function hoursBlocks(report: Report, options: FormatOptions, chalk: ChalkInstance): string[] {
  const { owners, roles } = report.hours;
  const { words } = options;
  const { columns } = words.hours;
  const known = roles.filter(({ all }) => all.hours.high > 0 || all.unknown > 0);
  const tables: Table[] = [
    {
      title: words.hours.owners,
      head: ['', columns.processes, columns.all, columns.unjustified],
      rows: owners.map(({ owner, processes, all, unjustified }) => [
        owner ?? words.hours.nobody,
        String(processes),
        sumText(all, words),
        sumText(unjustified, words),
      ]),
    },
    {
      title: words.hours.roles,
      head: ['', columns.processes, columns.all, columns.aWeek, columns.unjustifiedAWeek],
      rows: known.map(({ role, processes, all, unjustified, aWeek, unjustifiedAWeek }) => [
        role,
        String(processes),
        sumText(all, words),
        sumText({ hours: aWeek, unknown: all.unknown }, words),
        sumText({ hours: unjustifiedAWeek, unknown: unjustified.unknown }, words),
      ]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 1).map((table) => toBlock(table, options, chalk));
}

function toBlock({ title, head, rows }: Table, options: FormatOptions, chalk: ChalkInstance): string {
  const shown = options.isVerbose ? rows : rows.slice(0, MOST_SHOWN);
  const widths = head.map((cell, column) =>
    Math.min(
      LONGEST_NAME,
      largest(
        shown.map((row) => width(forTerminal(row[column]!))),
        width(cell),
      ),
    ),
  );
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => toColumns(forTerminal(cell), widths[column]!, column === 0 ? 'left' : 'right')).join('  ')}`.trimEnd();
  const left = rows.length - shown.length;
  return [
    chalk.bold(hang('', title, options.width)),
    chalk.dim(line(head)),
    ...shown.map(line),
    ...(left > 0 ? [`  ${options.words.terminal.moreRows(left)}`] : []),
  ].join('\n');
}
