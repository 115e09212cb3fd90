import { createRequire } from 'node:module';

/** How texts are known in a memory: a few by themselves, many by their digests. */
export type KeysAre = 'texts' | 'digests';

/** How the keys of judgements begin. */
export const JUDGED = 'judged ';

export function isJudgement(key: string): boolean {
  return key.startsWith(JUDGED);
}

type Place = readonly [start: number, end: number];

/** What a file of a memory holds. Each entry stays as it lies there until it is asked for. */
export class Entries {
  readonly keysAre: KeysAre;
  /** Whether something in the file could not be used, so that it has to be written anew. */
  readonly isDamaged: boolean;
  readonly #bytes: Buffer;
  readonly #places: ReadonlyMap<string, Place>;

  constructor(
    keysAre: KeysAre,
    bytes: Buffer = Buffer.alloc(0),
    places: ReadonlyMap<string, Place> = new Map(),
    isDamaged = false,
  ) {
    this.keysAre = keysAre;
    this.#bytes = bytes;
    this.#places = places;
    this.isDamaged = isDamaged;
  }

  get size(): number {
    return this.#places.size;
  }

  /** How many are about texts. */
  get texts(): number {
    let count = 0;
    for (const key of this.#places.keys()) if (!isJudgement(key)) count++;
    return count;
  }

  keys(): Iterable<string> {
    return this.#places.keys();
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get(key: string): string | undefined {
    const place = this.#places.get(key);
    return place && this.#bytes.toString('utf8', place[0], place[1]);
  }

  /** The same entries under the digests of their texts. */
  digested(digestOf: (text: string) => string): Entries {
    if (this.keysAre === 'digests') return this;
    const places = [...this.#places].map(([text, place]) => [digestOf(text), place] as const);
    // Under other keys it is another file.
    return new Entries('digests', this.#bytes, new Map(places), true);
  }
}

interface Head {
  readonly build: string;
  readonly keysAre: KeysAre;
  /** In bytes, of all lines of the part. */
  readonly length: number;
  readonly sum: number;
}

/**
 * A part of a file: a first line that says what made it, then a line for each entry: the key, a tab, the JSON. A file is one
 * part or several, one after the other, so that a run with little that is new need not write all of it.
 */
export function encodeEntries(
  build: string,
  keysAre: KeysAre,
  entries: Iterable<readonly [key: string, json: string]>,
): Buffer {
  // Line by line: all together may be more than one text can hold.
  const lines = Array.from(entries, ([key, json]) => Buffer.from(`${JSON.stringify(key)}\t${json}\n`));
  const body = Buffer.concat(lines);
  const head: Head = { build, keysAre, length: body.length, sum: sumOf(body) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
}

/** The entries of all parts up to the first that is of another build, of other keys, or damaged. Never throws. */
export function decodeEntries(build: string, bytes: Buffer): Entries {
  const places = new Map<string, Place>();
  let keysAre: KeysAre | undefined;
  let start = 0;
  while (start < bytes.length) {
    const part = readPart(build, bytes, start);
    if (!part || (keysAre !== undefined && part.keysAre !== keysAre)) break;
    keysAre = part.keysAre;
    for (const [key, place] of part.places) places.set(key, place);
    start = part.end;
  }
  return new Entries(keysAre ?? 'texts', bytes, places, start < bytes.length);
}

function readPart(build: string, bytes: Buffer, start: number) {
  try {
    const body = bytes.indexOf(NEWLINE, start) + 1;
    const head = JSON.parse(bytes.toString('utf8', start, body)) as Head;
    const end = body + head.length;
    if (head.build !== build || end > bytes.length || head.sum !== sumOf(bytes.subarray(body, end))) return undefined;
    const places: (readonly [string, Place])[] = [];
    for (let line = body; line < end; ) {
      const tab = bytes.indexOf(TAB, line);
      const next = bytes.indexOf(NEWLINE, tab) + 1;
      places.push([JSON.parse(bytes.toString('utf8', line, tab)) as string, [tab + 1, next - 1]]);
      line = next;
    }
    return { keysAre: head.keysAre, places, end };
  } catch {
    return undefined;
  }
}

const NEWLINE = 10;
const TAB = 9;

/** A checksum against bits that fell over, not against anybody: who can write here can write anything. */
function sumOf(bytes: Uint8Array): number {
  // Loaded when it is needed, which in most runs is once: sooner than code of our own is warm.
  zlib ??= createRequire(import.meta.url)('node:zlib') as typeof import('node:zlib');
  return zlib.crc32(bytes);
}

let zlib: typeof import('node:zlib') | undefined;
