import { auditFiles } from '../audit/audit-files.js';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { waiverFormats } from '../report/formats/waivers.js';
import { DEFAULT_WIDTH } from '../report/view/layout.js';
import { addCadence, type Cadence } from '../time/cadence.js';
import type { LoadWords } from '../wording/language.js';
import { asOfDay, type CommonFlags, exitOf, printProblems, reportWidth, UsageError } from './shared/context.js';
import { writeOutput } from './shared/write-output.js';

export interface WaiversFlags extends CommonFlags {
  readonly within: string;
  readonly format: 'terminal' | 'json';
  readonly output?: string;
}

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
  const width = flags.output === undefined ? reportWidth(io) : DEFAULT_WIDTH;
  const text = waiverFormats[flags.format](report, soon, { words, width });
  await writeOutput(text, flags, io);
  return exitOf(report);
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
