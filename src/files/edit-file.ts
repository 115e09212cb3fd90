import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SaveFault } from '../problem.js';
import { decode, MAX_FILE_BYTES } from './read-text.js';
import { replaceFile } from './replace-file.js';
import { isInUse, whenFree } from './retry.js';
import { systemFaultOf } from './system-fault.js';

/** How a change went; what is refused is still with the caller, who must not lose it. */
export type Changed = { readonly isSaved: true } | { readonly isSaved: false; readonly reason: SaveFault };

/** Makes the new text of a file out of what it holds at this moment, or says why not. */
export type Change = (text: string) => { readonly text: string } | { readonly refused: SaveFault };

/** So often a file that somebody else is saving is tried again. */
const TRIES = 20;
const WAIT_MS = 100;

/** Holding a lock takes milliseconds; one that is older than this was left behind. */
const LOCK_LASTS_MS = 10_000;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Changes a file so that nothing is ever half there and nobody's work is overwritten: under a lock that other sessions
 * respect, from what the file holds now, into a temporary file beside it, to the disk, and in its place only if nobody
 * has saved it meanwhile. Permissions and symbolic links stay. Never throws.
 */
export async function changeFile(path: string, change: Change): Promise<Changed> {
  try {
    const file = realpathSync(path);
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const outcome = unlessInUse(() => underLock(file, () => changeOnce(file, change)), attempt === TRIES - 1);
      if (outcome) return outcome;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
    return { isSaved: false, reason: { key: 'in-use' } };
  } catch (error) {
    return { isSaved: false, reason: { key: 'system', why: systemFaultOf(error) } };
  }
}

/**
 * `undefined`: somebody has the file or its lock open. Windows says so in the words for a missing permission, also of a lock that
 * is just being taken away; so the last try decides.
 */
function unlessInUse<T>(work: () => T, isLast: boolean): T | undefined {
  try {
    return work();
  } catch (error) {
    if (isLast || !isInUse(error)) throw error;
    return undefined;
  }
}

/** `undefined`: somebody saved the file while it was being changed. */
function changeOnce(file: string, change: Change): Changed | undefined {
  // Root may write what is marked read-only; the mark is a wish all the same.
  if ((statSync(file).mode & 0o222) === 0) return { isSaved: false, reason: { key: 'read-only' } };
  accessSync(file, constants.W_OK);
  const bytes = readFileSync(file);
  const decoded = decode(bytes, file);
  if ('problem' in decoded) return { isSaved: false, reason: { key: 'unreadable-now', fault: decoded.problem.fault } };
  const changed = change(decoded.text);
  if ('refused' in changed) return { isSaved: false, reason: changed.refused };
  const hasMark = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const next = Buffer.from((hasMark ? BYTE_ORDER_MARK : '') + changed.text);
  if (next.length > MAX_FILE_BYTES) return { isSaved: false, reason: { key: 'too-large-then', most: MAX_FILE_BYTES } };
  if (!readFileSync(file).equals(bytes)) return undefined;
  try {
    replaceFile(file, next);
  } catch (error) {
    // It has waited for as long as is sensible, if that was of any use.
    return { isSaved: false, reason: { key: 'system', why: systemFaultOf(error) } };
  }
  return { isSaved: true };
}

/** `undefined`: somebody else holds the lock. */
function underLock<T>(file: string, work: () => T): T | undefined {
  const lock = join(dirname(file), `.${basename(file)}.lock`);
  if (!takeLock(lock)) return undefined;
  try {
    return work();
  } finally {
    giveBack(lock);
  }
}

/** What was done is done, also if the lock stays: after a while it counts as left behind. */
function giveBack(lock: string): void {
  try {
    whenFree(() => rmSync(lock, { force: true }));
  } catch {
    // Somebody keeps it open.
  }
}

function takeLock(lock: string): boolean {
  try {
    const descriptor = openSync(lock, 'wx');
    try {
      writeSync(descriptor, String(process.pid));
    } catch (error) {
      // On a full disk the next session must not wait for this one.
      rmSync(lock, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isLeftBehind(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** The session that held it was killed: its process is gone, or, on another machine, it has been there for too long. */
function isLeftBehind(lock: string): boolean {
  const held = statSync(lock, { throwIfNoEntry: false });
  if (!held) return false;
  if (Date.now() - held.mtimeMs > LOCK_LASTS_MS) return true;
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder > 0) process.kill(holder, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
