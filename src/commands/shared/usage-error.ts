import type { UsageCode, UsageParams, UsageWords } from '../../wording/words/usage.js';

/** Something on the command line that cannot be used. Ends the run with exit code 2; `tellUsageError` puts it into words. */
export class UsageError<Code extends UsageCode = UsageCode> extends Error {
  override readonly name = 'UsageError';

  constructor(
    readonly code: Code,
    readonly params: UsageParams[Code],
    readonly details: UsageErrorDetails = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
  }
}

export interface UsageErrorDetails {
  /** The option or command it is about, printed in front. */
  readonly about?: string;
  /** Lines for the reader to copy, and why. */
  readonly toCopy?: { readonly why: keyof UsageWords['toCopy']; readonly text: string };
}

/** Compares names: each part of the bundle has its own copy of the class. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError';
}
