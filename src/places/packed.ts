/**
 * The structure of a document as text: for each value, in document order, how many levels to go up from the value before, and the
 * key or list index to go down from there. Files with the same structure have the same outline.
 */
export class Outline {
  #steps: string[] = [];
  #depth = 0;

  /** Adds the value at key or index `step` of the mapping or list at `depth`. The document itself has depth 0 and is not added. */
  add(depth: number, step: string): void {
    const line = step.includes('\n') ? step.replace(/\n/g, '~2') : step;
    this.#steps.push(toDigits(this.#depth - depth) + line);
    this.#depth = depth + 1;
  }

  toString(): string {
    return this.#steps.join('\n');
  }
}

/** The lines and columns of a document's values and of their keys, in the same order, as text. */
export class Spots {
  readonly #packed: string[] = [];
  #lineBefore = 1;
  #length = 0;

  /** The number of values so far. */
  get length(): number {
    return this.#length;
  }

  /** Adds the place of the next value and of its key; without a key, pass the value's own place twice. */
  add(keyLine: number, keyColumn: number, line: number, column: number): void {
    // A value that begins on a later line is shown at its key.
    const isBelow = line > keyLine;
    this.#packed.push(
      toSignedDigits(keyLine - this.#lineBefore),
      toDigits(keyColumn),
      toDigits(isBelow ? 0 : keyLine - line),
      toSignedDigits(isBelow ? 0 : column - keyColumn),
    );
    this.#lineBefore = keyLine;
    this.#length++;
  }

  toString(): string {
    return this.#packed.join('');
  }
}

/** The index of each value by its JSON Pointer. Files with the same outline come in a row, so the last result is kept. */
export function indexesIn(outline: string): ReadonlyMap<string, number> {
  if (lastOutline.outline !== outline) lastOutline = { outline, indexes: readOutline(outline) };
  return lastOutline.indexes;
}

let lastOutline: { readonly outline: string; readonly indexes: ReadonlyMap<string, number> } = {
  outline: '',
  indexes: new Map(),
};

function readOutline(outline: string): ReadonlyMap<string, number> {
  const indexes = new Map([['', 0]]);
  if (outline === '') return indexes;
  const above = [''];
  for (const line of outline.split('\n')) {
    const reader = { text: line, at: 0 };
    const up = readDigits(reader);
    above.length -= up;
    const pointer = `${above.at(-1)}/${line.slice(reader.at).replace(/~2/g, '\n')}`;
    if (!indexes.has(pointer)) indexes.set(pointer, indexes.size);
    above.push(pointer);
  }
  return indexes;
}

/** Line and column of a value, or of its key. Many places of one document are looked up in a row, so the last one is kept. */
export function spotAt(spots: string, index: number, part: 'key' | 'value'): { line: number; column: number } {
  if (lastSpots.spots !== spots) lastSpots = { spots, numbers: readSpots(spots) };
  const { numbers } = lastSpots;
  const at = 4 * index + (part === 'key' ? 0 : 2);
  return { line: numbers[at] ?? 1, column: numbers[at + 1] ?? 1 };
}

let lastSpots: { readonly spots: string; readonly numbers: readonly number[] } = { spots: '', numbers: [] };

function readSpots(spots: string): number[] {
  const numbers: number[] = [];
  const reader = { text: spots, at: 0 };
  let line = 1;
  while (reader.at < spots.length) {
    line += readSignedDigits(reader);
    const column = readDigits(reader);
    numbers.push(line, column);
    numbers.push(line - readDigits(reader), column + readSignedDigits(reader));
  }
  return numbers;
}

/*
 * Numbers are written as five-bit digits, lowest first, in characters that JSON doesn't escape: from "0" on for the last digit of
 * a number, from "]" on for the others.
 */
const BASE = 32;
const LAST_DIGIT = 48;
const MORE_DIGITS = 93;

function toDigits(number: number): string {
  let rest = number;
  let digits = '';
  while (rest >= BASE) {
    digits += String.fromCharCode(MORE_DIGITS + (rest % BASE));
    rest = Math.floor(rest / BASE);
  }
  return digits + String.fromCharCode(LAST_DIGIT + rest);
}

/** The lowest bit holds the sign. */
function toSignedDigits(number: number): string {
  return toDigits(number < 0 ? -2 * number + 1 : 2 * number);
}

interface Reader {
  readonly text: string;
  at: number;
}

function readDigits(reader: Reader): number {
  let number = 0;
  for (let unit = 1; reader.at < reader.text.length; unit *= BASE) {
    const code = reader.text.charCodeAt(reader.at++);
    if (code < MORE_DIGITS) return number + unit * (code - LAST_DIGIT);
    number += unit * (code - MORE_DIGITS);
  }
  return number;
}

function readSignedDigits(reader: Reader): number {
  const number = readDigits(reader);
  return number % 2 === 0 ? number / 2 : -(number - 1) / 2;
}
