import { execFileSync } from 'node:child_process';
import { GitError } from '../git-fault.js';
import { programOnPath } from './program-on-path.js';

/** Bounds what git may print, in bytes: the names of all files of a large repository fit. */
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Variables that point git at another repository (`git rev-parse --local-env-vars`), change what paths mean, make it print more, or
 * name a program to run. A hook is started with some of them set.
 */
const DROPPED = /^GIT_(?!CONFIG_|CEILING_DIRECTORIES$|DISCOVERY_ACROSS_FILESYSTEM$|EXEC_PATH$)/i;

/**
 * Settings of the user, the system or the repository that would change what git prints for us, or run a program. Settings on the
 * command line win, and git trusts `safe.bareRepository` only from there and from the user.
 */
const PINNED = [
  // A bare repository that was committed as ordinary files must not answer in place of the real one.
  'safe.bareRepository=explicit',
  'core.fsmonitor=false',
  'core.quotePath=false',
  'core.precomposeUnicode=true',
  'core.warnAmbiguousRefs=true',
  'core.useReplaceRefs=false',
  'core.commentChar=#',
  'color.ui=false',
  'column.ui=never',
  'i18n.logOutputEncoding=UTF-8',
  'log.follow=false',
  'log.showSignature=false',
  'log.mailmap=false',
  'log.decorate=false',
  'log.date=default',
  'log.diffMerges=separate',
  'diff.renames=false',
  'diff.noprefix=false',
  'status.relativePaths=false',
  'submodule.recurse=false',
  'advice.detachedHead=false',
].flatMap((setting) => ['-c', setting]);

/**
 * Runs git in a folder: without a shell, without a pager, and without ever asking or fetching anything. Throws what
 * `execFileSync` throws; `asGitError` explains it.
 */
export function runGit(folder: string, args: readonly string[], input = ''): Buffer {
  const program = programOnPath('git', process.env);
  if (program === undefined) throw new GitError({ code: 'no-git' });
  return execFileSync(program, ['--no-pager', ...PINNED, '-C', folder, ...args], {
    input,
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: MOST_BYTES,
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !DROPPED.test(name))),
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_OPTIONAL_LOCKS: '0',
      LC_ALL: 'C',
    },
  });
}

/** What git printed, without white space at its ends. */
export function gitText(folder: string, args: readonly string[]): string {
  return runGit(folder, args).toString('utf8').trim();
}

/** What git said when it refused, without "fatal:"; "" for what is not a failure of git. */
export function saidBy(error: unknown): string {
  const { stderr } = error as { stderr?: Buffer };
  const lines = stderr?.toString('utf8').trim().split('\n') ?? [];
  // What follows the first "fatal:" is advice of many lines, unless the line ends in a colon.
  const at = lines.findIndex((line) => line.startsWith('fatal: '));
  const said = (lines[at] ?? lines.at(-1) ?? '').replace(/^(?:fatal|error): /, '');
  return said.endsWith(':') && at >= 0 ? `${said} ${lines[at + 1]?.trim() ?? ''}`.trim() : said;
}

/** A failure of git as a `GitError`; anything else is passed through. */
export function asGitError(error: unknown): unknown {
  if (error instanceof GitError) return error;
  const said = saidBy(error);
  if (said !== '') return new GitError({ code: 'failed', said });
  const { code, signal, status } = error as NodeJS.ErrnoException & { status?: number | null; signal?: string | null };
  // Only the failure of a program has a status; a fault of our own must keep its stack.
  if (!(error instanceof Error) || !('status' in error)) return error;
  if (code === 'ENOENT') return new GitError({ code: 'no-git' });
  // Linux says the first, Windows the second.
  if (code === 'E2BIG' || code === 'ENAMETOOLONG') return new GitError({ code: 'too-many-paths' });
  return new GitError({ code: 'ended', how: signal ?? (status === null ? code : undefined) ?? String(status) });
}
