import { createRequire } from 'node:module';

/** How texts are known in a memory: a few by themselves, many by their digests. */
export type KeysAre = 'texts' | 'digests';

/** How the keys of judgements begin. */
export const JUDGED = 'judged ';

export function isJudgement(key: string): boolean {
  return key.startsWith(JUDGED);
}

/** In bytes, of the JSON of an entry. */
export type Place = readonly [start: number, end: number];

/** What a file of a memory holds. Each entry stays as it lies there until it is asked for. */
export class Entries {
  readonly keysAre: KeysAre;
  /** Whether something in the file could not be used, or much is there twice, so that it has to be written anew. */
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

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get(key: string): string | undefined {
    const place = this.#places.get(key);
    return place && this.#bytes.toString('utf8', place[0], place[1]);
  }

  /** The entries with such keys, each read when it is its turn. */
  *only(isWanted: (key: string) => boolean): Generator<Entry> {
    for (const key of this.#places.keys()) if (isWanted(key)) yield [key, this.get(key)!];
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

/** An entry as it is written: the key, a tab, the JSON. */
export type Entry = readonly [key: string, json: string];

/**
 * A part of a file that is being made: a first line that says what made it, then a line for each entry. A file is one part or
 * several, one after the other, so that a run with little that is new need not write all of it, and none has to hold all.
 * Entries are bytes at once: as texts they would grow old, and lie about until the engine looks for what is old.
 */
export class Part {
  #bytes = Buffer.allocUnsafe(HEAD_ROOM + FIRST_ROOM);
  #end = HEAD_ROOM;

  get isEmpty(): boolean {
    return this.#end === HEAD_ROOM;
  }

  /** Whether it is time to write it. */
  get isFull(): boolean {
    return this.#end >= FULL;
  }

  /** @returns where its JSON lies until the part is cleared */
  add([key, json]: Entry): Place {
    const before = `${JSON.stringify(key)}\t`;
    this.#makeRoom((before.length + json.length + 1) * MOST_BYTES);
    const start = this.#end + this.#bytes.write(before, this.#end);
    const end = start + this.#bytes.write(json, start);
    this.#end = end + this.#bytes.write('\n', end);
    return [start, end];
  }

  /** The JSON that lies there. */
  read([start, end]: Place): string {
    return this.#bytes.toString('utf8', start, end);
  }

  /** What goes to the file: good until something is added. */
  encode(build: string, keysAre: KeysAre): Buffer {
    const body = this.#bytes.subarray(HEAD_ROOM, this.#end);
    const head: Head = { build, keysAre, length: body.length, sum: sumOf(body) };
    const first = `${JSON.stringify(head)}\n`;
    const start = HEAD_ROOM - Buffer.byteLength(first);
    this.#bytes.write(first, start);
    return this.#bytes.subarray(start, this.#end);
  }

  clear(): void {
    this.#end = HEAD_ROOM;
  }

  #makeRoom(bytes: number): void {
    if (this.#end + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#end + bytes));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}

/** The first line of a part is shorter than this. */
const HEAD_ROOM = 1024;

const FIRST_ROOM = 16_384;

/** So many bytes make a part. */
const FULL = 1_000_000;

/** Of UTF-8, for a UTF-16 unit. */
const MOST_BYTES = 3;

/** Entries as a file holds them: parts of which each is good until the next is asked for. */
export function* encodeEntries(build: string, keysAre: KeysAre, entries: Iterable<Entry>): Generator<Buffer> {
  const part = new Part();
  for (const entry of entries) {
    part.add(entry);
    if (!part.isFull) continue;
    yield part.encode(build, keysAre);
    part.clear();
  }
  if (!part.isEmpty) yield part.encode(build, keysAre);
}

/** The entries of all parts up to the first that is of another build, of other keys, or damaged. Never throws. */
export function decodeEntries(build: string, bytes: Buffer): Entries {
  const places = new Map<string, Place>();
  let keysAre: KeysAre | undefined;
  let start = 0;
  let lines = 0;
  while (start < bytes.length) {
    const part = readPart(build, bytes, start);
    if (!part || (keysAre !== undefined && part.keysAre !== keysAre)) break;
    keysAre = part.keysAre;
    for (const [key, place] of part.places) places.set(key, place);
    lines += part.places.length;
    start = part.end;
  }
  // Runs at the same time learn the same.
  const isTwice = lines > places.size * MOST_TWICE;
  return new Entries(keysAre ?? 'texts', bytes, places, start < bytes.length || isTwice);
}

const MOST_TWICE = 1.5;

function readPart(build: string, bytes: Buffer, start: number) {
  try {
    const body = bytes.indexOf(NEWLINE, start) + 1;
    const head = JSON.parse(bytes.toString('utf8', start, body)) as Head;
    const end = body + head.length;
    // No number is not above it either.
    if (head.build !== build || !(end > body) || end > bytes.length) return undefined;
    if (head.sum !== sumOf(bytes.subarray(body, end))) return undefined;
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
