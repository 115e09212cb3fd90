import { suggest } from '../../util/suggest.js';
import { UsageError } from './usage-error.js';

/** The error for a name that does not exist, with the one that was probably meant. */
export function noSuch(
  code: 'no-such-process' | 'no-such-question' | 'no-such-topic' | 'no-such-command',
  wanted: string,
  known: readonly string[],
): UsageError {
  return new UsageError(code, { wanted, meant: suggest(wanted, known), known });
}
