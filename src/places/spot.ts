import type { Place } from './places.js';

/** A place as editors, terminals and people write it: `processes/deals.yaml:12:9`. */
export function spotOf({ file, line, column }: Pick<Place, 'file' | 'line' | 'column'>): string {
  return `${file}:${line}:${column}`;
}
