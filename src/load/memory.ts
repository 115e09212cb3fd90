import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD } from '../package-info.js';
import { type Check, type CheckedText, check as checkAfresh } from './checked.js';

/**
 * Remembers from one run to the next what a text was parsed and checked to. An entry counts only for the very same text
 * and the very same build of the tool, so a memory can never change a result; one that cannot be read or written is as
 * if there were none.
 */
export interface Memory {
  readonly check: Check;
  /** Keeps what this run used, and forgets the rest. */
  save(): void;
}

/** Where and whether to remember. */
export interface MemoryOptions {
  /** A folder; `undefined`: the platform's cache folder. */
  readonly folder?: string | undefined;
  readonly isOn: boolean;
}

type Entry = readonly [kind: string, text: string, checked: CheckedText<unknown>];

interface Stored {
  readonly build: string;
  readonly entries: readonly Entry[];
}

/** One memory a working directory. */
export function openMemory(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  options: MemoryOptions,
): Memory {
  const folder = options.folder ?? cacheFolder(env);
  if (!options.isOn || folder === undefined) return { check: checkAfresh, save: () => {} };
  const file = join(folder, `${fingerprint(cwd)}.json`);
  const known = new Map(readEntries(file).map((entry) => [keyOf(entry[0], entry[1]), entry]));
  const used = new Map<string, Entry>();
  let hasNew = false;
  return {
    check: async (kind, text) => {
      const key = keyOf(kind, text);
      const remembered = known.get(key);
      if (!remembered) hasNew = true;
      const entry = remembered ?? ([kind, text, await checkAfresh(kind, text)] as const);
      used.set(key, entry);
      return entry[2] as never;
    },
    save: () => {
      if (hasNew || used.size < known.size) writeEntries(folder, file, [...used.values()]);
    },
  };
}

function keyOf(kind: string, text: string): string {
  return `${kind}\n${text}`;
}

function readEntries(file: string): readonly Entry[] {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
    if (stored.build !== BUILD || !stored.entries.every(isEntry)) return [];
    return stored.entries;
  } catch {
    return [];
  }
}

function isEntry(entry: Entry): boolean {
  const checked = entry[2];
  return Array.isArray(checked?.documents) && Array.isArray(checked.faults) && checked.documents.every(isDocument);
}

function isDocument({ places }: CheckedText<unknown>['documents'][number]): boolean {
  return typeof places?.outline === 'string' && typeof places.spots === 'string';
}

/** Written beside and put in place, so that a run that is killed, or one at the same time, leaves no half of a file. */
function writeEntries(folder: string, file: string, entries: readonly Entry[]): void {
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, JSON.stringify({ build: BUILD, entries } satisfies Stored), {
      mode: 0o600,
    });
    renameSync(temporary, file);
  } catch {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // Where nothing can be written there is nothing to take away.
    }
  }
}

/** The platform's cache folder, or `undefined` where the environment names no home. */
function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA, HOME }: Readonly<Record<string, string | undefined>>) {
  const own = 'sales-process-audit';
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, own);
  if (LOCALAPPDATA) return join(LOCALAPPDATA, own, 'Cache');
  if (!HOME) return undefined;
  return process.platform === 'darwin' ? join(HOME, 'Library', 'Caches', own) : join(HOME, '.cache', own);
}

/** A short name for a path. Two paths that share one only share a file: entries are compared by their text. */
function fingerprint(path: string): string {
  let hash = 0;
  for (let index = 0; index < path.length; index++) hash = (Math.imul(hash, 31) + path.charCodeAt(index)) >>> 0;
  return `${path.replace(/[^A-Za-z0-9]+/g, '-').slice(-40)}-${hash.toString(36)}`;
}
