const WAIT_MS = 5;

/** Does what a pipe is not ready for yet, because it is empty or full (`EAGAIN`), again until it is. */
export function whenReady<T>(work: () => T): T {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}
