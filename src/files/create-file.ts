import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.js';

/** File systems without hard links say so in one of these ways; the last is Windows' on a stick. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR']);

/**
 * Writes a file that must not be there yet, whole or not at all: beside its place, and linked into it, which fails where
 * something stands, also something that came at the same moment. Throws what `node:fs` throws; `EEXIST`: it is there.
 */
export function writeNewFile(path: string, text: string): void {
  makeFolder(dirname(path));
  // Hidden, so that what a killed run leaves behind is no process.
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text, { flush: true });
    linkSync(beside, path);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    writeOrTakeAway(path, text);
  } finally {
    rmSync(beside, { force: true });
  }
}

function writeOrTakeAway(path: string, text: string): void {
  let isOurs = false;
  try {
    writeFileSync(path, '', { flag: 'wx' });
    isOurs = true;
    writeFileSync(path, text, { flush: true });
  } catch (error) {
    if (isOurs) rmSync(path, { force: true });
    throw error;
  }
}
