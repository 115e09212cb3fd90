import { prepare } from '../audit/audit-files.js';
import { pathsInRepository, replay } from '../audit/replay.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { commitsThatTouched, dayOfCommit, heldByHead, isBeforeHead } from '../git/history.js';
import { commitOf } from '../git/refs.js';
import { type DatedCommit, MOST_STEPS, type Rhythm, stepsOf } from '../history/steps.js';
import { trendOf } from '../history/trend.js';
import type { Io } from '../io.js';
import { TOOL } from '../package-info.js';
import { toReportedProblems } from '../report/build/problem.js';
import type { TrendFormat } from '../report/formats/names.js';
import { trendFormats } from '../report/formats/trend.js';
import { isDay } from '../time/day.js';
import type { LoadWords } from '../wording/language.js';
import type { Scope } from './shared/audit.js';
import { displayFor, printProblems } from './shared/context.js';
import { inRepository } from './shared/repository.js';
import { UsageError } from './shared/usage-error.js';
import { type Destination, writeOutput } from './shared/write-output.js';

export interface TrendRequest {
  readonly scope: Scope;
  readonly to: Destination<TrendFormat>;
  /** Whether the day to judge on is today. */
  readonly isToday: boolean;
  /** A day or a git ref; default: the first commit. */
  readonly since: string | undefined;
  readonly every: { readonly rhythm: Rhythm; readonly asWritten: string };
}

/** `audit trend [paths...]`: how processes and hours changed through the git history, and what was given back. */
export async function trend(
  { scope, to, isToday, since, every }: TrendRequest,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  const { asOf } = scope;
  const prepared = await prepare(scope.paths, { asOf, cwd: io.cwd, config: scope.config });
  if ('problems' in prepared) {
    printProblems(toReportedProblems(prepared.problems, words), io);
    return EXIT.input;
  }
  const { settings, source } = prepared;
  return inRepository(io, 'audit trend', async ({ cwd, repository, inside }) => {
    const inner = source.map(inside);
    const folders = pathsInRepository(inner, cwd, repository);
    const held = heldByHead(repository, folders.flat());
    // Searching the history for each of thousands of files would take minutes.
    const untouched = source.find((_, index) => {
      const some = folders[index]!;
      return !some.some((path) => held.has(path)) && commitsThatTouched(repository, some).length === 0;
    });
    if (untouched !== undefined) throw new UsageError('not-committed', { path: untouched });
    const touched = (after?: string) =>
      commitsThatTouched(repository, folders.flat(), after).map(({ commit, day }) => ({
        commit,
        // A commit dated after today comes from a clock that was fast.
        day: isToday && day > asOf ? asOf : day,
      }));
    const commits = since === undefined ? touched() : commitsSince(since, touched, repository);
    const steps = stepsOf(commits, every.rhythm, asOf);
    if (steps.length === 0) throw new UsageError('history-too-late', { first: commits[0]!.day, asOf });
    if (every.rhythm !== 'commit' && steps.length > MOST_STEPS)
      throw new UsageError('too-many-steps', {
        every: every.asWritten,
        most: MOST_STEPS,
        from: steps[0]!.day,
        to: asOf,
      });
    const { snapshots, work } = await replay(inner, steps, settings, { cwd, repository });
    const written = {
      ...trendOf(snapshots),
      tool: TOOL,
      source,
      every: every.asWritten,
      unreadable: snapshots.at(-1)!.unreadable.length,
      settings: { hourlyCost: settings.hourlyCost ?? null },
      work,
    };
    await writeOutput(trendFormats[to.format](written, { words, ...displayFor(to, io) }), to, io);
    return EXIT.done;
  });
}

/** The state on that day or at that commit, and every commit after it. */
function commitsSince(
  from: string,
  touched: (after?: string) => readonly DatedCommit[],
  repository: string,
): DatedCommit[] {
  if (!isDay(from)) {
    const commit = commitOf(repository, from);
    if (!isBeforeHead(repository, commit)) throw new UsageError('not-in-history', { ref: from }, { about: '--since' });
    const day = dayOfCommit(repository, commit);
    return [{ commit, day }, ...touched(commit).map((one) => ({ ...one, day: one.day < day ? day : one.day }))];
  }
  const all = touched();
  const after = all.filter(({ day }) => day > from);
  const before = all.filter(({ day }) => day <= from).at(-1);
  return before ? [{ commit: before.commit, day: from }, ...after] : after;
}
