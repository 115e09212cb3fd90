import { isAbsolute, relative, resolve, sep } from 'node:path';
import { realPath } from '../../files/paths.js';
import { asGitError, GitError, repositoryOf } from '../../git/git.js';
import type { Io } from '../../io.js';
import { UsageError } from './context.js';

/** Where git's files are, with all links followed: git names its folders without them. */
export interface InRepository {
  readonly cwd: string;
  readonly repository: string;
  /** A path as it was given, relative to `cwd` and inside the repository. Throws a `UsageError` for one outside. */
  readonly inside: (path: string) => string;
}

/** Runs what asks git, and turns what git refuses into words that begin with the flag or argument it is about. */
export async function inRepository<T>(io: Io, about: string, work: (where: InRepository) => Promise<T>): Promise<T> {
  try {
    const cwd = realPath(io.cwd);
    const repository = realPath(repositoryOf(cwd));
    return await work({ cwd, repository, inside: (path) => insideOf(repository, path, cwd, io, about) });
  } catch (error) {
    const meant = asGitError(error);
    if (meant instanceof GitError) throw new UsageError(`${about}: ${meant.message}`, meant.hint);
    throw meant;
  }
}

function insideOf(repository: string, path: string, cwd: string, io: Io, about: string): string {
  if (path === '-') throw new UsageError(`${about} compares files; standard input has no earlier state`);
  // The working directory may have been reached through a link, and git names its folders without.
  const fromCwd = isAbsolute(path) ? relative(io.cwd, path) : path;
  const inside = relative(repository, resolve(cwd, fromCwd));
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    throw new UsageError(
      `${about}: ${path} lies outside the repository ${repository}`,
      'run it in the repository of the processes',
    );
  return fromCwd === '' ? '.' : fromCwd;
}
