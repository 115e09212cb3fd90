import { closeSync, existsSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import type { SendOptions, SentFile } from './check-file.js';

/** What a worker is told. */
export interface Task extends SendOptions {
  readonly files: readonly string[];
  /** Who has taken each chunk of the files: 0 nobody yet, 1 the main thread, more a worker. Shared by all. */
  readonly claims: Int32Array;
  readonly name: number;
  /** How many files make a chunk. */
  readonly chunk: number;
  /** Where to send what came of a chunk. */
  readonly port: MessagePort;
}

/** Files that other threads check while the main thread does the same. */
export interface Help<T> {
  /** What came of a file that a worker took, once it is done; `undefined`: it is for the main thread to check. */
  of(index: number): Promise<T | undefined>;
}

interface Finished {
  readonly index: number;
  readonly sent: readonly SentFile[];
}

const CHUNK = 16;
const MAIN = 1;
const WAIT_MS = 1;

const SCRIPT = scriptNamed('check-worker.cjs');

/**
 * Starts workers on the files. Nothing depends on them: what one that dies had taken is left to the main thread, and a
 * file comes to the same whoever checks it.
 *
 * @param take takes in what a worker sent, as soon as it is there: as text it would fill the memory; `undefined`: it is of
 *   no use
 */
export function startWorkers<T>(
  count: number,
  task: SendOptions & Pick<Task, 'files'>,
  take: (sent: SentFile) => T | undefined,
  script = SCRIPT,
): Help<T> | undefined {
  if (count < 1 || !existsSync(script)) return undefined;
  const threads = loadThreads();
  const chunks = Math.ceil(task.files.length / CHUNK);
  const claims = new Int32Array(new SharedArrayBuffer(chunks * Int32Array.BYTES_PER_ELEMENT));
  const done = new Map<number, readonly (T | undefined)[]>();
  const gone = new Set<number>();
  const ports: MessagePort[] = [];
  for (let name = MAIN + 1; name <= MAIN + count; name++) {
    const { port1, port2 } = new threads.MessageChannel();
    const data: Task = { ...task, claims, name, chunk: CHUNK, port: port2 };
    startThread(script, data, () => gone.add(name), [port2]);
    ports.push(port1);
  }
  const takeIn = () => {
    for (const port of ports)
      for (let next = threads.receiveMessageOnPort(port); next; next = threads.receiveMessageOnPort(port)) {
        const { index, sent } = next.message as Finished;
        done.set(index, sent.map(take));
      }
  };
  return {
    of: async (at) => {
      const index = Math.floor(at / CHUNK);
      const owner = Atomics.compareExchange(claims, index, 0, MAIN);
      if (at % CHUNK === 0) takeIn();
      if (owner === 0 || owner === MAIN) return undefined;
      // That a worker is gone shows only between two turns of the event loop, and what it sent before is there by then.
      while (!done.has(index) && !gone.has(owner)) {
        await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
        takeIn();
      }
      const files = done.get(index);
      // The last file of a chunk: nobody asks again.
      if (at % CHUNK === CHUNK - 1) done.delete(index);
      return files?.[at % CHUNK];
    },
  };
}

/** What a file leaves behind is thrown away young; with the usual 48 MB it would be kept for long. */
const YOUNG_MEGABYTES = 12;

/** The usual 128 are only reserved, but where a process may have no more (`ulimit -v`) that ends all of it. */
const CODE_MEGABYTES = 16;

/** Where the bundle has a worker's script; not there: run from sources. */
export function scriptNamed(name: string): string {
  return join(dirname(toPath(import.meta.url)), name);
}

/** Starts a thread that the process does not wait for at its end. A machine that has no more threads is as if it were gone. */
export function startThread(
  script: string,
  data: object,
  whenGone: () => void,
  transferList: MessagePort[] = [],
): void {
  try {
    const worker = new (loadThreads().Worker)(script, {
      workerData: data,
      transferList,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, codeRangeSizeMb: CODE_MEGABYTES },
    });
    worker.on('error', whenGone);
    worker.on('exit', whenGone);
    worker.unref();
  } catch {
    whenGone();
  }
}

/** A thread has files of its own open, and one that cannot would spoil it for all. */
const FILES_A_THREAD = 16;

/** Whether so many threads can open what they need. */
export function hasRoomFor(threads: number): boolean {
  const held: number[] = [];
  try {
    for (let file = 0; file < FILES_A_THREAD * threads; file++) held.push(openSync(process.execPath, 'r'));
    return true;
  } catch {
    return false;
  } finally {
    held.forEach(closeSync);
  }
}

/** Loaded when a thread is started. */
function loadThreads(): typeof import('node:worker_threads') {
  return createRequire(import.meta.url)('node:worker_threads');
}

/** How many threads run at one time on this machine. */
export function processors(): number {
  return (createRequire(import.meta.url)('node:os') as typeof import('node:os')).availableParallelism();
}

/** The bundle for the command line says its path, a module its URL. */
function toPath(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}
