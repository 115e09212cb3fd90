import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import type { SendOptions, SentFile } from './check-file.js';

/** What a worker is told. */
export interface Task extends SendOptions {
  readonly files: readonly string[];
  /** Who has taken each chunk of the files: 0 nobody yet, 1 the main thread, more a worker. Shared by all. */
  readonly claims: Int32Array;
  readonly name: number;
  /** How many files make a chunk. */
  readonly chunk: number;
}

/** Files that other threads check while the main thread does the same. */
export interface Help {
  /** What a worker made of a file, once it has; `undefined`: it is for the main thread to check. */
  of(index: number): Promise<SentFile | undefined>;
}

const CHUNK = 16;
const MAIN = 1;

/** Where the bundle has it; not there: run from sources. */
const SCRIPT = join(dirname(toPath(import.meta.url)), 'check-worker.cjs');

/**
 * Starts workers on the files. Nothing depends on them: what one that dies had taken is left to the main thread, and a
 * file comes to the same whoever checks it.
 */
export function startWorkers(
  count: number,
  task: SendOptions & Pick<Task, 'files'>,
  script = SCRIPT,
): Help | undefined {
  if (count < 1 || !existsSync(script)) return undefined;
  const { Worker: Thread } = createRequire(import.meta.url)('node:worker_threads') as typeof import('worker_threads');
  const chunks = Math.ceil(task.files.length / CHUNK);
  const claims = new Int32Array(new SharedArrayBuffer(chunks * Int32Array.BYTES_PER_ELEMENT));
  const done = new Map<number, readonly SentFile[] | undefined>();
  const waiting = new Map<number, () => void>();
  const finish = (index: number, sent: readonly SentFile[] | undefined) => {
    if (done.has(index)) return;
    done.set(index, sent);
    waiting.get(index)?.();
    waiting.delete(index);
  };
  const workers: Worker[] = [];
  for (let name = MAIN + 1; name <= MAIN + count; name++) {
    const worker: Worker = new Thread(script, {
      workerData: { ...task, claims, name, chunk: CHUNK } satisfies Task,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    const leave = () => {
      for (let index = 0; index < chunks; index++) if (claims[index] === name) finish(index, undefined);
    };
    worker.on('message', ({ index, sent }) => finish(index, sent));
    worker.on('error', leave);
    worker.on('exit', leave);
    worker.unref();
    workers.push(worker);
  }
  const wait = async (index: number) => {
    // Nothing else may be going on by then, and a process that waits for nobody ends.
    for (const worker of workers) worker.ref();
    await new Promise<void>((resolve) => waiting.set(index, resolve));
    for (const worker of workers) worker.unref();
  };
  return {
    of: async (at) => {
      const index = Math.floor(at / CHUNK);
      const owner = Atomics.compareExchange(claims, index, 0, MAIN);
      if (owner === 0 || owner === MAIN) return undefined;
      if (!done.has(index)) await wait(index);
      const sent = done.get(index);
      // The last file of a chunk: nobody asks again.
      if (at % CHUNK === CHUNK - 1) done.set(index, undefined);
      return sent?.[at % CHUNK];
    },
  };
}

/** What a file leaves behind is thrown away young; with the usual 48 MB it would be kept for long. */
const YOUNG_MEGABYTES = 12;

/** How many threads run at one time on this machine. */
export function processors(): number {
  return (createRequire(import.meta.url)('node:os') as typeof import('node:os')).availableParallelism();
}

/** The bundle for the command line says its path, a module its URL. */
function toPath(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}
