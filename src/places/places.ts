import { indexesIn, spotAt } from './packed.js';
import type { Path } from './path.js';

/** A spot in a file; line and column begin at 1, columns count UTF-16 code units as editors do. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Where every key and value of a document stands in its file. Plain data, so that the core can carry it, a memory can
 * keep it, and nobody needs the text or the YAML nodes again. Packed into two texts, because a folder of ten thousand
 * files has a million places and most are never asked for; `pack-places.ts` says how.
 */
export interface Places {
  /** The keys and list positions, in the order of the document. */
  readonly outline: string;
  /** Lines and columns, in the same order. */
  readonly spots: string;
}

export const NO_PLACES: Places = { outline: '', spots: '' };

export function pointer(path: Path): string {
  let joined = '';
  for (const step of path) joined += pointerStep(step);
  return joined;
}

export function pointerStep(step: string | number): string {
  if (typeof step === 'number' || !/[~/]/.test(step)) return `/${step}`;
  return `/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/**
 * The place of a path, or of its nearest ancestor that is in the document. A value that begins on a later line than its
 * key (a mapping, a list) is shown at its key, where the reader's eye finds it.
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

/** Orders places as a reader goes through them: by file, then from top to bottom. */
export function comparePlaces(a: Place, b: Place): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

/** Orders text by code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
