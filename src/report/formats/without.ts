import { Chalk } from 'chalk';
import { spotOf } from '../../places/spot.js';
import { roleKey } from '../../sales-process/roles.js';
import type { Words } from '../../wording/words/words.js';
import type { ReportedWithout } from '../build/plan.js';
import type { Report } from '../model.js';
import { forMarkdown, forMarkdownCode, forTerminal, toJson } from '../view/escape.js';
import { saidHours } from '../view/hours-text.js';
import { hang } from '../view/layout.js';
import type { FormatOptions } from './format.js';
import type { PlanFormat } from './names.js';

type Display = Pick<FormatOptions, 'words' | 'width' | 'colour'>;
type Write = (what: ReportedWithout, report: Report, display: Display) => string;

/** What happens when some processes go. */
export const withoutFormats: Readonly<Record<PlanFormat, Write>> = {
  terminal: inTerminal,
  json: (what, { tool, asOf, source }) => toJson({ schemaVersion: 1, tool, asOf, source, without: what }),
  markdown: inMarkdown,
};

interface Section {
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly place: Report['processes'][number]['place'] }[];
}

function sectionsOf({ feeds, begotten, lost: demands, still }: ReportedWithout, { plan }: Words): Section[] {
  return [
    { title: plan.without.feeds, lines: feeds },
    { title: plan.without.begotten, lines: begotten },
    {
      title: plan.without.lost,
      lines: demands.map(({ process, what, usedBy, usedFor, place }) => ({
        text: `${process}: ${plan.lost(what, usedBy, usedFor)}`,
        place,
      })),
    },
    {
      title: plan.without.still,
      lines: still.map(({ process, what, where, place }) => ({ text: `${process}: "${what}": ${where}`, place })),
    },
  ];
}

/** Who is named as the user of what nobody collects any more. */
function losersOf({ lost: demands }: ReportedWithout): string[] {
  return [...new Map(demands.flatMap(({ usedBy }) => usedBy).map((role) => [roleKey(role), role])).values()];
}

function headOf({ processes }: ReportedWithout, { grammar, verdicts }: Words): string {
  return grammar.list(
    processes.map(
      ({ name, verdict, warning }) => `${name} (${verdicts[verdict].toLowerCase()}${warning ? `; ${warning}` : ''})`,
    ),
  );
}

function inTerminal(what: ReportedWithout, report: Report, { words, width, colour }: Display): string {
  const { without: own, notJudged } = words.plan;
  const { list } = words.grammar;
  const chalk = new Chalk({ level: colour });
  const sections = sectionsOf(what, words).map(({ title, lines }) =>
    [
      chalk.bold(`${title}${lines.length > 0 ? ` (${lines.length})` : `: ${own.none}`}`),
      ...lines.flatMap(({ text, place }) => [
        hang('  ', forTerminal(text), width),
        `  ${chalk.dim(forTerminal(spotOf(place)))}`,
      ]),
    ].join('\n'),
  );
  const head = hang(`${chalk.bold(own.heading)} `, forTerminal(`${headOf(what, words)}.`), width);
  const returned = hang('', forTerminal(own.returned(saidHours(what.returned, report, words))), width);
  const losers = losersOf(what);
  const about = [
    returned,
    ...(losers.length > 0 ? [hang(`${own.losers}: `, forTerminal(list(losers)), width)] : []),
    ...(report.problems.length > 0 ? [hang('', notJudged(report.problems.length), width)] : []),
  ].join('\n');
  return `${[head, about, ...sections].join('\n\n')}\n`;
}

function inMarkdown(what: ReportedWithout, report: Report, { words }: Display): string {
  const { without: own, notJudged } = words.plan;
  const { list } = words.grammar;
  const sections = sectionsOf(what, words).map(({ title, lines }) =>
    [
      `## ${title}`,
      '',
      ...(lines.length === 0 ? [own.none] : []),
      ...lines.map(({ text, place }) => `- ${forMarkdown(text)} (${forMarkdownCode(spotOf(place))})`),
    ].join('\n'),
  );
  const returned = forMarkdown(own.returned(saidHours(what.returned, report, words)));
  const losers = losersOf(what);
  const about = [
    returned,
    ...(losers.length > 0 ? [`${own.losers}: ${forMarkdown(list(losers))}.`] : []),
    ...(report.problems.length > 0 ? [notJudged(report.problems.length)] : []),
  ].join(' ');
  return `${[`# ${own.heading} ${forMarkdown(headOf(what, words))}`, about, ...sections].join('\n\n')}\n`;
}
