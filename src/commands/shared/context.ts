import { type Memory, type MemoryOptions, memoryFolder, openMemory } from '../../cache/cache.js';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { colourLevel, type Io } from '../../io.js';
import { isNothingThere } from '../../problem.js';
import type { Report } from '../../report/model.js';
import { forTerminal } from '../../report/view/escape.js';
import { DEFAULT_WIDTH, hang, WIDEST } from '../../report/view/layout.js';
import { withoutCommands } from './ci-log.js';
import { UsageError } from './usage-error.js';
import type { Destination } from './write-output.js';

/** Flags about what is remembered from run to run. */
export interface MemoryFlags {
  /** Unset: on, but in CI. */
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

/** Columns of the terminal, at least 60 and at most 120; 80 without one. */
export function reportWidth({ stdout }: Io): number {
  return stdout.isTerminal && stdout.columns ? Math.max(60, Math.min(stdout.columns, WIDEST)) : DEFAULT_WIDTH;
}

/** How wide a report is and whether it has colours: as the terminal has, or plain in a file. */
export function displayFor({ file }: Pick<Destination, 'file'>, io: Io): { width: number; colour: 0 | 1 } {
  return file === undefined
    ? { width: reportWidth(io), colour: colourLevel(io, io.stdout) }
    : { width: DEFAULT_WIDTH, colour: 0 };
}

/** Prints each problem to standard error, with its hint below. */
export function printProblems(problems: Report['problems'], io: Io): void {
  for (const problem of problems) {
    const { place, message, hint } = problem;
    const at = forTerminal(place.file) + (isNothingThere(problem) ? '' : `:${place.line}:${place.column}`);
    io.stderr.write(withoutCommands(`${at}  ${forTerminal(message)}\n`, io));
    if (hint) io.stderr.write(withoutCommands(`${hang('  ', forTerminal(hint), DEFAULT_WIDTH)}\n`, io));
  }
}

/** The exit code of a command that only reports: an internal error is worse than bad input. */
export function exitOf({ totals, problems }: Report): ExitCode {
  if (totals.failedQuestions > 0) return EXIT.fault;
  return problems.length > 0 ? EXIT.input : EXIT.done;
}

/** What was parsed before, where the flags and the environment want it remembered. */
export function memoryFor(flags: MemoryFlags, io: Io): Memory {
  return openMemory(io.cwd, io.env, memoryOptions(flags, io));
}

/** Where answers are remembered; `undefined`: nowhere. */
export function memoryFolderFor(flags: MemoryFlags, io: Io): string | undefined {
  return memoryFolder(io.env, memoryOptions(flags, io));
}

function memoryOptions(flags: MemoryFlags, io: Io): MemoryOptions {
  if (flags.cacheLocation === '') throw new UsageError('empty-cache-location', {});
  return { folder: flags.cacheLocation, isOn: isMemoryOn(flags, io) };
}

/** CI starts from nothing each time, so that its result owes nothing to an earlier run, unless it is asked to remember. */
function isMemoryOn({ cache, cacheLocation }: MemoryFlags, { env }: Io): boolean {
  if (cache === false) return false;
  return cacheLocation !== undefined || cache === true || env['CI'] === undefined;
}
