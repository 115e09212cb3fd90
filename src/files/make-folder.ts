import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing. `mkdirSync(…, { recursive: true })` does so too, but never ends
 * where a file system says that nothing is in a folder which is there, as `/proc` does. Throws what `node:fs` throws.
 *
 * @param mode permissions of the folders that are made
 */
export function makeFolder(path: string, mode?: number): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Somebody else may have made it at the same moment.
    if (!isFolder(path)) throw error;
  }
}

/** Throws where nobody can know. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
