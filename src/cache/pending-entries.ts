import { appendFileSync } from 'node:fs';
import { BUILD } from '../package-info.js';
import { type Entries, encodeEntries, Part, type Place } from './entries.js';
import { writeWhole } from './write-cache-file.js';

/** What a run learns, on its way to the file of a memory, which gets it part by part: of many files it is much. */
export class Learned {
  readonly #file: string;
  readonly #before: () => Entries;
  /** With the place in the part that is being made; `undefined`: it is written already. */
  readonly #places = new Map<string, Place | undefined>();
  readonly #part = new Part();
  /** The keys in that part. */
  #held: string[] = [];
  #state: 'nothing written' | 'written' | 'failed' = 'nothing written';

  /** @param before what the file holds so far */
  constructor(file: string, before: () => Entries) {
    this.#file = file;
    this.#before = before;
  }

  get size(): number {
    return this.#places.size;
  }

  /** What was learned of a key, as long as it is held. */
  get(key: string): string | undefined {
    const place = this.#places.get(key);
    return place && this.#part.read(place);
  }

  add(key: string, json: string): void {
    if (this.#places.has(key)) return;
    this.#places.set(key, this.#part.add([key, json]));
    this.#held.push(key);
    if (this.#part.isFull) this.write();
  }

  /** Gives what is held to the file. Once that fails the rest is let go: after half a part nothing is found again. */
  write(): void {
    if (this.#state !== 'failed') this.#state = this.#give() ? 'written' : 'failed';
    for (const key of this.#held) this.#places.set(key, undefined);
    this.#held = [];
    this.#part.clear();
  }

  #give(): boolean {
    const { keysAre, size, isDamaged } = this.#before();
    if (this.#state === 'nothing written' && (size === 0 || isDamaged)) return writeWhole(this.#file, this.#anew());
    return this.#part.isEmpty || append(this.#file, this.#part.encode(BUILD, keysAre));
  }

  /** What the file held and nobody has learned anew, and the part. */
  *#anew(): Generator<Buffer> {
    const before = this.#before();
    const kept = before.only((key) => !this.#places.has(key));
    yield* encodeEntries(BUILD, before.keysAre, kept);
    if (!this.#part.isEmpty) yield this.#part.encode(BUILD, before.keysAre);
  }

  /** Knows everything by another key from now on. */
  rename(nameOf: (key: string) => string): void {
    const entries = this.#held.map((key) => [nameOf(key), this.get(key)!] as const);
    this.#places.clear();
    this.#held = [];
    this.#part.clear();
    for (const [key, json] of entries) this.add(key, json);
  }
}

/** One write at the end of the file: two runs at the same time both get theirs in. */
function append(file: string, part: Buffer): boolean {
  try {
    appendFileSync(file, part, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}
