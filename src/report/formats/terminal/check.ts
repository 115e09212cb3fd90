import { Chalk, type ChalkInstance } from 'chalk';
import { questionIds } from '../../../questions/index.js';
import type { Report } from '../../model.js';
import { forTerminal } from '../../view/escape.js';
import { hang } from '../../view/layout.js';
import { byHours } from '../../view/order.js';
import { resultsOf } from '../../view/results.js';
import { changedSettings } from '../../view/settings-note.js';
import type { FormatOptions } from '../format.js';
import { at, details } from './details.js';
import { findingsBlock } from './findings.js';
import { headRow, processRow, rowColumns } from './row.js';

/** What a check shows in a terminal: what fails and why, what is let through, and a last line that says how it ended. */
export function checkView(report: Report, options: FormatOptions): string {
  const chalk = new Chalk({ level: options.colour });
  const end = ending(report, options, chalk);
  if (options.isQuiet) return `${end}\n`;
  const blocks = [
    heading(report, options, chalk),
    failing(report, options, chalk),
    letThrough(report, options, chalk),
    moved(report, options, chalk),
    findingsBlock(report, options, chalk),
    rest(report, options, chalk),
    end,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function heading(report: Report, { words, width }: FormatOptions, chalk: ChalkInstance): string {
  const { totals, source, asOf, gate } = report;
  const { common, terminal } = words;
  const audited = forTerminal(common.audited(totals.processes, source, asOf));
  const lines = [hang(`${chalk.bold(terminal.check.title)}: `, audited, width)];
  lines.push(...changedSettings(report, words).map((text) => hang('', forTerminal(text), width)));
  const { baseline, since } = gate;
  if (baseline) {
    const [label, says] = terminal.check.baseline;
    lines.push(hang(`${label}: `, forTerminal(says(baseline.file, common.processes(baseline.processes))), width));
  }
  if (since) {
    const [label, says] = terminal.check.since;
    lines.push(hang(`${label}: `, forTerminal(says(since.ref, since.commit.slice(0, 12))), width));
    lines.push(...since.notes.map((note) => hang('', note, width)));
  }
  return lines.join('\n');
}

type Heading = keyof FormatOptions['words']['terminal']['check']['headings'];

function headingOf(heading: Heading, number: number, { terminal }: FormatOptions['words']): string {
  return `${terminal.check.headings[heading].toUpperCase()} (${number})`;
}

function failing(report: Report, options: FormatOptions, chalk: ChalkInstance): string {
  const failed = report.processes.filter(({ gate }) => gate.standing === 'fails').sort(byHours);
  if (failed.length === 0) return '';
  const { words } = options;
  const { sentence } = words.grammar;
  const drawing = { chalk, words };
  const columns = rowColumns(report, options);
  const label = headingOf('fails', failed.length, words);
  const head = headRow(label, columns, (text) => chalk.bold.red(text), drawing);
  const entries = failed.map((one) => {
    const lines = [processRow(one, columns, drawing)];
    if (one.gate.worse.length > 0)
      lines.push(hang('  ', forTerminal(sentence(words.gate.worse(one.gate.worse))), options.width));
    const isUndecided = one.verdict.name === 'undecided';
    if (isUndecided) lines.push(hang('  ', sentence(words.gate.undecided), options.width));
    lines.push(...details(one, options, chalk));
    if (isUndecided) lines.push(`    ${at(one.place, chalk)}`);
    for (const { reason, text, place } of one.gate.reasons.filter((reason) => reason.reason === 'min-score'))
      lines.push(hang('  ', `${reason}: ${text}`, options.width), `    ${at(place, chalk)}`);
    return lines.join('\n');
  });
  return [head, ...entries].join('\n');
}

function letThrough(report: Report, { words, width }: FormatOptions, chalk: ChalkInstance): string {
  const blocks: string[] = [];
  const waived = report.processes.filter(({ gate }) => gate.standing === 'waived');
  if (waived.length > 0) {
    const lines = waived.map(({ id, verdict, waiver }) => {
      const { until, approvedBy, reason } = waiver!;
      const text = words.terminal.check.waived(id, verdict.name, until, approvedBy, reason);
      return hang('  ', forTerminal(text), width);
    });
    blocks.push([chalk.bold(headingOf('waived', waived.length, words)), ...lines].join('\n'));
  }
  for (const standing of ['in-baseline', 'unchanged'] as const) {
    const some = report.processes.filter(({ gate }) => gate.standing === standing);
    if (some.length === 0) continue;
    const ids = some.map(({ id, verdict }) => `${id} (${verdict.name})`).join(', ');
    blocks.push([chalk.bold(headingOf(standing, some.length, words)), hang('  ', forTerminal(ids), width)].join('\n'));
  }
  return blocks.join('\n\n');
}

function moved({ gate: { baseline, since } }: Report, { words, width }: FormatOptions, chalk: ChalkInstance): string {
  const blocks: string[] = [];
  const add = (
    title: Heading,
    entries: readonly { process: string; text: string }[],
    after: readonly string[] = [],
  ) => {
    if (entries.length === 0) return;
    const lines = entries.map(({ process, text }) => hang('  ', forTerminal(`${process}: ${text}`), width));
    blocks.push([chalk.bold(headingOf(title, entries.length, words)), ...lines, ...after].join('\n'));
  };
  add('betterThanBaseline', baseline?.better ?? [], [hang('  ', words.terminal.check.updateBaseline, width)]);
  if (since) {
    add('betterThanBefore', since.better);
    add(
      'gone',
      since.went.map((process) => ({ process, text: words.gate.better.gone })),
    );
  }
  return blocks.join('\n\n');
}

/** What passes, what is undecided without failing, and what does not apply. */
function rest(report: Report, { words, width }: FormatOptions, chalk: ChalkInstance): string {
  const lines: string[] = [];
  const add = (title: Heading, ids: readonly string[]) => {
    if (ids.length > 0)
      lines.push(
        `${chalk.bold(headingOf(title, ids.length, words))}\n${hang('  ', forTerminal(ids.join(', ')), width)}`,
      );
  };
  const open = new Set(
    resultsOf(report, words).flatMap(({ kind, process }) => (kind === 'open' && process ? [process] : [])),
  );
  add(
    'passes',
    report.processes
      .filter(({ gate: { standing } }) => standing === 'passes')
      .map(({ id, verdict }) => {
        if (verdict.isKeptByMandate) return `${id} (${words.terminal.check.onlyByDuty})`;
        return open.has(id) ? `${id} (${words.terminal.check.undecided})` : id;
      }),
  );
  const notApplicable = questionIds.flatMap((id) => {
    const where = report.processes.filter(({ assessments }) =>
      assessments.some(({ question, outcome }) => question === id && outcome === 'not-applicable'),
    );
    return where.length > 0 ? [hang(`  ${id}: `, forTerminal(where.map((one) => one.id).join(', ')), width)] : [];
  });
  if (notApplicable.length > 0)
    lines.push([chalk.bold(words.terminal.check.headings.notApplicable.toUpperCase()), ...notApplicable].join('\n'));
  return lines.join('\n\n');
}

function ending({ gate, totals, problems }: Report, { words, width }: FormatOptions, chalk: ChalkInstance): string {
  const lines = [
    ...gate.limits.map(({ text }) => hang('', forTerminal(text), width)),
    ...(gate.since ? [hang('', forTerminal(gate.since.growth.text), width)] : []),
    words.gate.judged(totals.processes, totals.questions),
  ];
  const isGood = gate.outcome === 'passed' && problems.length === 0;
  // In one line however long, so that it can be found and read by what reads logs.
  const last = forTerminal(gate.line ?? '');
  return [...lines, chalk.bold(isGood ? chalk.green(last) : chalk.red(last))].join('\n');
}
