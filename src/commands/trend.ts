import { prepare } from '../audit/audit-files.js';
import { pathsInRepository, replay } from '../audit/replay.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { commitsThatTouched, dayOfCommit, heldByHead, isBeforeHead } from '../git/history.js';
import { commitOf } from '../git/refs.js';
import { type DatedCommit, MOST_STEPS, type Rhythm, stepsOf } from '../history/steps.js';
import { trendOf } from '../history/trend.js';
import type { Io } from '../io.js';
import { TOOL } from '../package-info.js';
import type { TrendFormat } from '../report/formats/names.js';
import { trendFormats } from '../report/formats/trend.js';
import { DEFAULT_WIDTH } from '../report/view/layout.js';
import { parseCadence } from '../time/cadence.js';
import { DAY_PATTERN, isDay } from '../time/day.js';
import { thousands } from '../wording/en/grammar.js';
import type { LoadWords } from '../wording/language.js';
import { asOfDay, type CommonFlags, displayOf, printProblems, UsageError } from './shared/context.js';
import { inRepository } from './shared/repository.js';
import { writeOutput } from './shared/write-output.js';

export interface TrendFlags extends CommonFlags {
  /** A day, or a ref of git. */
  readonly since?: string;
  readonly every: string;
  readonly format: TrendFormat;
  readonly output?: string;
}

/** `audit trend [paths…]`: how processes and hours went through the history of git, and what was given back. */
export async function trend(
  paths: readonly string[],
  flags: TrendFlags,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  const asOf = asOfDay(flags, io);
  const rhythm = toRhythm(flags.every);
  const prepared = await prepare(paths, { asOf, cwd: io.cwd, config: flags.config });
  if ('problems' in prepared) {
    printProblems(prepared.problems, io);
    return EXIT.input;
  }
  const { settings, source } = prepared;
  return inRepository(io, words, 'audit trend', async ({ cwd, repository, inside }) => {
    const inner = source.map(inside);
    const folders = pathsInRepository(inner, cwd, repository);
    const held = heldByHead(repository, folders.flat());
    // To go through the history for each of thousands of files would take minutes.
    const untouched = source.find((_, index) => {
      const some = folders[index]!;
      return !some.some((path) => held.has(path)) && commitsThatTouched(repository, some).length === 0;
    });
    if (untouched !== undefined)
      throw new UsageError(
        `no commit holds ${untouched}`,
        'name the folder of the process files, or commit them first: the history of git is what is told',
      );
    if (flags.since !== undefined && DAY_PATTERN.test(flags.since) && !isDay(flags.since))
      throw new UsageError(`--since: there is no day ${flags.since}`);
    if (flags.since !== undefined && isDay(flags.since) && flags.since > asOf)
      throw new UsageError(`--since: ${flags.since} is later than ${asOf}`);
    const touched = (after?: string) =>
      commitsThatTouched(repository, folders.flat(), after).map(({ commit, day }) => ({
        commit,
        // A clock that ran fast: what is committed is not later than today.
        day: flags.asOf === undefined && day > asOf ? asOf : day,
      }));
    const commits = flags.since === undefined ? touched() : since(flags.since, touched, repository);
    const steps = stepsOf(commits, rhythm, asOf);
    if (steps.length === 0) throw new UsageError(`the first commit, of ${commits[0]!.day}, is later than ${asOf}`);
    if (rhythm !== 'commit' && steps.length > MOST_STEPS)
      throw new UsageError(
        `--every ${flags.every} makes more than ${thousands(MOST_STEPS)} steps from ${steps[0]!.day} to ${asOf}`,
        'look less often, or begin later: --every year, --since DAY',
      );
    const { snapshots, work } = await replay(inner, steps, settings, { cwd, repository });
    const written = {
      ...trendOf(snapshots),
      tool: TOOL,
      source,
      every: flags.every,
      unreadable: snapshots.at(-1)!.unreadable.length,
      settings: { hourlyCost: settings.hourlyCost ?? null },
      work,
    };
    const display =
      flags.output === undefined ? displayOf(io, words) : { words, width: DEFAULT_WIDTH, colour: 0 as const };
    await writeOutput(trendFormats[flags.format](written, display), flags, io);
    return EXIT.done;
  });
}

function toRhythm(every: string): Rhythm {
  if (every === 'commit') return 'commit';
  const isPeriod = /^(?:[1-9]\d{0,2} )?(?:day|week|month|quarter|year)s?$/.test(every);
  const cadence = isPeriod ? parseCadence(every) : undefined;
  if (cadence?.kind === 'period') return cadence;
  throw new UsageError(`--every must be day, week, month, quarter, year, "2 weeks" … or commit, got "${every}"`);
}

/** What was there on that day or at that commit, and what came after. */
function since(from: string, touched: (after?: string) => readonly DatedCommit[], repository: string): DatedCommit[] {
  if (!isDay(from)) {
    const commit = commitOf(repository, from);
    if (!isBeforeHead(repository, commit))
      throw new UsageError(
        `--since: "${from}" is not a part of what led to HEAD`,
        'name a commit of this branch, or a day',
      );
    const day = dayOfCommit(repository, commit);
    return [{ commit, day }, ...touched(commit).map((one) => ({ ...one, day: one.day < day ? day : one.day }))];
  }
  const all = touched();
  const after = all.filter(({ day }) => day > from);
  const before = all.filter(({ day }) => day <= from).at(-1);
  return before ? [{ commit: before.commit, day: from }, ...after] : after;
}
