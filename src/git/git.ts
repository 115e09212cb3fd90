import { execFileSync } from 'node:child_process';
import { slashed } from '../files/paths.js';
import { type Day, dayOf } from '../time/day.js';
import { programOnPath } from './program-on-path.js';

/** Why git could not tell what was asked, and what to do about it. */
export class GitError extends Error {
  override readonly name = 'GitError';

  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
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
  if (said)
    return new GitError(`git failed: ${said}`, 'if the clone lacks contents, fetch them: "git fetch --refetch"');
  // Only of another program is it known how it ended.
  if (!(error instanceof Error) || !('status' in error)) return error;
  const { code, signal, status } = error as NodeJS.ErrnoException & { status: number | null; signal?: string | null };
  // Linux says the one, Windows the other.
  if (code === 'E2BIG' || code === 'ENAMETOOLONG')
    return new GitError('the paths are too long or too many for git', 'name the folder of the process files');
  const why = signal ? `${signal} ended it` : (code ?? `it ended in ${status} and did not say why`);
  return new GitError(`git failed: ${why}`, 'see whether the repository is in order: "git fsck"');
}

/** The top folder of the working tree that a folder lies in. Throws a `GitError` where there is none. */
export function repositoryOf(folder: string): string {
  try {
    return git(folder, ['rev-parse', '--show-toplevel']).toString('utf8').replace(/\n$/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new GitError('git is not installed', 'install git, or compare with a baseline: --update-baseline');
    }
    const said = lastLineOf(error);
    if (said.includes('dubious ownership')) {
      throw new GitError(`git refuses to read ${folder}: it belongs to another user`, safeDirectory(folder));
    }
    throw new GitError(
      `${folder} is not in a git repository`,
      'run it in a clone, or compare with a baseline instead: "audit check --update-baseline" writes one',
    );
  }
}

function safeDirectory(folder: string): string {
  const path = slashed(folder);
  return `if you trust it: git config --global --add safe.directory ${/\s/.test(path) ? `"${path}"` : path}`;
}

/**
 * The commit at which the branch that is checked out left `ref`: what a change is compared with.
 * Throws a `GitError` for an unknown ref, a shallow clone, or histories that never met.
 */
export function mergeBase(repository: string, ref: string): string {
  refuseShallow(repository, 'git cannot tell where the change began');
  const commit = commitOf(repository, ref);
  try {
    return textOf(repository, ['merge-base', 'HEAD', commit]);
  } catch {
    throw new GitError(
      `HEAD and "${ref}" have no commit in common`,
      'name the branch that this one was made from, such as origin/main',
    );
  }
}

function refuseShallow(repository: string, why: string): void {
  if (textOf(repository, ['rev-parse', '--is-shallow-repository']) !== 'true') return;
  throw new GitError(
    `this is a shallow clone: ${why}`,
    'fetch the whole history: "git fetch --unshallow"; with actions/checkout "fetch-depth: 0", in GitLab "GIT_DEPTH: 0"',
  );
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
  refuseShallow(repository, 'it does not hold what came before');
  let listed: string;
  try {
    const range = after === undefined ? 'HEAD' : `${after}..HEAD`;
    const log = ['--literal-pathspecs', 'log', '--first-parent', '--reverse', '--format=%H %ct', range];
    listed = textOf(repository, [...log, '--', ...paths]);
  } catch (error) {
    if (lastLineOf(error).includes("'HEAD'"))
      throw new GitError('there is no commit yet', 'commit the process files first');
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
  const hint = 'name a branch, tag or commit that is there, such as origin/main; "git fetch origin main" brings it';
  // Refs never begin with a hyphen; what does would be taken for an option.
  if (ref.startsWith('-') || ref.trim() === '') throw new GitError(`"${ref}" cannot be a git ref`, hint);
  const commit = nameOf(repository, `${ref}^{commit}`);
  // "^main" is all that main does not lead to, and no commit.
  if (commit === undefined || commit.startsWith('^')) throw new GitError(`git knows no "${ref}"`, hint);
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
