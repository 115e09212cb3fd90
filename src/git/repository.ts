import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { realPath } from '../files/paths.js';
import { GitError } from '../git-fault.js';
import { asGitError, gitText, saidBy } from './run-git.js';

/**
 * The top folder of the repository that a folder lies in, with all links followed: the nearest one that holds `.git`. Git is asked
 * there, so that neither files that look like a bare repository nor `core.worktree` can put another one in its place.
 * Throws a `GitError` where there is none, or where git refuses to read it.
 */
export function repositoryOf(folder: string): string {
  const top = nearestTop(realPath(folder));
  if (top === undefined) throw new GitError({ code: 'no-repository', folder });
  const workTree = workTreeAt(top);
  if (realPath(workTree) !== top) throw new GitError({ code: 'other-work-tree', folder: top, workTree });
  return top;
}

function nearestTop(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function workTreeAt(folder: string): string {
  try {
    return gitText(folder, ['rev-parse', '--show-toplevel']);
  } catch (error) {
    const said = saidBy(error);
    if (said === '') throw asGitError(error);
    throw new GitError({ code: 'refused', folder, said, isForeign: said.includes('dubious ownership') });
  }
}
