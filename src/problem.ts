import type { Place } from './places/places.js';

/** Input that cannot be judged. Never mixed with findings, which are about a process that was judged. */
export interface Problem {
  readonly code: ProblemCode;
  readonly place: Place;
  /** What is wrong, in one line. */
  readonly message: string;
  /** What to write or do instead. */
  readonly hint?: string;
}

export type ProblemCode =
  | 'no-such-path'
  | 'nothing-found'
  | 'unreadable'
  | 'too-large'
  | 'not-utf-8'
  | 'yaml'
  | 'empty'
  | 'unknown-key'
  | 'missing-key'
  | 'invalid-value'
  | 'invalid-default-id'
  | 'duplicate-id'
  | 'invalid-configuration'
  | 'invalid-waiver';

export function problem(code: ProblemCode, place: Place, message: string, hint?: string): Problem {
  return hint === undefined ? { code, place, message } : { code, place, message, hint };
}

/** Whether there is nothing to judge at a path, as opposed to something that cannot be judged. */
export function isNothingThere({ code }: { readonly code: string }): boolean {
  return code === 'no-such-path' || code === 'nothing-found';
}
