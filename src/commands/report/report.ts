import { recallReport, toQuestion } from '../../cache/last-report.js';
import type { CacheLocation } from '../../cache/location.js';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { canBeReadAgain } from '../../files/read-bounded.js';
import { colourLevel, type Io } from '../../io.js';
import type { VerdictName } from '../../judging/verdict.js';
import { type FoundConfiguration, findConfiguration } from '../../load/find-configuration.js';
import type { FormatOptions, Sort } from '../../report/formats/format.js';
import type { FormatName } from '../../report/formats/names.js';
import { DEFAULT_WIDTH } from '../../report/view/layout.js';
import type { Day } from '../../time/day.js';
import { count } from '../../wording/en/grammar.js';
import type { LoadWords } from '../../wording/language.js';
import { type CacheFlags, cacheLocationOf } from '../shared/cache-flags.js';
import { asOfDay, type CommonFlags, pathsOf, reportWidth, sourceUrlOf, UsageError } from '../shared/context.js';
import { type Timing, timingOf } from '../shared/timing.js';
import { writeOutput } from '../shared/write-output.js';

export interface ReportFlags extends CommonFlags, CacheFlags {
  readonly format: FormatName;
  readonly output?: string;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly sort: Sort;
  readonly only?: VerdictName;
  readonly sourceUrl?: string;
  /** Opens what was written, with --output. */
  readonly open?: boolean;
}

/** What a run makes of its flags before it looks at any process. */
export interface ReportSetting {
  readonly asOf: Day;
  readonly display: Omit<FormatOptions, 'words'>;
  /** All that the report depends on besides the files. */
  readonly questionWith: (configuration: FoundConfiguration) => string;
  readonly cache: CacheLocation;
  readonly timing: Timing;
  /** The names of all commands. */
  readonly commands: readonly string[];
}

/**
 * `audit [paths…]`: judges what the paths hold and reports, or says what it said before where nothing has changed. Display
 * flags never change a verdict or the exit code.
 */
export async function report(
  paths: readonly string[],
  flags: ReportFlags,
  io: Io,
  loadWords: LoadWords,
  commands: readonly string[] = [],
): Promise<ExitCode> {
  if (flags.open && flags.output === undefined)
    throw new UsageError('--open opens a file', 'say which: audit -f html -o report.html --open');
  const isShaped = flags.only !== undefined || flags.sort !== 'hours' || flags.verbose || flags.quiet;
  // A note and no error: what is shown must never change how a run ends.
  if (isShaped && flags.format !== 'terminal')
    io.stderr.write(
      `audit: --only, --sort, --verbose and --quiet change nothing in ${flags.format}: it holds everything\n`,
    );
  const timing = timingOf(flags, io);
  const asOf = asOfDay(flags, io);
  const display = displayFor(flags, io);
  const questionWith = (configuration: FoundConfiguration) =>
    toQuestion(io.cwd, asOf, paths, configuration, [flags.format, display]);
  const cache = cacheLocationOf(flags, io);
  const canBeAsked = flags.config === undefined || canBeReadAgain(flags.config, io.cwd);
  const isAsked = cache.folder !== undefined && !flags.open && canBeAsked;
  const found = isAsked ? findConfiguration(io.cwd, flags.config) : undefined;
  const before = found && !('problem' in found) ? await recallReport(cache, questionWith(found)) : undefined;
  timing.step('look for changes');
  if (!before) {
    const { reportAfresh } = await import('../parts/everyday.js');
    timing.step('start');
    return reportAfresh(paths, flags, io, loadWords, { asOf, display, questionWith, cache, timing, commands });
  }
  await writeOutput(before.text, flags, io);
  timing.step('write');
  timing.tell(`${count(before.files, 'file')} found, none changed since the last run`);
  return EXIT.done;
}

function displayFor(flags: ReportFlags, io: Io): Omit<FormatOptions, 'words'> {
  return {
    width: flags.output === undefined ? reportWidth(io) : DEFAULT_WIDTH,
    colour: flags.output === undefined ? colourLevel(io, io.stdout) : 0,
    isVerbose: flags.verbose ?? false,
    isQuiet: flags.quiet ?? false,
    sort: flags.sort,
    only: flags.only,
    ...pathsOf(io),
    sourceUrl: sourceUrlOf(flags),
  };
}
