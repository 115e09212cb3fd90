import { Chalk, type ChalkInstance } from 'chalk';
import type { VerdictName } from '../../../judging/verdict.js';
import { compareText } from '../../../places/places.js';
import { questions } from '../../../questions/index.js';
import { count, hours, list, sentence } from '../../../wording/en/grammar.js';
import { english } from '../../../wording/en/index.js';
import type { Report, ReportedProcess } from '../../model.js';
import { forTerminal } from '../../view/escape.js';
import { saidHours } from '../../view/hours-text.js';
import { hang } from '../../view/layout.js';
import { inVerdictColour, MARKS } from '../../view/marks.js';
import { byHours } from '../../view/order.js';
import { changedSettings } from '../../view/settings-note.js';
import type { Format, FormatOptions, Sort } from '../format.js';
import { details } from './details.js';
import { findingsBlock } from './findings.js';
import { hoursBlocks } from './hours.js';
import { headRow, processRow, type RowColumns, rowColumns } from './row.js';

/** The report for people in a terminal: what to eliminate first, why, and what it costs. */
export const terminal: Format = (report, options) => {
  const chalk = new Chalk({ level: options.colour });
  if (options.isQuiet) return `${bottomLine(report, chalk, options).join('\n')}\n`;
  const columns = rowColumns(report, options.width);
  const sections = SECTIONS.map((section) => toSection(section, report, { options, columns, chalk }));
  const blocks = [[heading(report, chalk, options)], ...sections, retired(report, chalk, options)];
  if (!options.only)
    blocks.push(
      [findingsBlock(report, options, chalk)],
      ...hoursBlocks(report, options, chalk).map((block) => [block]),
    );
  if (sections.some((section) => section.length > 0)) blocks.push([legend(chalk, options.width)]);
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
  readonly title: string;
  readonly verdict: VerdictName;
  readonly holds: (one: ReportedProcess) => boolean;
}

const hasConditions = ({ verdict }: ReportedProcess) => verdict.conditions.length > 0;

const SECTIONS: readonly Section[] = [
  { title: english.verdicts.eliminate, verdict: 'eliminate', holds: () => true },
  { title: english.verdicts.undecided, verdict: 'undecided', holds: () => true },
  { title: english.verdicts.conditions, verdict: 'keep', holds: hasConditions },
  { title: english.verdicts.keep, verdict: 'keep', holds: (one) => !hasConditions(one) },
];

const ORDER_TEXT: Readonly<Record<Sort, string>> = {
  hours: ', costliest first',
  score: ', lowest score first',
  name: ', by name',
  owner: ', by owner',
};

function heading(report: Report, chalk: ChalkInstance, { width, only, sort }: FormatOptions): string {
  const source = forTerminal(list(report.source)) || 'nothing';
  const counted = `${count(report.totals.processes, 'process', 'processes')} in ${source}, as of ${report.asOf}${ORDER_TEXT[sort]}`;
  const lines = [hang(`${chalk.bold('Sales process audit')}: `, counted, width)];
  if (only) lines.push(hang('', `Shown: only ${only}. The bottom line is about all.`, width));
  lines.push(...changedSettings(report).map((text) => hang('', forTerminal(text), width)));
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
  const head = headRow(`${title.toUpperCase()} (${chosen.length})`, columns, inColour, chalk);
  const lines = [head];
  for (const one of chosen) lines.push(processRow(one, columns, chalk), ...details(one, options, chalk));
  return lines;
}

function retired(report: Report, chalk: ChalkInstance, { width, only }: FormatOptions): string[] {
  if (only || report.retired.length === 0) return [];
  const entries = report.retired.map(({ name, on, why, burden }) => {
    const given = burden.hours ? `gave back ${hours(burden.hours)} h a year` : 'hours not stated';
    return hang('  ', forTerminal(`${name}, retired ${on}, ${given}: ${why}`), width);
  });
  return [chalk.bold(`${english.verdicts.retired.toUpperCase()} (${report.retired.length})`), ...entries];
}

function legend(chalk: ChalkInstance, width: number): string {
  const lines = questions.map(({ id, number }) =>
    hang(`  ${number} ${id.padEnd(12)}`, english.questions[id].asks, width),
  );
  const marks = Object.entries(MARKS).map(([outcome, shape]) => `${shape} ${english.outcomes[outcome as 'yes']}`);
  const score = 'score: points of 100; low-high counts each open question as no, then as yes';
  const show =
    'one process in full: audit show <id>; its id is the name of its file, or see --verbose; what to do, in order: audit plan';
  return chalk.dim(
    [...lines, hang('  ', marks.join('  '), width), hang('  ', score, width), hang('  ', show, width)].join('\n'),
  );
}

function bottomLine(report: Report, chalk: ChalkInstance, { width }: FormatOptions): string[] {
  const { totals, problems } = report;
  const { unjustified, processes, eliminate, undecided, answersToSettle, waived } = totals;
  const lines: string[] = [];
  const add = (text: string) => lines.push(hang('', text, width));
  if (processes > 0) {
    const verdicts = `${eliminate} to eliminate, ${undecided} undecided`;
    add(chalk.bold(`${unjustified} of ${count(processes, 'process', 'processes')} unjustified: ${verdicts}.`));
    add(
      `${processes === 1 ? 'It takes' : `The ${processes} together take`} ${forTerminal(saidHours(totals.burden, report))}.`,
    );
    if (report.hours.salesperson) add(sentence(report.hours.salesperson.text));
    for (const note of report.hours.notes) add(forTerminal(sentence(note)));
  }
  if (eliminate > 0)
    add(
      `Eliminating ${eliminate === 1 ? 'it' : `the ${eliminate}`} gives back ${forTerminal(saidHours(totals.givenBackByEliminating, report))}.`,
    );
  if (undecided > 0) {
    const taken = forTerminal(saidHours(totals.undecidedBurden, report));
    add(
      `${count(answersToSettle, 'answer')} would settle the ${undecided} undecided, at ${taken}; "audit ask --undecided" asks for them.`,
    );
  }
  if (waived > 0) add(`${count(waived, 'process is', 'processes are')} waived and unjustified all the same.`);
  const given = totals.givenBackByRetired;
  if (report.retired.length > 0)
    add(`Retired so far: ${report.retired.length}, giving back ${forTerminal(saidHours(given, report))}.`);
  if (totals.failedQuestions > 0)
    add(`${count(totals.failedQuestions, 'question')} failed by our own fault; see --verbose.`);
  if (problems.length > 0)
    add(chalk.red(`Not everything was judged: ${count(problems.length, 'problem')} in ${filesOf(problems)}.`));
  return lines;
}

/** At most five by name: enough to find the messages that have scrolled away. */
function filesOf(problems: Report['problems']): string {
  const files = [...new Set(problems.map(({ place }) => forTerminal(place.file)))];
  return files.length <= 5 ? list(files) : `${files.slice(0, 4).join(', ')} and ${files.length - 4} more`;
}

type Order = (a: ReportedProcess, b: ReportedProcess) => number;

const ORDERS: Readonly<Record<Sort, Order>> = {
  hours: byHours,
  score: (a, b) => (a.verdict.score?.low ?? -1) - (b.verdict.score?.low ?? -1) || byHours(a, b),
  name: (a, b) => compareText(a.name.toLowerCase(), b.name.toLowerCase()) || byHours(a, b),
  owner: (a, b) => compareText(a.owner?.toLowerCase() ?? '\uffff', b.owner?.toLowerCase() ?? '\uffff') || byHours(a, b),
};
