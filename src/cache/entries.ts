import { createRequire } from 'node:module';
import { readBounded } from '../files/read-bounded.js';
import { BUILD } from '../package-info.js';
import { type Fingerprint, isOf } from './fingerprint.js';

/*
 * A cache file is one part or several, one after the other, so that a run appends what is new instead of writing everything
 * again. The first line of a part says which build wrote it, how long the rest is, and its checksum; then follows a line
 * for each entry. Of two entries with the same name the later one counts.
 */

/** What is remembered under a name, such as the path of a file. */
export interface Entry {
  readonly name: string;
  /** Of the text that it was made from. */
  readonly of: Fingerprint;
  readonly json: string;
}

interface Head {
  readonly build: string;
  /** In bytes, of the lines below. */
  readonly length: number;
  readonly checksum: number;
}

/** Where the JSON of an entry lies in the file, in bytes. */
interface Stored {
  readonly of: Fingerprint;
  readonly start: number;
  readonly end: number;
}

/** The entries of a file. Each stays as it is until somebody asks for it. */
export class Entries {
  readonly #bytes: Buffer;
  readonly #stored = new Map<string, Stored>();
  /** Entries in the file that count no more. */
  readonly replaced: number;
  /** Whether the file, or its end, could not be used. */
  readonly isDamaged: boolean;

  /** Reads the parts up to the first that is damaged or from another build. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    let at = 0;
    let lines = 0;
    for (let part = readPart(bytes, at); part; part = readPart(bytes, at)) {
      for (const [name, stored] of part.entries) this.#stored.set(name, stored);
      lines += part.entries.length;
      at = part.end;
    }
    this.replaced = lines - this.#stored.size;
    this.isDamaged = at < bytes.length;
  }

  get size(): number {
    return this.#stored.size;
  }

  names(): Iterable<string> {
    return this.#stored.keys();
  }

  /** What is remembered under a name, if it was made from this text. */
  find(name: string, text: string): Entry | undefined {
    const stored = this.#stored.get(name);
    return stored && isOf(stored.of, text) ? this.#entry(name, stored) : undefined;
  }

  *only(isWanted: (name: string) => boolean): Generator<Entry> {
    for (const [name, stored] of this.#stored) if (isWanted(name)) yield this.#entry(name, stored);
  }

  #entry(name: string, { of, start, end }: Stored): Entry {
    return { name, of, json: this.#bytes.toString('utf8', start, end) };
  }
}

/** Reads a cache file. One that is missing, damaged, or not a file at all has no entries. */
export function readEntries(file: string): Entries {
  try {
    return new Entries(readBounded(file, Number.MAX_SAFE_INTEGER));
  } catch {
    return new Entries(Buffer.alloc(0));
  }
}

function readPart(bytes: Buffer, at: number) {
  try {
    const body = bytes.indexOf(NEWLINE, at) + 1;
    const head = JSON.parse(bytes.toString('utf8', at, body)) as Head;
    const end = body + head.length;
    // Also false for a length that is not a number.
    if (head.build !== BUILD || !(end > body) || end > bytes.length) return undefined;
    if (head.checksum !== checksumOf(bytes.subarray(body, end))) return undefined;
    const entries: [string, Stored][] = [];
    for (let line = body; line < end; ) {
      const tab = bytes.indexOf(TAB, line);
      const next = bytes.indexOf(NEWLINE, tab) + 1;
      const [name, of] = JSON.parse(bytes.toString('utf8', line, tab)) as [string, Fingerprint];
      entries.push([name, { of, start: tab + 1, end: next - 1 }]);
      line = next;
    }
    return { entries, end };
  } catch {
    return undefined;
  }
}

const NEWLINE = 10;
const TAB = 9;

/** A part that is being made. Encodes right away: strings would be promoted to the old generation. */
export class Part {
  #bytes = Buffer.allocUnsafe(FIRST_ROOM);
  #end = HEAD_ROOM;

  get isEmpty(): boolean {
    return this.#end === HEAD_ROOM;
  }

  /** Whether it is time to write it. */
  get isFull(): boolean {
    return this.#end >= FULL;
  }

  add({ name, of, json }: Entry): void {
    const line = `${JSON.stringify([name, of])}\t${json}\n`;
    this.#makeRoom(line.length * MOST_BYTES_A_UNIT);
    this.#end += this.#bytes.write(line, this.#end);
  }

  /** The part as it goes into the file; valid until something is added. */
  encode(): Buffer {
    const body = this.#bytes.subarray(HEAD_ROOM, this.#end);
    const head: Head = { build: BUILD, length: body.length, checksum: checksumOf(body) };
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

/** Room for the first line, which is shorter, in bytes. */
const HEAD_ROOM = 1024;

const FIRST_ROOM = HEAD_ROOM + 16_384;

/** The size at which a part is written, in bytes. */
const FULL = 1_000_000;

/** UTF-8 needs at most so many for a UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3;

/** Entries as a file holds them: parts, each valid until the next one is asked for. */
export function* encodeEntries(entries: Iterable<Entry>): Generator<Buffer> {
  const part = new Part();
  for (const entry of entries) {
    part.add(entry);
    if (!part.isFull) continue;
    yield part.encode();
    part.clear();
  }
  if (!part.isEmpty) yield part.encode();
}

/** Guards against damage, not against people: who can write here can write anything. */
function checksumOf(bytes: Uint8Array): number {
  // Loaded on first use, as most runs do without.
  zlib ??= createRequire(import.meta.url)('node:zlib') as typeof import('node:zlib');
  return zlib.crc32(bytes);
}

let zlib: typeof import('node:zlib') | undefined;
