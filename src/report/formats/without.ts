import { Chalk } from 'chalk';
import { roleKey } from '../../sales-process/roles.js';
import { list } from '../../wording/en/grammar.js';
import { english } from '../../wording/en/index.js';
import type { ReportedWithout } from '../build/plan.js';
import type { Report } from '../model.js';
import { forMarkdown, forMarkdownCode, forTerminal, toJson } from '../view/escape.js';
import { saidHours } from '../view/hours-text.js';
import { hang } from '../view/layout.js';
import type { FormatOptions } from './format.js';
import type { PlanFormat } from './names.js';

const { without: words, lost, notJudged } = english.plan;

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

function sectionsOf({ feeds, begotten, lost: demands, still }: ReportedWithout): Section[] {
  return [
    { title: words.feeds, lines: feeds },
    { title: words.begotten, lines: begotten },
    {
      title: words.lost,
      lines: demands.map(({ process, what, usedBy, usedFor, place }) => ({
        text: `${process}: ${lost(what, usedBy, usedFor)}`,
        place,
      })),
    },
    {
      title: words.still,
      lines: still.map(({ process, what, where, place }) => ({ text: `${process}: "${what}": ${where}`, place })),
    },
  ];
}

/** Who is named as the user of what nobody collects any more. */
function losersOf({ lost: demands }: ReportedWithout): string[] {
  return [...new Map(demands.flatMap(({ usedBy }) => usedBy).map((role) => [roleKey(role), role])).values()];
}

function headOf({ processes }: ReportedWithout): string {
  return list(processes.map(({ name, verdict, warning }) => `${name} (${verdict}${warning ? `; ${warning}` : ''})`));
}

function inTerminal(what: ReportedWithout, report: Report, { width, colour }: Display): string {
  const chalk = new Chalk({ level: colour });
  const sections = sectionsOf(what).map(({ title, lines }) =>
    [
      chalk.bold(`${title}${lines.length > 0 ? ` (${lines.length})` : `: ${words.none}`}`),
      ...lines.flatMap(({ text, place: { file, line, column } }) => [
        hang('  ', forTerminal(text), width),
        `  ${chalk.dim(forTerminal(`${file}:${line}:${column}`))}`,
      ]),
    ].join('\n'),
  );
  const head = hang(`${chalk.bold(words.heading)} `, forTerminal(`${headOf(what)}.`), width);
  const returned = hang('', forTerminal(words.returned(saidHours(what.returned, report))), width);
  const losers = losersOf(what);
  const about = [
    returned,
    ...(losers.length > 0 ? [hang(`${words.losers}: `, forTerminal(list(losers)), width)] : []),
    ...(report.problems.length > 0 ? [hang('', notJudged(report.problems.length), width)] : []),
  ].join('\n');
  return `${[head, about, ...sections].join('\n\n')}\n`;
}

function inMarkdown(what: ReportedWithout, report: Report): string {
  const sections = sectionsOf(what).map(({ title, lines }) =>
    [
      `## ${title}`,
      '',
      ...(lines.length === 0 ? [words.none] : []),
      ...lines.map(
        ({ text, place: { file, line, column } }) =>
          `- ${forMarkdown(text)} (${forMarkdownCode(`${file}:${line}:${column}`)})`,
      ),
    ].join('\n'),
  );
  const returned = forMarkdown(words.returned(saidHours(what.returned, report)));
  const losers = losersOf(what);
  const about = [
    returned,
    ...(losers.length > 0 ? [`${words.losers}: ${forMarkdown(list(losers))}.`] : []),
    ...(report.problems.length > 0 ? [notJudged(report.problems.length)] : []),
  ].join(' ');
  return `${[`# ${words.heading} ${forMarkdown(headOf(what))}`, about, ...sections].join('\n\n')}\n`;
}
