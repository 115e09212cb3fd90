import { chmodSync, chownSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { whenFree } from './retry.js';

/**
 * Writes a file whole or not at all: all of it beside its place, to the disk, then in its place, keeping permissions and
 * following links. Throws what `node:fs` throws.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const file = followed(path);
  const before = statSync(file, { throwIfNoEntry: false });
  // A name that nobody has; 'wx' fails on one that somebody made all the same, be it a link.
  const beside = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    // Goes on until all is written or throws. One call to the system does not: of what is too long for the room that is
    // left on a disk it takes a part, and complains only when it is asked again.
    writeFileSync(beside, content, { flag: 'wx', flush: true, ...(before && { mode: before.mode & 0o777 }) });
    if (before) {
      asFarAsAllowed(() => chownSync(beside, before.uid, before.gid));
      asFarAsAllowed(() => chmodSync(beside, before.mode));
    }
    whenFree(() => renameSync(beside, file));
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Where a link leads, also when nothing is there yet. */
function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const target = targetOf(path);
    return target === undefined ? path : followed(resolve(realpathSync(dirname(path)), target));
  }
}

function targetOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Who may not give files away keeps what he made; some disks know no owners. */
function asFarAsAllowed(work: () => void): void {
  try {
    work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isRoot = process.getuid?.() === 0;
    if (code !== 'ENOSYS' && (isRoot || (code !== 'EPERM' && code !== 'EINVAL'))) throw error;
  }
}
