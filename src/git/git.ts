import { execFileSync } from 'node:child_process';
import { slashed } from '../files/slashed.js';
import { type Day, dayOf } from '../time/day.js';
import type { GitParams } from '../wording/words/usage.js';
import { programOnPath } from './program-on-path.js';

/** Why git could not tell what was asked. */
export class GitError<Code extends keyof GitParams = keyof GitParams> extends Error {
  override readonly name = 'GitError';

  constructor(
    readonly code: Code,
    readonly params: GitParams[Code],
  ) {
    super(`${code} ${JSON.stringify(params)}`);
  }
}

/** What git prints may be large: the names of all files of a repository. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** What a hook is given about its own repository, which need not be the one that a folder lies in (git rev-parse --local-env-vars). */
const OF_A_HOOK = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
];

/** What would make other paths of those that git is asked about. */
const ABOUT_PATHS = ['GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS', 'GIT_LITERAL_PATHSPECS'];

/** Settings of whoever runs it that would change what git prints for us. */
const PLAIN = ['-c', 'log.showSignature=false', '-c', 'i18n.logOutputEncoding=UTF-8'];

/** Runs git without a shell, without a pager and without ever asking or fetching anything. */
export function git(folder: string, args: readonly string[], input?: string): Buffer {
  const program = programOnPath('git', process.env);
  if (program === undefined) throw Object.assign(new Error('there is no git in PATH'), { code: 'ENOENT' });
  return execFileSync(program, ['--no-pager', ...PLAIN, '-C', folder, ...args], {
    input: input ?? '',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: MOST_BYTES,
    env: {
      ...withoutOthers(process.env),
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_OPTIONAL_LOCKS: '0',
      LC_ALL: 'C',
    },
  });
}

function withoutOthers(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const others = [...OF_A_HOOK, ...ABOUT_PATHS];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !others.includes(name)));
}

/** What a failure of git is to the reader; anything else is as it was. */
export function asGitError(error: unknown): unknown {
  const said = lastLineOf(error).trim().split('\n').at(-1);
  if (said) return new GitError('git-failed', { said });
  // Only of another program is it known how it ended.
  if (!(error instanceof Error) || !('status' in error)) return error;
  const { code, signal, status } = error as NodeJS.ErrnoException & { status: number | null; signal?: string | null };
  // Linux says the one, Windows the other.
  if (code === 'E2BIG' || code === 'ENAMETOOLONG') return new GitError('too-many-paths', {});
  return signal ? new GitError('git-crashed', { signal }) : new GitError('git-exited', { code: code ?? status });
}

/** The top folder of the working tree that a folder lies in. Throws a `GitError` where there is none. */
export function repositoryOf(folder: string): string {
  try {
    return git(folder, ['rev-parse', '--show-toplevel']).toString('utf8').replace(/\n$/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new GitError('no-git', {});
    if (lastLineOf(error).includes('dubious ownership'))
      throw new GitError('untrusted-repository', { folder, command: trustCommand(folder) });
    throw new GitError('not-in-a-repository', { folder });
  }
}

function trustCommand(folder: string): string {
  const path = slashed(folder);
  return `git config --global --add safe.directory ${/\s/.test(path) ? `"${path}"` : path}`;
}

/**
 * The commit at which the branch that is checked out left `ref`: what a change is compared with.
 * Throws a `GitError` for an unknown ref, a shallow clone, or histories that never met.
 */
export function mergeBase(repository: string, ref: string): string {
  refuseShallow(repository, 'fork');
  const commit = commitOf(repository, ref);
  try {
    return textOf(repository, ['merge-base', 'HEAD', commit]);
  } catch {
    throw new GitError('nothing-in-common', { ref });
  }
}

function refuseShallow(repository: string, missing: GitParams['shallow-clone']['missing']): void {
  if (textOf(repository, ['rev-parse', '--is-shallow-repository']) !== 'true') return;
  throw new GitError('shallow-clone', { missing });
}

/**
 * The commits that led to HEAD and touched one of the paths (relative to the repository's top), the oldest first, each with
 * its UTC day; of a branch that was merged only the merge. A commit that is dated before one that it came after counts as
 * of that one's day. Throws a `GitError` for a shallow clone or without any commit.
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
    listed = textOf(repository, [...log, '--', ...paths]);
  } catch (error) {
    if (lastLineOf(error).includes("'HEAD'")) throw new GitError('no-commits', {});
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

/** The files that HEAD holds and the folders that they lie in, relative to the repository's top; none without any commit. */
export function heldByHead(repository: string): ReadonlySet<string> {
  if (nameOf(repository, 'HEAD') === undefined) return new Set();
  const held = new Set<string>(['.']);
  const files = git(repository, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', 'HEAD']).toString('utf8');
  for (const file of files.split('\0'))
    for (let path = file; path !== '' && !held.has(path); path = path.slice(0, Math.max(path.lastIndexOf('/'), 0)))
      held.add(path);
  return held;
}

/** The UTC day on which a commit was made. */
export function dayOfCommit(repository: string, commit: string): Day {
  return dayOf(Number(textOf(repository, ['show', '--no-patch', '--format=%ct', commit])) * 1000);
}

/** Whether git leaves a file out on purpose, or knows nothing of the folder it lies in (a submodule). */
export function isLeftOut(repository: string, path: string): boolean {
  try {
    git(repository, ['check-ignore', '--quiet', '--', path]);
    return true;
  } catch (error) {
    return (error as { status?: number }).status !== 1;
  }
}

/** Whether HEAD came out of a commit. */
export function isBeforeHead(repository: string, commit: string): boolean {
  try {
    git(repository, ['merge-base', '--is-ancestor', commit, 'HEAD']);
    return true;
  } catch {
    return false;
  }
}

/** The full name of the commit that a ref stands for. */
export function commitOf(repository: string, ref: string): string {
  // Refs never begin with a hyphen; what does would be taken for an option.
  if (ref.startsWith('-') || ref.trim() === '') throw new GitError('not-a-ref', { ref });
  const commit = nameOf(repository, `${ref}^{commit}`);
  // "^main" is all that main does not lead to, and no commit.
  if (commit === undefined || commit.startsWith('^')) throw new GitError('unknown-ref', { ref });
  return commit;
}

function nameOf(repository: string, object: string): string | undefined {
  try {
    return textOf(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', object]);
  } catch {
    return undefined;
  }
}

function textOf(repository: string, args: readonly string[]): string {
  return git(repository, args).toString('utf8').trim();
}

function lastLineOf(error: unknown): string {
  const { stderr } = error as { stderr?: Buffer };
  return stderr?.toString('utf8') ?? '';
}
