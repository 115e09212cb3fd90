import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { realPath, slashed } from '../files/paths.js';
import { type Contents, gitTree } from '../git/git-tree.js';
import { type JudgeOverTime, judgeOverTime } from '../history/judge-over-time.js';
import { type Snapshot, snapshotOf } from '../history/snapshot.js';
import type { DatedCommit, Step } from '../history/steps.js';
import type { Settings } from '../judging/settings.js';
import { check as checkAfresh } from '../load/check.js';
import type { Check } from '../load/checked-text.js';
import { loadProcesses } from '../load/load-processes.js';
import { typeOf } from '../load/readers/index.js';
import type { LoadResult } from '../load/to-processes.js';
import { isNothingThere, type Problem } from '../problem.js';
import { isRetired } from '../sales-process/is-retired.js';
import type { Words } from '../wording/words/words.js';
import { type Audit, judgePaths, type Prepared, toAudit } from './audit-files.js';

/** Where the history is, and which part of it. */
export interface HistoryOptions {
  readonly cwd: string;
  readonly repository: string;
  readonly check?: Check;
}

/** What a replay came to, and how much work it was. */
export interface Replay {
  readonly snapshots: readonly Snapshot[];
  /** Texts that were parsed and processes that were judged, of those that every step holds. */
  readonly work: { readonly parsed: number; readonly judged: number; readonly seen: number };
}

/**
 * The same paths at each step, judged as on its day with the settings of now. The working tree is not touched; what did not
 * change from step to step is neither parsed nor judged again.
 */
export async function replay(
  paths: readonly string[],
  steps: readonly Step[],
  settings: Settings,
  options: HistoryOptions,
): Promise<Replay> {
  const { check, parsed } = remembering(options.check ?? checkAfresh);
  const judging = judgeOverTime(settings);
  const contents: Contents = new Map();
  const places = pathsInRepository(paths, options.cwd, options.repository).flat();
  const snapshots: Snapshot[] = [];
  let loaded: { readonly commit: string; readonly result: LoadResult } | undefined;
  let seen = 0;
  for (const { commit, day } of steps) {
    if (loaded?.commit !== commit) {
      const tree = gitTree(options.repository, commit, places, contents);
      loaded = { commit, result: await loadProcesses(paths, { cwd: options.cwd, tree, check }) };
    }
    seen += loaded.result.processes.length;
    snapshots.push(snapshotAt({ commit, day }, loaded.result, judging, settings));
  }
  return { snapshots, work: { parsed: parsed(), judged: judging.times(), seen } };
}

function snapshotAt(
  { commit, day }: DatedCommit,
  { processes, problems }: LoadResult,
  judging: JudgeOverTime,
  settings: Settings,
): Snapshot {
  const isGone = ({ salesProcess }: LoadResult['processes'][number]) => isRetired(salesProcess, day);
  const judged = processes.filter((one) => !isGone(one)).map((one) => judging.judgeOn(one, day));
  return snapshotOf({ commit, day, unreadable: unreadableIn(problems) }, judged, processes.filter(isGone), settings);
}

/** Files that were there and could not be judged. */
function unreadableIn(problems: readonly Problem[]): string[] {
  const broken = problems.filter((problem) => !isNothingThere(problem));
  return [...new Set(broken.map(({ place }) => place.file))];
}

/** A check that does each text once. */
function remembering(check: Check): { readonly check: Check; readonly parsed: () => number } {
  const known = new Map<string, ReturnType<Check>>();
  return {
    check: (kind, text, file) => {
      const key = `${kind}\n${typeOf(file)}\n${text}`;
      const checked = known.get(key) ?? check(kind, text, file);
      known.set(key, checked as ReturnType<Check>);
      return checked as never;
    },
    parsed: () => known.size,
  };
}

/** The whole report of one commit, judged as on its day with the configuration of now. */
export async function auditCommit(
  prepared: Prepared,
  paths: readonly string[],
  { commit, day }: DatedCommit,
  { cwd, repository }: HistoryOptions,
  words: Words,
): Promise<{ readonly audit: Audit; readonly nowhere: readonly string[] }> {
  const settings = { ...prepared.settings, asOf: day };
  const tree = gitTree(repository, commit, pathsInRepository(paths, cwd, repository).flat());
  const found = await judgePaths(paths, settings, { cwd, tree });
  const problems = found.problems.filter((problem) => !isNothingThere(problem));
  return {
    audit: toAudit({ ...prepared, ...found, problems, settings, waivers: [] }, words),
    nowhere: nowhereIn(found.problems),
  };
}

/** Paths in which there is nothing. */
export function nowhereIn(
  problems: readonly { readonly code: string; readonly place: { readonly file: string } }[],
): string[] {
  return problems.filter(isNothingThere).map(({ place }) => place.file);
}

/**
 * For each path where it lies, relative to the top of the repository: of a glob the folder before it, and where a link is on
 * the way also what it leads to.
 */
export function pathsInRepository(paths: readonly string[], cwd: string, repository: string): string[][] {
  const top = realPath(repository);
  const inside = (path: string) => slashed(relative(top, path)) || '.';
  return paths.map((path) => {
    const plain = path.split(/[\\/]/);
    const glob = plain.findIndex((step) => /[*?[\]{}]/.test(step));
    const base = resolve(
      cwd,
      glob < 0 || existsSync(resolve(cwd, path)) ? path : plain.slice(0, glob).join('/') || '.',
    );
    const real = existsSync(base) ? inside(realPath(base)) : inside(base);
    return [...new Set([inside(base), ...(real.startsWith('..') ? [] : [real])])];
  });
}
