import { Chalk, type ChalkInstance } from 'chalk';
import { spotOf } from '../../places/spot.js';
import { largest } from '../../util/largest.js';
import type { Words } from '../../wording/words/words.js';
import type { Hours, Report, ReportedStep } from '../model.js';
import { forMarkdown, forMarkdownCode, forTerminal, toJson } from '../view/escape.js';
import { saidHours } from '../view/hours-text.js';
import { hang, toColumns, width } from '../view/layout.js';
import { shareable } from '../view/shareable.js';
import type { FormatOptions } from './format.js';
import type { PlanFormat } from './names.js';

type Display = Pick<FormatOptions, 'words' | 'width' | 'colour' | 'isQuiet'>;

export const planFormats: Readonly<Record<PlanFormat, (report: Report, display: Display) => string>> = {
  terminal: inTerminal,
  json: ({ tool, asOf, source, plan }) => toJson({ schemaVersion: 1, tool, asOf, source, plan }),
  markdown: inMarkdown,
};

/** One thing to be said of a step: under which label, what, and where it stands. */
interface Line {
  readonly label: string;
  readonly text: string;
  readonly place?: ReportedStep['place'];
}

function linesOf(step: ReportedStep, words: Words): Line[] {
  const { labels } = words.plan;
  const { sentence, list } = words.grammar;
  const { action, place: start, why, watch, ask, depends, mend, lost, still, tell, together, burden } = step;
  const { enforcement, waiver } = step;
  // What a rule says stands for the whole process; its words have places of their own.
  const placed = (label: string) => (line: { readonly text: string; readonly place: Line['place'] & object }) =>
    line.place.line === start.line && line.place.column === start.column
      ? { label, text: sentence(line.text) }
      : { label, text: line.text, place: line.place };
  const hasLeft = action !== 'ask';
  return [
    ...why.map(placed(labels.why)),
    ...ask.map(({ question, whom }) => ({
      label: labels.ask,
      text: `${list(whom, 'or')}: ${words.questions[question].asks}`,
    })),
    ...depends.map(({ text, place }) => ({ label: labels.depends, text: sentence(text), place })),
    ...mend.map(({ text, place }) => ({ label: labels.mend, text: sentence(text), place })),
    ...watch.map((text) => ({ label: labels.watch, text: sentence(text) })),
    ...(hasLeft ? lost : []).map(({ what, usedBy, usedFor, place }) => ({
      label: labels.lost,
      text: sentence(words.plan.lost(what, usedBy, usedFor)),
      place,
    })),
    ...(hasLeft ? still : []).map(({ what, where, place }) => ({
      label: labels.still,
      text: `"${what}": ${where}`,
      place,
    })),
    ...(hasLeft && tell.length > 0 ? [{ label: labels.tell, text: list(tell) }] : []),
    ...(together.length > 0 ? [{ label: labels.together, text: list(together) }] : []),
    ...(hasLeft && enforcement ? [{ label: labels.enforcement, ...enforcement }] : []),
    ...(waiver ? [{ label: labels.waiver, ...waiver }] : []),
    { label: labels.hours, text: burden.text },
  ];
}

function inTerminal(report: Report, display: Display): string {
  const { words, width, colour, isQuiet } = display;
  const chalk = new Chalk({ level: colour });
  const { steps } = report.plan;
  const heading = words.plan.heading(steps.length, report.source, report.asOf);
  const blocks = [
    hang(`${chalk.bold(words.plan.title)}: `, forTerminal(heading), width),
    ...(steps.length > 0 ? [overview(steps, width, words)] : []),
    ...(isQuiet ? [] : steps.map((step, index) => entry(step, index + 1, width, { chalk, words }))),
    bottomOf(report, words)
      .map((line) => hang('', forTerminal(line), width))
      .join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const LONGEST_OWNER = 20;

/** The steps, a line each. */
function overview(steps: readonly ReportedStep[], total: number, words: Words): string {
  const cells = steps.map((step, index) => [
    `${index + 1}.`,
    words.plan.actions[step.action].title,
    forTerminal(step.name),
    step.burden.hours ? words.grammar.hours(step.burden.hours) : '?',
    forTerminal(step.owner ?? words.hours.nobody),
  ]);
  const widest = (column: number) =>
    largest(
      cells.map((row) => width(row[column]!)),
      0,
    );
  const [number, action, cost, owner] = [widest(0), widest(1), widest(3), Math.min(widest(4), LONGEST_OWNER)];
  const name = Math.max(10, total - number - action - cost - owner - 8);
  return cells
    .map(([a, b, c, d, e]) =>
      [
        toColumns(a!, number, 'right'),
        toColumns(b!, action),
        toColumns(c!, name),
        toColumns(d!, cost, 'right'),
        toColumns(e!, owner).trimEnd(),
      ].join('  '),
    )
    .join('\n');
}

function entry(
  step: ReportedStep,
  index: number,
  columns: number,
  { chalk, words }: { readonly chalk: ChalkInstance; readonly words: Words },
): string {
  const { sentence } = words.grammar;
  const at = (place: ReportedStep['place']) => chalk.dim(forTerminal(spotOf(place)));
  const number = `${index}.`.padEnd(4);
  return [
    chalk.bold(hang(number, forTerminal(`${words.plan.actions[step.action].title}: ${step.name}`), columns)),
    hang('    ', forTerminal(sentence(step.text)), columns),
    `    ${at(step.place)}`,
    ...blocksOf(linesOf(step, words)).flatMap(({ label, lines }) => [
      `    ${chalk.dim(`${label}:`)}`,
      ...lines.flatMap(({ text, place }) => [
        hang('      ', forTerminal(text), columns),
        ...(place ? [`      ${at(place)}`] : []),
      ]),
    ]),
  ].join('\n');
}

/** Lines under the same label, one block each. */
function blocksOf(lines: readonly Line[]): { readonly label: string; readonly lines: readonly Line[] }[] {
  return [...new Set(lines.map(({ label }) => label))].map((label) => ({
    label,
    lines: lines.filter((line) => line.label === label),
  }));
}

function bottomOf(report: Report, words: Words): string[] {
  const { plan } = report;
  const said = (sum: Hours) => saidHours(sum, report, words);
  if (plan.steps.length === 0) return [words.plan.nothing(report.processes.length, report.problems.length)];
  const has = (...actions: ReportedStep['action'][]) => plan.steps.some(({ action }) => actions.includes(action));
  return [
    ...(report.problems.length > 0 ? [words.plan.notJudged(report.problems.length)] : []),
    ...(has('remove', 'merge', 'automate') ? [words.plan.returned(said(plan.returned))] : []),
    ...(has('try') ? [words.plan.tried(said(plan.tried))] : []),
    ...(has('ask') ? [words.plan.asked(plan.answers, said(plan.asked))] : []),
  ];
}

/** A checklist for an issue or a wiki; words of roles of which too few spoke are counted and not shown. */
function inMarkdown(full: Report, { words }: Display): string {
  const { labels } = words.plan;
  const report = shareable(full);
  const { plan } = report;
  const steps = plan.steps.map((step, index) => {
    const cost = step.burden.hours ? words.common.cost(step.burden.hours) : words.common.unstatedCost;
    const owner = forMarkdown(step.owner ?? words.hours.nobody);
    const title = `${index + 1}. ${words.plan.actions[step.action].title}: ${forMarkdown(step.name)}`;
    const head = `**${title}** (${owner}, ${cost}): ${forMarkdown(step.text)}`;
    return [
      `- [ ] ${head}`,
      ...linesOf(step, words).map(({ label, text, place }) => {
        const at = place ? ` (${forMarkdownCode(spotOf(place))})` : '';
        const box = label === labels.ask || label === labels.tell || label === labels.watch ? '[ ] ' : '';
        return `  - ${box}${label}: ${forMarkdown(text)}${at}`;
      }),
    ].join('\n');
  });
  return `${[
    `# ${words.plan.title}`,
    forMarkdown(words.grammar.sentence(words.plan.heading(plan.steps.length, report.source, report.asOf))),
    ...(steps.length > 0 ? [steps.join('\n')] : []),
    bottomOf(report, words).map(forMarkdown).join(' '),
  ].join('\n\n')}\n`;
}
