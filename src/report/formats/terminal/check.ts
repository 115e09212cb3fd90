import { Chalk, type ChalkInstance } from 'chalk';
import { questionIds } from '../../../questions/index.js';
import { count, list, sentence } from '../../../wording/en/grammar.js';
import { english } from '../../../wording/en/index.js';
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

const { gate: words } = english;

function heading(report: Report, { width }: FormatOptions, chalk: ChalkInstance): string {
  const { totals, source, asOf, gate } = report;
  const where = forTerminal(list(source)) || 'nothing';
  const lines = [
    hang(
      `${chalk.bold('Sales process check')}: `,
      `${count(totals.processes, 'process', 'processes')} in ${where}, as of ${asOf}`,
      width,
    ),
  ];
  lines.push(...changedSettings(report).map((text) => hang('', forTerminal(text), width)));
  const { baseline, since } = gate;
  if (baseline)
    lines.push(
      hang('Baseline: ', forTerminal(`${baseline.file}, ${count(baseline.processes, 'process', 'processes')}`), width),
    );
  if (since) {
    lines.push(
      hang(
        'Compared with: ',
        forTerminal(`${since.ref}, where this branch left it at ${since.commit.slice(0, 12)}`),
        width,
      ),
    );
    lines.push(...since.notes.map((note) => hang('', note, width)));
  }
  return lines.join('\n');
}

function failing(report: Report, options: FormatOptions, chalk: ChalkInstance): string {
  const failed = report.processes.filter(({ gate }) => gate.standing === 'fails').sort(byHours);
  if (failed.length === 0) return '';
  const columns = rowColumns(report, options.width);
  const head = headRow(`FAILS (${failed.length})`, columns, (text) => chalk.bold.red(text), chalk);
  const entries = failed.map((one) => {
    const lines = [processRow(one, columns, chalk)];
    if (one.gate.worse.length > 0)
      lines.push(hang('  ', forTerminal(sentence(words.worse(one.gate.worse))), options.width));
    const isUndecided = one.verdict.name === 'undecided';
    if (isUndecided) lines.push(hang('  ', sentence(words.undecided), options.width));
    lines.push(...details(one, options, chalk));
    if (isUndecided) lines.push(`    ${at(one.place, chalk)}`);
    for (const { reason, text, place } of one.gate.reasons.filter((reason) => reason.reason === 'min-score'))
      lines.push(hang('  ', `${reason}: ${text}`, options.width), `    ${at(place, chalk)}`);
    return lines.join('\n');
  });
  return [head, ...entries].join('\n');
}

function letThrough(report: Report, { width }: FormatOptions, chalk: ChalkInstance): string {
  const blocks: string[] = [];
  const waived = report.processes.filter(({ gate }) => gate.standing === 'waived');
  if (waived.length > 0) {
    const lines = waived.map(({ id, verdict, waiver }) => {
      const { until, approvedBy, reason } = waiver!;
      const text = `${id} (${verdict.name}), until ${until} by ${approvedBy}: ${reason}`;
      return hang('  ', forTerminal(text), width);
    });
    blocks.push([chalk.bold(`WAIVED (${waived.length})`), ...lines].join('\n'));
  }
  for (const [standing, title] of [
    ['in-baseline', 'IN THE BASELINE'],
    ['unchanged', 'NOT WORSE THAN BEFORE'],
  ] as const) {
    const some = report.processes.filter(({ gate }) => gate.standing === standing);
    if (some.length === 0) continue;
    const ids = some.map(({ id, verdict }) => `${id} (${verdict.name})`).join(', ');
    blocks.push([chalk.bold(`${title} (${some.length})`), hang('  ', forTerminal(ids), width)].join('\n'));
  }
  return blocks.join('\n\n');
}

function moved({ gate: { baseline, since } }: Report, { width }: FormatOptions, chalk: ChalkInstance): string {
  const blocks: string[] = [];
  const add = (title: string, entries: readonly { process: string; text: string }[], after: readonly string[] = []) => {
    if (entries.length === 0) return;
    const lines = entries.map(({ process, text }) => hang('  ', forTerminal(`${process}: ${text}`), width));
    blocks.push([chalk.bold(`${title} (${entries.length})`), ...lines, ...after].join('\n'));
  };
  add('BETTER THAN THE BASELINE', baseline?.better ?? [], [
    hang('  ', '"audit check --update-baseline" takes that into the baseline.', width),
  ]);
  if (since) {
    add('BETTER THAN BEFORE', since.better);
    add(
      'GONE',
      since.went.map((process) => ({ process, text: words.better.gone })),
    );
  }
  return blocks.join('\n\n');
}

/** What passes, what is undecided without failing, and what does not apply. */
function rest(report: Report, { width }: FormatOptions, chalk: ChalkInstance): string {
  const lines: string[] = [];
  const add = (title: string, ids: readonly string[]) => {
    if (ids.length > 0)
      lines.push(`${chalk.bold(`${title} (${ids.length})`)}\n${hang('  ', forTerminal(ids.join(', ')), width)}`);
  };
  const open = new Set(resultsOf(report).flatMap(({ kind, process }) => (kind === 'open' && process ? [process] : [])));
  add(
    'PASSES',
    report.processes
      .filter(({ gate: { standing } }) => standing === 'passes')
      .map(({ id, verdict }) => {
        if (verdict.isKeptByMandate) return `${id} (only by a duty)`;
        return open.has(id) ? `${id} (undecided)` : id;
      }),
  );
  const notApplicable = questionIds.flatMap((id) => {
    const where = report.processes.filter(({ assessments }) =>
      assessments.some(({ question, outcome }) => question === id && outcome === 'not-applicable'),
    );
    return where.length > 0 ? [hang(`  ${id}: `, forTerminal(where.map((one) => one.id).join(', ')), width)] : [];
  });
  if (notApplicable.length > 0) lines.push([chalk.bold('NOT APPLICABLE'), ...notApplicable].join('\n'));
  return lines.join('\n\n');
}

function ending({ gate, totals, problems }: Report, { width }: FormatOptions, chalk: ChalkInstance): string {
  const lines = [
    ...gate.limits.map(({ text }) => hang('', forTerminal(text), width)),
    ...(gate.since ? [hang('', forTerminal(gate.since.growth.text), width)] : []),
    words.judged(totals.processes, totals.questions),
  ];
  const isGood = gate.outcome === 'passed' && problems.length === 0;
  // In one line however long, so that it can be found and read by what reads logs.
  const last = forTerminal(gate.line ?? '');
  return [...lines, chalk.bold(isGood ? chalk.green(last) : chalk.red(last))].join('\n');
}
