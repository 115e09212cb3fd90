import { writeSync } from 'node:fs';
import { whenReady } from './when-ready.js';

/** Writes all of a text to what is open, and waits for a pipe that is full. Throws the errors of `node:fs`. */
export function writeDescriptor(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) rest = rest.subarray(whenReady(() => writeSync(descriptor, rest)));
}
