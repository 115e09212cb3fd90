import { Chalk } from 'chalk';
import type { Trend, TrendStep } from '../../history/trend.js';
import { largest } from '../../util/largest.js';
import type { Words } from '../../wording/words/words.js';
import { forCsv, forTerminal, toJson } from '../view/escape.js';
import { type Priced, saidHours, sumText } from '../view/hours-text.js';
import { hang, toColumns } from '../view/layout.js';
import type { FormatOptions } from './format.js';
import type { TrendFormat } from './names.js';

/** A trend with what is said about it. */
export interface ReportedTrend extends Trend {
  readonly tool: { readonly name: string; readonly version: string };
  readonly source: readonly string[];
  readonly every: string;
  /** Files of the last step that could not be judged. */
  readonly unreadable: number;
  readonly settings: Priced['settings'];
  /** How much was really parsed and judged, of what all steps hold. */
  readonly work: { readonly parsed: number; readonly judged: number; readonly seen: number };
}

/** What is not known is said to be, and not left out. */
function nothingIsNull(_: string, value: unknown): unknown {
  return value === undefined ? null : value;
}

type Display = Pick<FormatOptions, 'words' | 'width' | 'colour'>;

export const trendFormats: Readonly<Record<TrendFormat, (trend: ReportedTrend, display: Display) => string>> = {
  terminal: inTerminal,
  json: ({ tool, source, every, settings, ...trend }) =>
    toJson({ schemaVersion: 1, tool, source, every, hourlyCost: settings.hourlyCost, ...trend }, nothingIsNull),
  csv: inCsv,
};

/** What was given back comes first; then what came; then how it went, as lines to look at and as figures. */
function inTerminal(trend: ReportedTrend, { words, width, colour }: Display): string {
  const { history } = words;
  const chalk = new Chalk({ level: colour });
  const write = (text: string) => hang('', forTerminal(text), width);
  const [first] = trend.steps;
  const { eliminated, retired } = goneBy(trend);
  const [lighter, came, heavier] = [trend.lighter, trend.came, trend.heavier].map((some) => some.map(({ id }) => id));
  const parts = [
    ...(eliminated.length > 0 ? [history.eliminated(eliminated)] : []),
    ...(retired.length > 0 ? [history.retired(retired)] : []),
    ...(lighter!.length > 0 ? [history.lighter(lighter!)] : []),
  ];
  const head = [
    chalk.bold(
      write(
        parts.length > 0
          ? history.givenBack(first!.day, saidHours(trend.givenBack, trend, words), parts)
          : history.nothingGivenBack(first!.day),
      ),
    ),
    ...(came!.length + heavier!.length > 0
      ? [write(history.added(saidHours(trend.added, trend, words), came!, heavier!))]
      : []),
  ];
  const passing = trend.between.map(({ id }) => id);
  const notes = [
    ...(passing.length > 0 ? [history.between(passing)] : []),
    ...(trend.unreadable > 0 ? [history.unreadable(trend.unreadable)] : []),
    history.each,
  ].map(write);
  return `${[head.join('\n'), sparklines(trend.steps, width, words), table(trend.steps, words), notes.join('\n')].join('\n\n')}\n`;
}

function goneBy({ gone }: Trend) {
  const ids = (how: 'eliminated' | 'retired') => gone.filter((one) => one.how === how).map(({ id }) => id);
  return { eliminated: ids('eliminated'), retired: ids('retired') };
}

const BARS = '▁▂▃▄▅▆▇█';

/** Each series as a line of bars, from nothing to its most, with its first and its last figure. */
function sparklines(steps: readonly TrendStep[], width: number, { history, grammar }: Words): string {
  const { series: names } = history;
  const series = [
    [names.processes, steps.map(({ processes }) => processes), () => ''],
    [names.unjustified, steps.map(({ unjustified }) => unjustified), () => ''],
    [names.hours, steps.map((step) => step.hours.hours.high), (step: TrendStep) => unstated(step.hours)],
    [
      names.unjustifiedHours,
      steps.map((step) => step.unjustifiedHours.hours.high),
      (step: TrendStep) => unstated(step.unjustifiedHours),
    ],
  ] as const;
  const label = Math.max(...series.map(([name]) => name.length));
  const most = Math.max(8, width - label - 24);
  return series
    .map(([name, values, more]) => {
      const shown = values.length > most ? values.slice(-most) : values;
      const top = largest(values, 1);
      const bars = shown.map((value) => BARS[Math.min(7, Math.round((value / top) * 7))]).join('');
      return `  ${name.padEnd(label)}  ${bars}  ${grammar.number(values[0]!)}${more(steps[0]!)} → ${grammar.number(values.at(-1)!)}${more(steps.at(-1)!)}`;
    })
    .join('\n');
}

/** What is not stated is not in the bar. */
function unstated({ unknown }: TrendStep['hours']): string {
  return unknown > 0 ? ' + ?' : '';
}

function table(steps: readonly TrendStep[], words: Words): string {
  const { columns, series } = words.history;
  const { day, came, went, givenBack, unreadable } = columns;
  const hasUnreadable = steps.some((step) => step.unreadable > 0);
  const rows = [
    [day, series.unjustified, series.hours, came, went, givenBack, unreadable],
    ...steps.map((step) => [
      step.day,
      words.history.of(step.unjustified, step.processes),
      sumText(step.hours, words),
      countOf(step.came),
      countOf([...step.eliminated, ...step.retired]),
      step.eliminated.length + step.retired.length + step.lighter.length > 0 ? sumText(step.givenBack, words) : '',
      step.unreadable > 0 ? String(step.unreadable) : '',
    ]),
  ].map((row) => (hasUnreadable ? row : row.slice(0, -1)));
  const widths = rows[0]!.map((_, column) =>
    largest(
      rows.map((row) => row[column]!.length),
      0,
    ),
  );
  return rows
    .map((row) =>
      `  ${row.map((cell, column) => toColumns(cell, widths[column]!, column === 0 ? 'left' : 'right')).join('  ')}`.trimEnd(),
    )
    .join('\n');
}

function countOf(ids: readonly string[]): string {
  return ids.length > 0 ? String(ids.length) : '';
}

/** RFC 4180, a line a step; hours rounded to two decimals, lists of ids joined by blanks. */
function inCsv({ steps }: ReportedTrend): string {
  const head =
    'day,commit,processes,keep,undecided,eliminate,unjustified,hours_low,hours_high,hours_not_stated,unjustified_hours_low,unjustified_hours_high,unjustified_hours_not_stated,came,eliminated,retired,lighter,heavier,given_back_low,given_back_high,given_back_not_stated,added_low,added_high,added_not_stated,unreadable';
  const number = (value: number) => String(Math.round(value * 100) / 100);
  const rows = steps.map((step) =>
    [
      step.day,
      step.commit,
      step.processes,
      step.verdicts.keep,
      step.verdicts.undecided,
      step.verdicts.eliminate,
      step.unjustified,
      number(step.hours.hours.low),
      number(step.hours.hours.high),
      step.hours.unknown,
      number(step.unjustifiedHours.hours.low),
      number(step.unjustifiedHours.hours.high),
      step.unjustifiedHours.unknown,
      step.came.join(' '),
      step.eliminated.join(' '),
      step.retired.join(' '),
      step.lighter.join(' '),
      step.heavier.join(' '),
      number(step.givenBack.hours.low),
      number(step.givenBack.hours.high),
      step.givenBack.unknown,
      number(step.added.hours.low),
      number(step.added.hours.high),
      step.added.unknown,
      step.unreadable,
    ]
      .map((cell) => forCsv(String(cell)))
      .join(','),
  );
  return `${[head, ...rows].join('\r\n')}\r\n`;
}
