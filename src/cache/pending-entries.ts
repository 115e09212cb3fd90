import { appendFileSync } from 'node:fs';
import { type Entries, type Entry, encodeEntries, Part } from './entries.js';
import { writeCacheFile } from './write-cache-file.js';

/** New entries on their way to the file. Writes them in parts to bound memory. */
export class PendingEntries {
  readonly #file: string;
  readonly #before: () => Entries;
  readonly #names = new Set<string>();
  readonly #part = new Part();
  #state: 'nothing written' | 'written' | 'failed' = 'nothing written';

  /** @param before what the file holds so far */
  constructor(file: string, before: () => Entries) {
    this.#file = file;
    this.#before = before;
  }

  get size(): number {
    return this.#names.size;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  add(entry: Entry): void {
    this.#names.add(entry.name);
    this.#part.add(entry);
    if (this.#part.isFull) this.write();
  }

  /** Once writing fails nothing more is written: entries after half a part would never be found. */
  write(): void {
    if (this.#state !== 'failed') this.#state = this.#append() ? 'written' : 'failed';
    this.#part.clear();
  }

  #append(): boolean {
    const { size, isDamaged } = this.#before();
    if (this.#state === 'nothing written' && (size === 0 || isDamaged)) return writeCacheFile(this.#file, this.#anew());
    return this.#part.isEmpty || append(this.#file, this.#part.encode());
  }

  /** What can still be used of the file, and the first part of what is new. */
  *#anew(): Generator<Buffer> {
    yield* encodeEntries(this.#before().only((name) => !this.#names.has(name)));
    if (!this.#part.isEmpty) yield this.#part.encode();
  }
}

/** One write at the end of the file, so that two runs at the same time both get theirs in. */
function append(file: string, part: Buffer): boolean {
  try {
    appendFileSync(file, part, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}
