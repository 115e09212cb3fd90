import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../files/make-folder.js';

/**
 * Writes a file of the memory beside and puts it in place, so that a run that is killed, or one at the same time, leaves no
 * half of a file.
 *
 * @returns whether it could be written
 */
export function writeWhole(file: string, parts: Iterable<Buffer>): boolean {
  const temporary = `${file}.${process.pid}`;
  try {
    makeFolder(dirname(file), 0o700);
    const descriptor = openSync(temporary, 'w', 0o600);
    try {
      for (const part of parts) writeFileSync(descriptor, part);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
    return true;
  } catch {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // Where nothing can be written there is nothing to take away.
    }
    return false;
  }
}
