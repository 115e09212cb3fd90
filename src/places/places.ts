import { indexesIn, spotAt } from './packed.js';
import type { Path } from './path.js';

/** A place in a file. Lines and columns are counted from 1, columns in UTF-16 code units, as editors do. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The place of every key and value of a document. Plain data, so that the core can carry it and a cache can store it without the
 * text or the YAML nodes. Packed into two strings, because 10,000 files have a million places and most are never looked up.
 */
export interface Places {
  /** The structure of the document (see `packed.ts`). */
  readonly outline: string;
  /** Lines and columns of its keys and values, in the same order. */
  readonly spots: string;
}

export const NO_PLACES: Places = { outline: '', spots: '' };

/** One step of a JSON Pointer (RFC 6901), with its leading slash. */
export function pointerStep(step: string | number): string {
  if (typeof step === 'number' || !/[~/]/.test(step)) return `/${step}`;
  return `/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/**
 * The place of a path, or of its nearest ancestor in the document. A mapping or list that begins on a later line than its key is
 * placed at the key, where a reader looks for it.
 */
export function placeOf(file: string, places: Places, path: Path, part: 'key' | 'value' = 'value'): Place {
  const indexes = indexesIn(places.outline);
  let wanted = pointer(path);
  let index = indexes.get(wanted);
  while (index === undefined && wanted !== '') {
    wanted = wanted.slice(0, wanted.lastIndexOf('/'));
    index = indexes.get(wanted);
  }
  if (index === undefined) return { file, line: 1, column: 1 };
  return { file, ...spotAt(places.spots, index, part) };
}

/** A path as a JSON Pointer (RFC 6901), by which the outline is indexed. */
function pointer(path: Path): string {
  let joined = '';
  for (const step of path) joined += pointerStep(step);
  return joined;
}

/** Sorts places by file, then from top to bottom. */
export function comparePlaces(a: Place, b: Place): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

/** Sorts text by code units, the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
