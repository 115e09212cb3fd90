import { writeSync } from 'node:fs';

const WAIT_MS = 5;

/** Writes all of a text to what is open, and waits for a pipe that is full. Throws the errors of `node:fs`. */
export function writeDescriptor(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}
