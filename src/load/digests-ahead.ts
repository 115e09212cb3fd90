import { existsSync } from 'node:fs';
import { scriptNamed, startThread } from './workers.js';

/** What the thread that reads ahead is told; what it finds it writes into memory that both see. */
export interface DigestTask {
  readonly files: readonly string[];
  readonly cwd: string;
  /** How far each file is, as an `AHEAD` state. */
  readonly states: Int32Array;
  /** `DIGEST_LENGTH` characters a file. */
  readonly digests: Uint8Array;
}

/** How far a file is: who claims it first reads it. */
export const AHEAD = { unclaimed: 0, mains: 1, claimed: 2, done: 3, unreadable: 4 } as const;

export const DIGEST_LENGTH = 43;

/** So long a claimed file is waited for: its thread may be gone, which shows only between two turns of the event loop. */
const PATIENCE_MS = 2000;

/**
 * Another thread reads the files, from the first on, and says what their texts are known by, while the main thread does what
 * comes after. Nothing depends on it: what it has not done the main thread does itself, so each file must be such as can be
 * read again.
 *
 * @returns the digest of a file's text; `undefined`: the main thread is to read it. None: there is no such thread.
 */
export function digestsAhead(
  files: readonly string[],
  cwd: string,
  { script = scriptNamed('digest-worker.cjs'), patience = PATIENCE_MS } = {},
): ((index: number) => string | undefined) | undefined {
  if (!existsSync(script)) return undefined;
  const states = new Int32Array(new SharedArrayBuffer(files.length * Int32Array.BYTES_PER_ELEMENT));
  const digests = Buffer.from(new SharedArrayBuffer(files.length * DIGEST_LENGTH));
  let isGone = false;
  startThread(script, { files, cwd, states, digests } satisfies DigestTask, () => {
    isGone = true;
  });
  return (index) => {
    let state = Atomics.compareExchange(states, index, AHEAD.unclaimed, AHEAD.mains);
    if (state === AHEAD.claimed && !isGone) {
      isGone = Atomics.wait(states, index, AHEAD.claimed, patience) === 'timed-out';
      state = Atomics.load(states, index);
    }
    if (state !== AHEAD.done) return undefined;
    return digests.toString('latin1', index * DIGEST_LENGTH, (index + 1) * DIGEST_LENGTH);
  };
}
