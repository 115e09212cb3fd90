/** How texts are known in a memory: a few by themselves, many by their digests. */
export type KeysAre = 'texts' | 'digests';

/** How the keys of judgements begin. */
export const JUDGED = 'judged ';

/** What a file of a memory holds. Each entry stays as it lies there until it is asked for. */
export class Entries {
  readonly keysAre: KeysAre;
  readonly #bytes: Buffer;
  readonly #places: ReadonlyMap<string, readonly [start: number, end: number]>;

  constructor(
    keysAre: KeysAre,
    bytes: Buffer = Buffer.alloc(0),
    places: ReadonlyMap<string, readonly [start: number, end: number]> = new Map(),
  ) {
    this.keysAre = keysAre;
    this.#bytes = bytes;
    this.#places = places;
  }

  get size(): number {
    return this.#places.size;
  }

  /** How many are about texts. */
  get texts(): number {
    let count = 0;
    for (const key of this.#places.keys()) if (!key.startsWith(JUDGED)) count++;
    return count;
  }

  keys(): Iterable<string> {
    return this.#places.keys();
  }

  get(key: string): string | undefined {
    const place = this.#places.get(key);
    return place && this.#bytes.toString('utf8', place[0], place[1]);
  }

  /** The same entries under the digests of their texts. */
  digested(digestOf: (text: string) => string): Entries {
    if (this.keysAre === 'digests') return this;
    const places = [...this.#places].map(([text, place]) => [digestOf(text), place] as const);
    return new Entries('digests', this.#bytes, new Map(places));
  }
}

interface Head {
  readonly build: string;
  readonly keysAre: KeysAre;
  /** Of all that follows. */
  readonly sum: string;
}

/** A first line that says what made the file, then a line for each entry: the key, a tab, the JSON. */
export function encodeEntries(
  build: string,
  keysAre: KeysAre,
  entries: Iterable<readonly [key: string, json: string]>,
): Buffer {
  const lines: string[] = [];
  for (const [key, json] of entries) lines.push(`${JSON.stringify(key)}\t${json}\n`);
  const body = Buffer.from(lines.join(''));
  const head: Head = { build, keysAre, sum: sumOf(body) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
}

/** Throws on what is no such file. One of another build, or that was damaged, holds nothing. */
export function decodeEntries(build: string, bytes: Buffer): Entries {
  const firstLine = bytes.indexOf(NEWLINE);
  const head = JSON.parse(bytes.toString('utf8', 0, Math.max(0, firstLine))) as Head;
  const body = bytes.subarray(firstLine + 1);
  if (head.build !== build || head.sum !== sumOf(body)) return new Entries('texts');
  const places = new Map<string, readonly [number, number]>();
  for (let start = 0; start < body.length; ) {
    const tab = body.indexOf(TAB, start);
    const end = body.indexOf(NEWLINE, tab);
    places.set(JSON.parse(body.toString('utf8', start, tab)) as string, [tab + 1, end]);
    start = end + 1;
  }
  return new Entries(head.keysAre, body, places);
}

const NEWLINE = 10;
const TAB = 9;

/** A checksum against bits that fell over, not against anybody: who can write here can write anything. */
export function sumOf(bytes: Uint8Array): string {
  let one = 0x811c9dc5;
  let other = bytes.length;
  // Words and not bytes, for speed; where they begin depends on nothing but the content.
  const words = bytes.length - (bytes.length % 4);
  for (let at = 0; at < words; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    one = Math.imul(one ^ word, 0x01000193);
    other = (Math.imul(other, 31) + word) | 0;
  }
  for (let at = words; at < bytes.length; at++) one = Math.imul(one ^ bytes[at]!, 0x01000193);
  return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
}
