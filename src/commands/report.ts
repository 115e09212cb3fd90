import { auditFiles } from '../audit-files.js';
import type { ExitCode } from '../exit-code.js';
import { suggest } from '../format/suggest.js';
import { colourLevel, type Io } from '../io.js';
import { openMemory } from '../load/memory.js';
import type { Sort } from '../report/formats/format.js';
import { type FormatName, formats } from '../report/formats/index.js';
import { DEFAULT_WIDTH } from '../report/layout.js';
import type { Report } from '../report/model.js';
import type { VerdictName } from '../verdict.js';
import { asOfDay, type CommonFlags, exitOf, printProblems, reportWidth } from './context.js';
import { writeOutput } from './write-output.js';

export interface ReportFlags extends CommonFlags {
  readonly format: FormatName;
  readonly output?: string;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly sort: Sort;
  readonly only?: VerdictName;
  /** Unset: on, but in CI. */
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

/** `audit [paths…]`: judges what the paths hold and reports. Display flags never change a verdict or the exit code. */
export async function report(
  paths: readonly string[],
  flags: ReportFlags,
  io: Io,
  commands: readonly string[] = [],
): Promise<ExitCode> {
  const memory = openMemory(io.cwd, io.env, { folder: flags.cacheLocation, isOn: isMemoryOn(flags, io) });
  const { report: found } = await auditFiles(paths, {
    asOf: asOfDay(flags, io),
    cwd: io.cwd,
    config: flags.config,
    readStdin: io.readStdin,
    check: memory.check,
  });
  const text = formats[flags.format](found, {
    width: flags.output === undefined ? reportWidth(io) : DEFAULT_WIDTH,
    colour: flags.output === undefined ? colourLevel(io, io.stdout) : 0,
    isVerbose: flags.verbose ?? false,
    isQuiet: flags.quiet ?? false,
    sort: flags.sort,
    only: flags.only,
  });
  printProblems(
    found.problems.map((one) => withCommandMeant(one, commands)),
    io,
  );
  await writeOutput(text, flags.output, io);
  memory.save();
  return exitOf(found);
}

/** A misspelt command reaches the default command as a path that is not there. */
function withCommandMeant(one: Report['problems'][number], commands: readonly string[]): Report['problems'][number] {
  const meant = one.code === 'no-such-path' ? suggest(one.place.file, commands) : undefined;
  return meant ? { ...one, hint: `did you mean "audit ${meant}"?` } : one;
}

/** CI starts from nothing each time, so that its result owes nothing to an earlier run, unless it is asked to remember. */
function isMemoryOn({ cache, cacheLocation }: ReportFlags, { env }: Io): boolean {
  if (cache === false) return false;
  return cacheLocation !== undefined || cache === true || env['CI'] === undefined;
}
