import type { Path } from './validate.js';

/** A spot in a file; line and column begin at 1, columns count UTF-16 code units as editors do. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Where every key and value of a document stands: by JSON Pointer, `[line, column]` of the value and, under a mapping,
 * `[…, line, column]` of its key. Plain data, so that the core can carry it and nobody needs the YAML nodes again.
 */
export type Places = Readonly<Record<string, readonly number[]>>;

export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/**
 * The place of a path, or of its nearest ancestor that is in the document. A value that begins on a later line than its
 * key (a mapping, a list) is shown at its key, where the reader's eye finds it.
 */
export function placeOf(file: string, places: Places, path: Path, part: 'key' | 'value' = 'value'): Place {
  for (let length = path.length; length >= 0; length--) {
    const found = places[pointer(path.slice(0, length))];
    if (!found) continue;
    const [line = 1, column = 1, keyLine = line, keyColumn = column] = found;
    const isAtKey = part === 'key' || keyLine < line;
    return isAtKey ? { file, line: keyLine, column: keyColumn } : { file, line, column };
  }
  return { file, line: 1, column: 1 };
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
