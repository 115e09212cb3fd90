import { GitError } from '../git-fault.js';
import { type Day, dayOf } from '../time/day.js';
import { commitOf, nameOf } from './refs.js';
import { gitText, runGit, saidBy } from './run-git.js';

/**
 * The commit at which the branch that is checked out left `ref`: what a change is compared with.
 * Throws a `GitError` for an unknown or ambiguous ref, a shallow clone, or histories that never met.
 */
export function mergeBase(repository: string, ref: string): string {
  refuseShallow(repository, 'start-of-change');
  const commit = commitOf(repository, ref);
  try {
    return gitText(repository, ['merge-base', 'HEAD', commit]);
  } catch {
    throw new GitError({ code: 'nothing-in-common', ref });
  }
}

function refuseShallow(repository: string, lacks: 'start-of-change' | 'history'): void {
  if (gitText(repository, ['rev-parse', '--is-shallow-repository']) === 'true')
    throw new GitError({ code: 'shallow', lacks });
}

/**
 * The commits that led to HEAD and touched one of the paths (relative to the repository's top), the oldest first, each with
 * its UTC day; of a branch that was merged only the merge. A commit that is dated before its parent counts as of the parent's
 * day. Throws a `GitError` for a shallow clone or without any commit.
 *
 * @param after only what came after this commit
 */
export function commitsThatTouched(
  repository: string,
  paths: readonly string[],
  after?: string,
): { readonly commit: string; readonly day: Day }[] {
  refuseShallow(repository, 'history');
  let listed: string;
  try {
    const range = after === undefined ? 'HEAD' : `${after}..HEAD`;
    const log = ['--literal-pathspecs', 'log', '--first-parent', '--reverse', '--format=%H %ct', range];
    listed = gitText(repository, [...log, '--', ...paths]);
  } catch (error) {
    if (saidBy(error).includes("'HEAD'")) throw new GitError({ code: 'no-commit' });
    throw error;
  }
  const lines = listed === '' ? [] : listed.split('\n');
  let latest = '';
  return lines.map((line) => {
    const [commit, seconds] = line.split(' ') as [string, string];
    const day = dayOf(Number(seconds) * 1000);
    if (day > latest) latest = day;
    return { commit, day: latest };
  });
}

/** Which of some paths (relative to the repository's top, "." for all) HEAD holds, as files or folders; none without any commit. */
export function heldByHead(repository: string, paths: readonly string[]): ReadonlySet<string> {
  if (nameOf(repository, 'HEAD') === undefined) return new Set();
  const held = new Set<string>(['.']);
  const asked = [...new Set(paths)].filter((path) => path !== '.' && !path.startsWith('..'));
  for (let from = 0; from < asked.length; from += PATHS_AT_ONCE) {
    const some = asked.slice(from, from + PATHS_AT_ONCE);
    const listed = runGit(repository, ['ls-tree', '-z', '--name-only', '--full-tree', 'HEAD', '--', ...some]);
    for (const path of listed.toString('utf8').split('\0')) if (path !== '') held.add(path);
  }
  return held;
}

/** Fits into a command line on every system, with paths of ordinary length. */
const PATHS_AT_ONCE = 200;

/** The UTC day on which a commit was made. */
export function dayOfCommit(repository: string, commit: string): Day {
  return dayOf(Number(gitText(repository, ['show', '--no-patch', '--format=%ct', commit])) * 1000);
}

/** Whether git leaves a file out on purpose, or knows nothing of the folder that it lies in (a submodule). */
export function isLeftOut(repository: string, path: string): boolean {
  try {
    runGit(repository, ['check-ignore', '--quiet', '--', path]);
    return true;
  } catch (error) {
    return (error as { status?: number }).status !== 1;
  }
}

/** Whether HEAD came out of a commit. */
export function isBeforeHead(repository: string, commit: string): boolean {
  try {
    runGit(repository, ['merge-base', '--is-ancestor', commit, 'HEAD']);
    return true;
  } catch {
    return false;
  }
}
