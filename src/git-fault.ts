/** Why git could not tell what was asked: a code with parameters, put into words by `wording/`. */
export type GitFault =
  | { readonly code: 'no-git' }
  | { readonly code: 'no-repository'; readonly folder: string }
  /** `said`: git's own words. */
  | { readonly code: 'refused'; readonly folder: string; readonly said: string; readonly isForeign: boolean }
  | { readonly code: 'other-work-tree'; readonly folder: string; readonly workTree: string }
  | { readonly code: 'shallow'; readonly lacks: 'start-of-change' | 'history' }
  | { readonly code: 'no-commit' }
  | { readonly code: 'not-a-ref'; readonly ref: string }
  | { readonly code: 'unknown-ref'; readonly ref: string }
  /** `meanings`: the full names that it may stand for, two or more. */
  | { readonly code: 'ambiguous-ref'; readonly ref: string; readonly meanings: readonly string[] }
  | { readonly code: 'nothing-in-common'; readonly ref: string }
  | { readonly code: 'contents-missing' }
  | { readonly code: 'too-many-paths' }
  | { readonly code: 'failed'; readonly said: string }
  /** `how`: the signal, error code or exit status. */
  | { readonly code: 'ended'; readonly how: string };

/** Thrown for what only the caller's caller can explain: whoever asked for the commit. */
export class GitError extends Error {
  override readonly name = 'GitError';

  constructor(readonly fault: GitFault) {
    super(fault.code);
  }
}
