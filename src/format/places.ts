import type { Path } from './validate.js';

/** A spot in a file; line and column begin at 1, columns count UTF-16 code units as editors do. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Where every key and value of a document stands in its text. Plain data, so that the core can carry it, a memory can
 * keep it, and nobody needs the YAML nodes again. Flat, because a folder of ten thousand files has a million places.
 */
export interface Places {
  /** The text of the whole file, without its byte order mark. */
  readonly text: string;
  /** JSON Pointers of all values. */
  readonly pointers: readonly string[];
  /** For each pointer two offsets into the text: of the value, and of its key (or of the value again, in a list). */
  readonly offsets: readonly number[];
}

export const NO_PLACES: Places = { text: '', pointers: [], offsets: [] };

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
  let wanted = pointer(path);
  let index = indexOf(places, wanted);
  while (index < 0 && wanted !== '') {
    wanted = wanted.slice(0, wanted.lastIndexOf('/'));
    index = indexOf(places, wanted);
  }
  if (index < 0) return { file, line: 1, column: 1 };
  const { text, offsets } = places;
  const value = offsets[2 * index]!;
  const key = offsets[2 * index + 1]!;
  const isOnLaterLine = key < value && text.slice(key, value).includes('\n');
  return { file, ...lineAndColumn(text, part === 'key' || isOnLaterLine ? key : value) };
}

/** From so many values on, a document with much to say of each is looked through by name. */
const MANY = 500;

function indexOf({ pointers }: Places, wanted: string): number {
  if (pointers.length < MANY) return pointers.indexOf(wanted);
  if (lastIndex.pointers !== pointers)
    lastIndex = { pointers, index: new Map(pointers.map((pointer, at) => [pointer, at] as const).reverse()) };
  return lastIndex.index.get(wanted) ?? -1;
}

let lastIndex: { readonly pointers: readonly string[]; readonly index: ReadonlyMap<string, number> } = {
  pointers: [],
  index: new Map(),
};

/** Turns an offset into a line and a column, both from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const starts = lineStarts(text);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** Where each line begins. One file is asked about many times in a row, so the last answer is kept. */
function lineStarts(text: string): readonly number[] {
  if (last.text !== text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    last = { text, starts };
  }
  return last.starts;
}

let last: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] };

/** Orders places as a reader goes through them: by file, then from top to bottom. */
export function comparePlaces(a: Place, b: Place): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

/** Orders text by code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
