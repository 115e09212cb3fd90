import { Chalk } from 'chalk';
import type { Place } from '../../places/places.js';
import { spotOf } from '../../places/spot.js';
import type { Words } from '../../wording/words/words.js';
import type { DiffChange, DiffSide, ReportDiff } from '../diff/diff.js';
import { forMarkdown, forMarkdownCode, forTerminal, toJson } from '../view/escape.js';
import { type Priced, saidHours } from '../view/hours-text.js';
import { hang } from '../view/layout.js';
import type { FormatOptions } from './format.js';
import type { DiffFormat } from './names.js';

type Display = Pick<FormatOptions, 'words' | 'width' | 'colour'>;
type Write = (diff: ReportDiff, display: Display, priced: Priced) => string;

export const diffFormats: Readonly<Record<DiffFormat, Write>> = {
  terminal: inTerminal,
  json: (diff) => toJson({ schemaVersion: 1, ...diff }),
  markdown: inMarkdown,
};

function headOf(diff: ReportDiff, priced: Priced, words: Words): string[] {
  const { history } = words;
  const { went, lighter, came, heavier, from, to } = diff;
  const ids = (how: 'eliminated' | 'retired') => went.filter((one) => one.how === how).map(({ id }) => id);
  const [eliminated, retired] = [ids('eliminated'), ids('retired')];
  const parts = [
    ...(eliminated.length > 0 ? [history.eliminated(eliminated)] : []),
    ...(retired.length > 0 ? [history.retired(retired)] : []),
    ...(lighter.length > 0 ? [history.lighter(lighter)] : []),
  ];
  return [
    parts.length > 0
      ? history.givenBack(from.asOf, saidHours(diff.givenBack, priced, words), parts)
      : history.nothingGivenBack(from.asOf),
    ...(came.length + heavier.length > 0
      ? [
          history.added(
            saidHours(diff.added, priced, words),
            came.map(({ id }) => id),
            [...heavier],
          ),
        ]
      : []),
    ...[from, to].map((side) => history.diff.totals(labelOf(side, words), totalsOf(side, priced, words))),
  ];
}

function totalsOf({ processes, unjustified, hours, unreadable }: DiffSide, priced: Priced, words: Words) {
  return { processes, unjustified, hours: saidHours(hours, priced, words), unreadable };
}

function labelOf({ label, asOf }: DiffSide, { history }: Words): string {
  return label === 'now' ? history.diff.now(asOf) : history.diff.at(label, asOf);
}

function titleOf({ from, to }: ReportDiff, words: Words): string {
  return words.history.diff.heading(labelOf(from, words), labelOf(to, words));
}

function inTerminal(diff: ReportDiff, { words, width, colour }: Display, priced: Priced): string {
  const own = words.history.diff;
  const chalk = new Chalk({ level: colour });
  const { came, went, changed, notes } = diff;
  const write = (first: string, text: string) => hang(first, forTerminal(text), width);
  const at = (indent: string, place: Place) => `${indent}${chalk.dim(forTerminal(spotOf(place)))}`;
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
      write('      ', own.because(cause.text)),
      ...(cause.place ? [at('      ', cause.place)] : []),
    ]),
  ];
  const changes =
    changed.length === 0
      ? []
      : [
          [
            chalk.bold(`${own.changed} (${changed.length})`),
            ...changed.flatMap((one) => [write('  ', `${one.name} (${one.id})`), ...one.changes.flatMap(change)]),
          ].join('\n'),
        ];
  const isNothing = came.length + went.length + changed.length === 0;
  const [first, ...rest] = headOf(diff, priced, words).map((line) => write('', line));
  const blocks = [
    [chalk.bold(first!), ...rest, write('', titleOf(diff, words))].join('\n'),
    ...list(own.went, went),
    ...list(own.came, came),
    ...changes,
    ...(isNothing ? [write('', own.nothing)] : []),
    ...(notes.length > 0 ? [notes.map((note) => write('', note)).join('\n')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** For a pull request or a wiki. */
function inMarkdown(diff: ReportDiff, { words }: Display, priced: Priced): string {
  const own = words.history.diff;
  const { came, went, changed, notes } = diff;
  const at = (place: Place) => ` (${forMarkdownCode(spotOf(place))})`;
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
        ...because.map((cause) => `    - ${forMarkdown(own.because(cause.text))}${cause.place ? at(cause.place) : ''}`),
      ]),
    ].join('\n'),
  );
  const [first, ...rest] = headOf(diff, priced, words).map((line) => forMarkdown(words.grammar.sentence(line)));
  return `${[
    `# ${forMarkdown(titleOf(diff, words))}`,
    [`**${first}**`, ...rest].join(' '),
    ...list(own.went, went),
    ...list(own.came, came),
    ...(changes.length > 0 ? [[`## ${own.changed}`, '', ...changes].join('\n')] : []),
    ...(came.length + went.length + changed.length === 0 ? [own.nothing] : []),
    ...notes.map(forMarkdown),
  ].join('\n\n')}\n`;
}
