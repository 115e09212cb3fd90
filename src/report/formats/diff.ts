import { Chalk } from 'chalk';
import { sentence } from '../../wording/en/grammar.js';
import { english } from '../../wording/en/index.js';
import type { DiffChange, DiffSide, ReportDiff } from '../diff/diff.js';
import { forMarkdown, forMarkdownCode, forTerminal, toJson } from '../view/escape.js';
import { type Priced, saidHours } from '../view/hours-text.js';
import { hang } from '../view/layout.js';
import type { FormatOptions } from './format.js';
import type { DiffFormat } from './names.js';

const { history: words } = english;

type Display = Pick<FormatOptions, 'words' | 'width' | 'colour'>;
type Write = (diff: ReportDiff, display: Display, priced: Priced) => string;

export const diffFormats: Readonly<Record<DiffFormat, Write>> = {
  terminal: inTerminal,
  json: (diff) => toJson({ schemaVersion: 1, ...diff }),
  markdown: inMarkdown,
};

function headOf(diff: ReportDiff, priced: Priced): string[] {
  const { went, lighter, came, heavier, from, to } = diff;
  const ids = (how: 'eliminated' | 'retired') => went.filter((one) => one.how === how).map(({ id }) => id);
  const [eliminated, retired] = [ids('eliminated'), ids('retired')];
  const parts = [
    ...(eliminated.length > 0 ? [words.eliminated(eliminated)] : []),
    ...(retired.length > 0 ? [words.retired(retired)] : []),
    ...(lighter.length > 0 ? [words.lighter(lighter)] : []),
  ];
  return [
    parts.length > 0
      ? words.givenBack(from.asOf, saidHours(diff.givenBack, priced), parts)
      : words.nothingGivenBack(from.asOf),
    ...(came.length + heavier.length > 0
      ? [
          words.added(
            saidHours(diff.added, priced),
            came.map(({ id }) => id),
            [...heavier],
          ),
        ]
      : []),
    ...[from, to].map((side) => words.diff.totals(labelOf(side), totalsOf(side, priced))),
  ];
}

function totalsOf({ processes, unjustified, hours, unreadable }: DiffSide, priced: Priced) {
  return { processes, unjustified, hours: saidHours(hours, priced), unreadable };
}

function labelOf({ label, asOf }: DiffSide): string {
  return label === 'now' ? words.diff.now(asOf) : words.diff.at(label, asOf);
}

function titleOf({ from, to }: ReportDiff): string {
  return words.diff.heading(labelOf(from), labelOf(to));
}

function inTerminal(diff: ReportDiff, { width, colour }: Display, priced: Priced): string {
  const chalk = new Chalk({ level: colour });
  const { came, went, changed, notes } = diff;
  const write = (first: string, text: string) => hang(first, forTerminal(text), width);
  const at = (indent: string, place: { file: string; line: number; column: number }) =>
    `${indent}${chalk.dim(forTerminal(`${place.file}:${place.line}:${place.column}`))}`;
  const list = (title: string, some: ReportDiff['came']) =>
    some.length === 0
      ? []
      : [
          [
            chalk.bold(`${title} (${some.length})`),
            ...some.flatMap(({ id, name, text, place }) => [write('  ', `${name} (${id}): ${text}`), at('  ', place)]),
          ].join('\n'),
        ];
  const change = ({ text, because }: DiffChange) => [
    write('    ', text),
    ...because.flatMap((cause) => [
      write('      ', `because ${cause.text}`),
      ...(cause.place ? [at('      ', cause.place)] : []),
    ]),
  ];
  const changes =
    changed.length === 0
      ? []
      : [
          [
            chalk.bold(`${words.diff.changed} (${changed.length})`),
            ...changed.flatMap((one) => [write('  ', `${one.name} (${one.id})`), ...one.changes.flatMap(change)]),
          ].join('\n'),
        ];
  const isNothing = came.length + went.length + changed.length === 0;
  const [first, ...rest] = headOf(diff, priced).map((line) => write('', line));
  const blocks = [
    [chalk.bold(first!), ...rest, write('', titleOf(diff))].join('\n'),
    ...list(words.diff.went, went),
    ...list(words.diff.came, came),
    ...changes,
    ...(isNothing ? [write('', words.diff.nothing)] : []),
    ...(notes.length > 0 ? [notes.map((note) => write('', note)).join('\n')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** For a pull request or a wiki. */
function inMarkdown(diff: ReportDiff, _: Display, priced: Priced): string {
  const { came, went, changed, notes } = diff;
  const at = (place: { file: string; line: number; column: number }) =>
    ` (${forMarkdownCode(`${place.file}:${place.line}:${place.column}`)})`;
  const list = (title: string, some: ReportDiff['came']) =>
    some.length === 0
      ? []
      : [
          [
            `## ${title}`,
            '',
            ...some.map(({ id, name, text, place }) => `- ${forMarkdown(`${name} (${id}): ${text}`)}${at(place)}`),
          ].join('\n'),
        ];
  const changes = changed.map(({ id, name, changes: some }) =>
    [
      `- ${forMarkdown(`${name} (${id})`)}`,
      ...some.flatMap(({ text, because }) => [
        `  - ${forMarkdown(text)}`,
        ...because.map((cause) => `    - because ${forMarkdown(cause.text)}${cause.place ? at(cause.place) : ''}`),
      ]),
    ].join('\n'),
  );
  const [first, ...rest] = headOf(diff, priced).map((line) => forMarkdown(sentence(line)));
  return `${[
    `# ${forMarkdown(titleOf(diff))}`,
    [`**${first}**`, ...rest].join(' '),
    ...list(words.diff.went, went),
    ...list(words.diff.came, came),
    ...(changes.length > 0 ? [[`## ${words.diff.changed}`, '', ...changes].join('\n')] : []),
    ...(came.length + went.length + changed.length === 0 ? [words.diff.nothing] : []),
    ...notes.map(forMarkdown),
  ].join('\n\n')}\n`;
}
