import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { whenReady } from './retry.js';

/** What a shell hands over by itself (`audit <(command)`): a pipe, but one that somebody writes to. */
const DESCRIPTOR = /^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/;

/** Whether a file can be read as often as one likes: what is handed over as a pipe, or as standard input, is gone once read. */
export function canBeReadAgain(file: string, cwd: string): boolean {
  return file !== '-' && !DESCRIPTOR.test(resolve(cwd, file));
}

/**
 * More than most files have, so that their end shows in the room that is left. V8 counts such memory, though it lies outside of its
 * heap, and collects sooner than for buffers that just fit: a peak of 10,000 files that is a tenth lower, in the same time.
 */
const CHUNK = 64 * 1024;

/**
 * The first `most` bytes of a file. A pipe or a device is refused with the code `ENOTFILE`: it may never end, never
 * begin, or do something when it is opened.
 */
export function readBounded(path: string, most: number): Buffer {
  const found = statSync(path);
  if (!found.isFile() && !found.isDirectory() && !DESCRIPTOR.test(path)) throw notAFile();
  // Should it have become a pipe meanwhile, opening it must not wait for a writer.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return readDescriptor(descriptor, most, found);
  } finally {
    closeSync(descriptor);
  }
}

/** The first `most` bytes of what is open; waits for a pipe that has nothing yet. */
export function readDescriptor(
  descriptor: number,
  most: number,
  found: Pick<Stats, 'isFile' | 'size'> = fstatSync(descriptor),
): Buffer {
  // What lies in a pipe just now, which is what some systems call its size, is not all that will come.
  const stated = found.isFile() ? found.size : 0;
  const read = found.isFile() ? readNow : readWhenReady;
  const parts: Buffer[] = [];
  let length = 0;
  let room = Buffer.allocUnsafe(Math.min(most, Math.max(CHUNK, stated + 1)));
  while (length < most) {
    const came = read(descriptor, room);
    if (came === 0) break;
    parts.push(room.subarray(0, came));
    length += came;
    // As long as it said, and nothing came to stand in the room that is left: this is its end.
    if (length === stated && came < room.length) break;
    room = came < room.length ? room.subarray(came) : Buffer.allocUnsafe(Math.min(CHUNK, most - length));
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

function readWhenReady(descriptor: number, room: Buffer): number {
  try {
    return whenReady(() => readSync(descriptor, room));
  } catch (error) {
    // Windows says so at the end of a pipe.
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0;
    throw error;
  }
}

/** A file always has something to give or has ended; what has to be waited for took its place since somebody looked. */
function readNow(descriptor: number, room: Buffer): number {
  try {
    return readSync(descriptor, room);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EAGAIN' ? notAFile() : error;
  }
}

function notAFile(): Error {
  return Object.assign(new Error('ENOTFILE'), { code: 'ENOTFILE' });
}

/** Writes all of a text to what is open, and waits for a pipe that is full. Throws the errors of `node:fs`. */
export function writeDescriptor(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) rest = rest.subarray(whenReady(() => writeSync(descriptor, rest)));
}
