import { Chalk, type ChalkInstance } from 'chalk';
import type { VerdictName } from '../../../judging/verdict.js';
import { compareText } from '../../../places/places.js';
import { questions } from '../../../questions/index.js';
import type { Hours, Report, ReportedProcess } from '../../model.js';
import { forTerminal } from '../../view/escape.js';
import { saidHours } from '../../view/hours-text.js';
import { hang } from '../../view/layout.js';
import { inVerdictColour, MARKS } from '../../view/marks.js';
import { byHours } from '../../view/order.js';
import { changedSettings } from '../../view/settings-note.js';
import type { Look } from '../../view/verdict-title.js';
import type { Format, FormatOptions, Sort } from '../format.js';
import { details } from './details.js';
import { findingsBlock } from './findings.js';
import { hoursBlocks } from './hours.js';
import { headRow, processRow, type RowColumns, rowColumns } from './row.js';

/** The report for people in a terminal: what to eliminate first, why, and what it costs. */
export const terminal: Format = (report, options) => {
  const chalk = new Chalk({ level: options.colour });
  if (options.isQuiet) return `${bottomLine(report, chalk, options).join('\n')}\n`;
  const columns = rowColumns(report, options);
  const sections = SECTIONS.map((section) => toSection(section, report, { options, columns, chalk }));
  const blocks = [[heading(report, chalk, options)], ...sections, retired(report, chalk, options)];
  if (!options.only)
    blocks.push(
      [findingsBlock(report, options, chalk)],
      ...hoursBlocks(report, options, chalk).map((block) => [block]),
    );
  if (sections.some((section) => section.length > 0)) blocks.push([legend(chalk, options)]);
  blocks.push(bottomLine(report, chalk, options));
  return joined(blocks);
};

/** The blocks with an empty line between two. Of ten thousand processes each copy of the text takes megabytes: it is made once. */
function joined(blocks: readonly (readonly string[])[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.every((line) => line === '')) continue;
    if (lines.length > 0) lines.push('');
    for (const line of block) lines.push(line);
  }
  lines.push('');
  return lines.join('\n');
}

interface Drawing {
  readonly options: FormatOptions;
  readonly columns: RowColumns;
  readonly chalk: ChalkInstance;
}

interface Section {
  readonly title: Look;
  readonly verdict: VerdictName;
  readonly holds: (one: ReportedProcess) => boolean;
}

const hasConditions = ({ verdict }: ReportedProcess) => verdict.conditions.length > 0;

const SECTIONS: readonly Section[] = [
  { title: 'eliminate', verdict: 'eliminate', holds: () => true },
  { title: 'undecided', verdict: 'undecided', holds: () => true },
  { title: 'conditions', verdict: 'keep', holds: hasConditions },
  { title: 'keep', verdict: 'keep', holds: (one) => !hasConditions(one) },
];

function heading(report: Report, chalk: ChalkInstance, { words, width, only, sort }: FormatOptions): string {
  const { terminal, common } = words;
  const audited = common.audited(report.totals.processes, report.source, report.asOf);
  const lines = [hang(`${chalk.bold(terminal.title)}: `, forTerminal(`${audited}${terminal.order[sort]}`), width)];
  if (only) lines.push(hang('', terminal.only(only), width));
  lines.push(...changedSettings(report, words).map((text) => hang('', forTerminal(text), width)));
  return lines.join('\n');
}

function toSection(section: Section, report: Report, { options, columns, chalk }: Drawing): string[] {
  const { title, verdict, holds } = section;
  if (options.only && options.only !== verdict) return [];
  const chosen = report.processes
    .filter((one) => one.verdict.name === verdict && holds(one))
    .sort(ORDERS[options.sort]);
  if (chosen.length === 0) return [];
  const inColour = (text: string) => inVerdictColour(verdict, chalk.bold(text), chalk);
  const label = `${options.words.verdicts[title].toUpperCase()} (${chosen.length})`;
  const head = headRow(label, columns, inColour, { chalk, words: options.words });
  const lines = [head];
  for (const one of chosen)
    lines.push(processRow(one, columns, { chalk, words: options.words }), ...details(one, options, chalk));
  return lines;
}

function retired(report: Report, chalk: ChalkInstance, { words, width, only }: FormatOptions): string[] {
  if (only || report.retired.length === 0) return [];
  const entries = report.retired.map(({ name, on, why, burden }) =>
    hang('  ', forTerminal(words.common.retired(name, on, burden.hours, why)), width),
  );
  return [chalk.bold(`${words.verdicts.retired.toUpperCase()} (${report.retired.length})`), ...entries];
}

function legend(chalk: ChalkInstance, { words, width }: FormatOptions): string {
  const lines = questions.map(({ id, number }) =>
    hang(`  ${number} ${id.padEnd(12)}`, words.questions[id].asks, width),
  );
  const marks = Object.entries(MARKS).map(([outcome, shape]) => `${shape} ${words.outcomes[outcome as 'yes']}`);
  const { score, more } = words.terminal.legend;
  return chalk.dim(
    [...lines, hang('  ', marks.join('  '), width), hang('  ', score, width), hang('  ', more, width)].join('\n'),
  );
}

function bottomLine(report: Report, chalk: ChalkInstance, { words, width }: FormatOptions): string[] {
  const { totals, problems, hours } = report;
  const { processes, eliminate, undecided } = totals;
  const { bottom } = words.terminal;
  const { sentence } = words.grammar;
  const said = (sum: Hours) => forTerminal(saidHours(sum, report, words));
  const lines: string[] = [];
  const add = (text: string) => lines.push(hang('', text, width));
  if (processes > 0) {
    add(chalk.bold(bottom.unjustified(totals)));
    add(bottom.takes(processes, said(totals.burden)));
    if (hours.salesperson) add(sentence(hours.salesperson.text));
    for (const note of hours.notes) add(forTerminal(sentence(note)));
  }
  if (eliminate > 0) add(bottom.eliminating(eliminate, said(totals.givenBackByEliminating)));
  if (undecided > 0) add(bottom.settle(totals.answersToSettle, undecided, said(totals.undecidedBurden)));
  if (totals.waived > 0) add(bottom.waived(totals.waived));
  if (report.retired.length > 0) add(bottom.retired(report.retired.length, said(totals.givenBackByRetired)));
  if (totals.failedQuestions > 0) add(bottom.failed(totals.failedQuestions));
  if (problems.length > 0) {
    const files = [...new Set(problems.map(({ place }) => forTerminal(place.file)))];
    const named = files.length <= MOST_FILES ? files : files.slice(0, MOST_FILES - 1);
    add(chalk.red(bottom.notJudged(problems.length, named, files.length - named.length)));
  }
  return lines;
}

/** Enough to find the messages that have scrolled away. */
const MOST_FILES = 5;

type Order = (a: ReportedProcess, b: ReportedProcess) => number;

const ORDERS: Readonly<Record<Sort, Order>> = {
  hours: byHours,
  score: (a, b) => (a.verdict.score?.low ?? -1) - (b.verdict.score?.low ?? -1) || byHours(a, b),
  name: (a, b) => compareText(a.name.toLowerCase(), b.name.toLowerCase()) || byHours(a, b),
  owner: (a, b) => compareText(a.owner?.toLowerCase() ?? '\uffff', b.owner?.toLowerCase() ?? '\uffff') || byHours(a, b),
};
