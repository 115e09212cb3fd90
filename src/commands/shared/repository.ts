import { isAbsolute, relative, resolve, sep } from 'node:path';
import { realPath } from '../../files/paths.js';
import { repositoryOf } from '../../git/repository.js';
import { asGitError } from '../../git/run-git.js';
import { GitError, type GitFault } from '../../git-fault.js';
import type { Io } from '../../io.js';
import type { Words } from '../../wording/words/words.js';
import { UsageError } from './context.js';

/** Where git's files are, with all links followed: git names its folders without them. */
export interface InRepository {
  readonly cwd: string;
  readonly repository: string;
  /** A path as it was given, relative to `cwd` and inside the repository. Throws a `UsageError` for one outside. */
  readonly inside: (path: string) => string;
}

/** Runs what asks git, and turns what git refuses into words that begin with the flag or argument it is about. */
export async function inRepository<T>(
  io: Io,
  words: Words,
  about: string,
  work: (where: InRepository) => Promise<T>,
): Promise<T> {
  try {
    const cwd = realPath(io.cwd);
    const repository = repositoryOf(cwd);
    return await work({ cwd, repository, inside: (path) => insideOf(repository, path, cwd, io, about) });
  } catch (error) {
    const meant = asGitError(error);
    if (!(meant instanceof GitError)) throw meant;
    const { message, hint } = explain(meant.fault, words);
    throw new UsageError(`${about}: ${message}`, hint);
  }
}

/** The words of a fault. Its parameters belong to its code by construction, which the mapped type cannot follow. */
function explain(fault: GitFault, { git }: Words): { readonly message: string; readonly hint: string } {
  return (git[fault.code] as (fault: GitFault) => { message: string; hint: string })(fault);
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
