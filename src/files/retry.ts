/** What Windows says of a file that somebody has open: a virus scanner, an indexer, another session that puts it in place. */
const IN_USE = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** So long, and a little more, such programs hold a file that was just written. */
const WAITS_MS = [5, 10, 20, 40, 80, 160, 320, 640];

/** Does what Windows refuses for as long as somebody has the file open, again until it can be done or nobody would wait longer. */
export function whenFree<T>(work: () => T, system: NodeJS.Platform = process.platform): T {
  for (const wait of WAITS_MS) {
    try {
      return work();
    } catch (error) {
      if (!isInUse(error, system)) throw error;
      sleep(wait);
    }
  }
  return work();
}

/** Whether a file may only be in use: elsewhere than on Windows the same codes are an answer. */
export function isInUse(error: unknown, system: NodeJS.Platform = process.platform): boolean {
  return system === 'win32' && IN_USE.has((error as NodeJS.ErrnoException).code ?? '');
}

/** How long to wait between two looks at a pipe, in milliseconds. */
const PIPE_WAIT_MS = 5;

/** Repeats what a pipe is not ready for yet, because it is empty or full (`EAGAIN`). */
export function whenReady<T>(work: () => T): T {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      sleep(PIPE_WAIT_MS);
    }
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
