import { GitError } from '../git-fault.js';
import { gitText } from './run-git.js';

/**
 * The full name of the commit that a ref stands for. Throws a `GitError` for what is not a ref, is unknown, or could be two things: git
 * itself only warns, and then takes a tag before a branch, which anybody who may push tags can make.
 */
export function commitOf(repository: string, ref: string): string {
  // Refs never begin with a hyphen; what does would be taken for an option.
  if (ref.startsWith('-') || ref.trim() === '') throw new GitError({ code: 'not-a-ref', ref });
  const meanings = meaningsOf(repository, ref);
  if (meanings.length > 1) throw new GitError({ code: 'ambiguous-ref', ref, meanings });
  const commit = nameOf(repository, `${ref}^{commit}`);
  // "^main" is everything that main does not lead to, and not a commit.
  if (commit === undefined || commit.startsWith('^')) throw new GitError({ code: 'unknown-ref', ref });
  return commit;
}

/** The full name of an object; `undefined`: git does not know it. */
export function nameOf(repository: string, object: string): string | undefined {
  try {
    return gitText(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', object]);
  } catch {
    return undefined;
  }
}

/** Where git looks for a short name, in its order (gitrevisions(7)). */
const PLACES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `refs/${name}`,
  (name) => `refs/tags/${name}`,
  (name) => `refs/heads/${name}`,
  (name) => `refs/remotes/${name}`,
  (name) => `refs/remotes/${name}/HEAD`,
];

/** An abbreviated object name, which a ref may also be called. A whole one is always the object. */
const ABBREVIATION = /^[0-9a-f]{4,39}$/i;

/** What the name in `main~2`, `main@{1}` or `main^{tree}` could stand for. */
function meaningsOf(repository: string, ref: string): string[] {
  const name = /^[^~^:]*?(?=@\{|[~^:]|$)/.exec(ref)?.[0] ?? '';
  if (name === '' || name === '@') return [];
  const candidates = PLACES.map((place) => place(name));
  const listed = gitText(repository, ['for-each-ref', '--format=%(refname)', ...candidates]);
  // A pattern also lists what lies below it as below a folder.
  const refs = listed.split('\n').filter((found) => candidates.includes(found));
  // HEAD, FETCH_HEAD and their kind are no refs to for-each-ref, and win over every other.
  const isSpecial = /^[A-Z_]+$/.test(name) && nameOf(repository, name) !== undefined && refs.length > 0;
  const isObject = ABBREVIATION.test(name) && refs.length > 0 && objectsNamed(repository, name).length > 0;
  return [...(isSpecial ? [name] : []), ...(isObject ? objectsNamed(repository, name) : []), ...refs];
}

function objectsNamed(repository: string, abbreviation: string): string[] {
  const listed = gitText(repository, ['rev-parse', `--disambiguate=${abbreviation}`]);
  return listed === '' ? [] : listed.split('\n');
}
