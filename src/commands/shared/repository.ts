import { isAbsolute, relative, resolve, sep } from 'node:path';
import { realPath } from '../../files/paths.js';
import { repositoryOf } from '../../git/repository.js';
import { asGitError } from '../../git/run-git.js';
import { GitError } from '../../git-fault.js';
import type { Io } from '../../io.js';
import { UsageError } from './usage-error.js';

/** Where git works. All links are followed, as git does in the folders it names. */
export interface InRepository {
  readonly cwd: string;
  readonly repository: string;
  /** A path as it was given, relative to `cwd` and inside the repository. Throws a `UsageError` for one outside. */
  readonly inside: (path: string) => string;
}

/**
 * Runs work that asks git. What git refuses becomes a `UsageError`.
 *
 * @param about the option or command that needs git
 */
export async function inRepository<T>(io: Io, about: string, work: (where: InRepository) => Promise<T>): Promise<T> {
  try {
    const cwd = realPath(io.cwd);
    const repository = repositoryOf(cwd);
    return await work({ cwd, repository, inside: (path) => insideOf(repository, path, cwd, io, about) });
  } catch (error) {
    const failure = asGitError(error);
    if (failure instanceof GitError) throw new UsageError('git', { fault: failure.fault }, { about });
    throw failure;
  }
}

function insideOf(repository: string, path: string, cwd: string, io: Io, about: string): string {
  if (path === '-') throw new UsageError('stdin-has-no-history', {}, { about });
  // The working directory may have been reached through a link, and git names its folders without.
  const fromCwd = isAbsolute(path) ? relative(io.cwd, path) : path;
  const inside = relative(repository, resolve(cwd, fromCwd));
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    throw new UsageError('outside-repository', { path, repository }, { about });
  return fromCwd === '' ? '.' : fromCwd;
}
