import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../files/make-folder.js';

/**
 * Writes a cache file under another name first and then renames it, so that neither a run that is killed nor one at the same
 * time leaves half a file.
 *
 * @returns whether it could be written
 */
export function writeCacheFile(file: string, parts: Iterable<Buffer>): boolean {
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
      // Where nothing can be written there is nothing to remove.
    }
    return false;
  }
}
