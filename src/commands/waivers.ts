import { auditFiles } from '../audit/audit-files.js';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { Report, ReportedWaiver } from '../report/model.js';
import { forTerminal, toJson } from '../report/view/escape.js';
import { isAboutWaiver } from '../report/view/findings-by-rule.js';
import { hang } from '../report/view/layout.js';
import { addCadence, type Cadence } from '../time/cadence.js';
import type { Day } from '../time/day.js';
import { english } from '../wording/en/index.js';
import type { LoadWords } from '../wording/language.js';
import { asOfDay, type CommonFlags, exitOf, printProblems, reportWidth, UsageError } from './shared/context.js';
import { writeOutput } from './shared/write-output.js';

export interface WaiversFlags extends CommonFlags {
  readonly within: string;
  readonly format: 'terminal' | 'json';
  readonly output?: string;
}

/** A waiver as it is listed: `expiring` is active and ends soon. */
type Listed = ReportedWaiver & { readonly list: 'active' | 'expiring' | 'expired' | 'unused' | 'not counted' };

/** `audit waivers [paths…]`: every waiver, those that end soon first. */
export async function waivers(
  paths: readonly string[],
  flags: WaiversFlags,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  const asOf = asOfDay(flags, io);
  const soon = addCadence(asOf, toPeriod(flags.within))!;
  const { report } = await auditFiles(paths, {
    asOf,
    cwd: io.cwd,
    config: flags.config,
    readStdin: io.readStdin,
    words,
  });
  printProblems(report.problems, io);
  const listed = report.waivers.map((waiver): Listed => ({ ...waiver, list: listOf(waiver, soon) }));
  const text =
    flags.format === 'json'
      ? toJson({ asOf, expiringBy: soon, waivers: listed })
      : inWords(listed, { report, soon, width: flags.output === undefined ? reportWidth(io) : 80 });
  await writeOutput(text, flags, io);
  return exitOf(report);
}

function listOf({ state, until }: ReportedWaiver, soon: Day): Listed['list'] {
  if (state === 'active') return until <= soon ? 'expiring' : 'active';
  return state === 'expired' || state === 'unused' ? state : 'not counted';
}

const LISTS = ['expiring', 'active', 'expired', 'unused', 'not counted'] as const;

function inWords(
  listed: readonly Listed[],
  { report, soon, width }: { report: Report; soon: Day; width: number },
): string {
  if (listed.length === 0) return `No waivers, as of ${report.asOf}.\n`;
  const blocks = LISTS.flatMap((list) => {
    const some = listed.filter((waiver) => waiver.list === list).sort((a, b) => (a.until < b.until ? -1 : 1));
    if (some.length === 0) return [];
    const title = list === 'expiring' ? `EXPIRING BY ${soon}` : list.toUpperCase();
    return [[`${title} (${some.length})`, ...some.map((waiver) => entry(waiver, report, width))].join('\n')];
  });
  return `${blocks.join('\n\n')}\n`;
}

function entry(waiver: Listed, { findings }: Report, width: number): string {
  const { process, approvedBy, reason, ticket, granted, place } = waiver;
  const about = `${english.gate.waiver(waiver)}, by ${approvedBy}${granted ? ` on ${granted}` : ''}: ${reason}${ticket ? ` (${ticket})` : ''}`;
  const at = `${place.file}:${place.line}:${place.column}`;
  const said = findings.filter(
    (finding) => isAboutWaiver(finding) && finding.process === process && finding.place.file === place.file,
  );
  return [
    hang('  ', forTerminal(`${process}: ${about}`), width),
    `    ${forTerminal(at)}`,
    ...(waiver.list === 'active' || waiver.list === 'expiring'
      ? []
      : said.slice(0, 1).map(({ remedy }) => hang('    ', forTerminal(remedy), width))),
  ].join('\n');
}

const UNITS: Readonly<Record<string, Extract<Cadence, { kind: 'period' }>['unit']>> = {
  d: 'day',
  w: 'week',
  m: 'month',
  y: 'year',
};

/** Reads `30d`, `4w`, `2 months`, `1 year`. */
function toPeriod(text: string): Cadence {
  const [, count, unit] = /^(\d{1,4}) ?(d|w|m|y|days?|weeks?|months?|years?)$/.exec(text.trim()) ?? [];
  if (count === undefined)
    throw new UsageError(`--within must be a length of time, got "${text}"`, 'write 30d, 4w or "2 months"');
  return { kind: 'period', count: Number(count), unit: UNITS[unit!.charAt(0)]! };
}
