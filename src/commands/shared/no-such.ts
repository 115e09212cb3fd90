import { suggest } from '../../util/suggest.js';
import { UsageError } from './context.js';

/** Somebody named what is not there: says what was probably meant, or what there is. */
export function noSuch(what: string, wanted: string, known: readonly string[]): UsageError {
  const meant = suggest(wanted, known);
  return new UsageError(
    `there is no ${what} "${wanted}"`,
    meant ? `did you mean "${meant}"?` : `there are: ${known.join(', ') || 'none'}`,
  );
}
