import { join } from 'node:path';
import { readBounded } from '../files/read-bounded.js';
import { check as checkAfresh } from '../load/check.js';
import type { CheckedText, Formats } from '../load/checked-text.js';
import { BUILD } from '../package-info.js';
import { digestOf } from './digest.js';
import { decodeEntries, Entries, encodeEntries, isJudgement, JUDGED, type KeysAre } from './entries.js';
import type { JudgedFile } from './judged-file.js';
import { Learned } from './pending-entries.js';
import { writeWhole } from './write-cache-file.js';

/**
 * Remembers from one run to the next what a text was parsed and checked to. An entry counts only for the very same text
 * and the very same build of the tool, so a memory can never change a result; one that cannot be read or written, or that
 * is damaged, is as if there were none.
 */
export interface Memory {
  readonly check: <Kind extends keyof Formats>(
    kind: Kind,
    text: string,
    key?: string,
  ) => Promise<CheckedText<Formats[Kind]>>;
  /** How many texts it knew when it was opened, which is when somebody first asks. */
  readonly size: number;
  readonly keysAre: KeysAre;
  readonly counts: { known: number; fresh: number };
  /** Where else something may be remembered; `undefined`: nothing is. */
  readonly folder?: string | undefined;
  /** Says how many texts there will be: many are known by their digests, which a few are not worth loading crypto for. */
  expect(texts: number): void;
  /** What the text that was checked is known by: itself, or its digest. */
  keyOf(checked: CheckedText<unknown>): string | undefined;
  /** What a text will be known by, to be given to `check` again; `undefined`: nothing is remembered. */
  keyOfText(kind: keyof Formats, text: string): string | undefined;
  /**
   * What a file came to, by all that it depends on besides its evidence.
   *
   * @param text what its text is known by; that has to be remembered as well
   */
  recallJudged(key: string, text: string): JudgedFile | undefined;
  learnJudged(key: string, judged: JudgedFile): void;
  /** Keeps what is new, and forgets what nobody seems to need any more. */
  save(): void;
}

/** Where and whether to remember. */
export interface MemoryOptions {
  /** A folder; `undefined`: the platform's cache folder. */
  readonly folder?: string | undefined;
  readonly isOn: boolean;
}

/** From so many texts on they are known by their digests, their files do not hold them, and what they came to is remembered. */
export const MANY = 100;

/** The share of its entries that a run must have used; a file with more that is gone is written anew without it. */
const LEAST_USED = 0.75;

/** Who uses less than this share looks at a part of the folder only, and the rest is still good. */
const LEAST_OF_ALL = 0.5;

/** With more than this, all that a run has no use for is forgotten. */
const MOST_ENTRIES = 200_000;

/** One memory a working directory. */
export function openMemory(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  options: MemoryOptions,
): Memory {
  const folder = memoryFolder(env, options);
  const isOn = folder !== undefined;
  const file = isOn ? join(folder, `${fingerprint(cwd)}.memory`) : '';
  let opened: Entries | undefined;
  const known = () => {
    opened ??= isOn ? readEntries(file) : new Entries('texts');
    return opened;
  };
  /** What this run has a use for, and what of it is new. */
  const used = new Set<string>();
  const learned = new Learned(file, known);
  const counts = { known: 0, fresh: 0 };
  const keys = new WeakMap<CheckedText<unknown>, string>();

  const keyOf = (kind: string, text: string) => {
    const whole = `${kind}\n${text}`;
    return known().keysAre === 'texts' ? whole : digestOf(whole);
  };
  const recall = <T extends object>(key: string, read: (json: string) => T | undefined): T | undefined => {
    const json = learned.get(key) ?? known().get(key);
    const found = json === undefined ? undefined : read(json);
    if (found) used.add(key);
    return found;
  };
  const recallText = (key: string): CheckedText<never> | undefined => {
    const checked = recall(key, toChecked);
    if (checked) counts.known++;
    if (checked) keys.set(checked, key);
    return checked;
  };
  const learn = (key: string, json: string) => {
    used.add(key);
    learned.add(key, json);
  };
  const learnText = (key: string, json: string, checked: CheckedText<unknown>) => {
    counts.fresh++;
    if (!isOn) return;
    learn(key, json);
    keys.set(checked, key);
  };

  return {
    get size() {
      return known().texts;
    },
    get keysAre() {
      return known().keysAre;
    },
    counts,
    folder,
    check: async (kind, text, given) => {
      if (!isOn) {
        counts.fresh++;
        return checkAfresh(kind, text);
      }
      const key = given ?? keyOf(kind, text);
      const remembered = recallText(key);
      if (remembered) return remembered;
      const checked = await checkAfresh(kind, text);
      learnText(key, JSON.stringify(checked), checked);
      return checked;
    },
    expect: (texts) => {
      if (!isOn || texts < MANY || known().keysAre === 'digests') return;
      opened = known().digested(digestOf);
      learned.rename(digestOf);
      const sofar = [...used];
      used.clear();
      for (const text of sofar) used.add(digestOf(text));
    },
    keyOf: (checked) => keys.get(checked),
    keyOfText: (kind, text) => (isOn ? keyOf(kind, text) : undefined),
    recallJudged: (key, text) => {
      // What was learned in this run is given to the file sooner or later, and then not at hand any more.
      const judged = known().has(text) ? recall(JUDGED + key, toJudged) : undefined;
      if (judged) used.add(text);
      return judged;
    },
    learnJudged: (key, judged) => learn(JUDGED + key, JSON.stringify(judged)),
    save: () => {
      if (!isOn) return;
      const before = known();
      if (learned.size === 0 && !before.isDamaged) return;
      // Who asks for no judgements has no use for them, but the next one may.
      const isJudging = [...used].some(isJudgement);
      const share = used.size / ((isJudging ? before.size : before.texts) + learned.size);
      const isWorn = share < LEAST_USED && (share >= LEAST_OF_ALL || before.size > MOST_ENTRIES);
      learned.write();
      if (isWorn) forgetAllBut((key) => used.has(key) || (!isJudging && isJudgement(key)), file);
    },
  };
}

function forgetAllBut(isWanted: (key: string) => boolean, file: string): void {
  const all = readEntries(file);
  writeWhole(file, encodeEntries(BUILD, all.keysAre, all.only(isWanted)));
}

function readEntries(file: string): Entries {
  try {
    return readMemory(file);
  } catch {
    return new Entries('texts');
  }
}

/** What a file of the memory holds. Throws where there is none, or something that is no file and might never end. */
export function readMemory(file: string): Entries {
  return decodeEntries(BUILD, readBounded(file, Number.MAX_SAFE_INTEGER));
}

/** What an entry says, or nothing where it is of another shape. */
function toChecked(json: string): CheckedText<never> | undefined {
  try {
    const { documents, faults } = JSON.parse(json) as CheckedText<never>;
    if (!Array.isArray(faults) || !documents.every(isDocument)) return undefined;
    return { documents, faults };
  } catch {
    return undefined;
  }
}

function toJudged(json: string): JudgedFile | undefined {
  try {
    const { processes } = JSON.parse(json) as JudgedFile;
    return processes.every(
      ({ salesProcess, places, evidence, judgement }) => salesProcess && places && evidence && judgement.words,
    )
      ? { processes }
      : undefined;
  } catch {
    return undefined;
  }
}

function isDocument({ places }: CheckedText<unknown>['documents'][number]): boolean {
  return typeof places?.outline === 'string' && typeof places.spots === 'string';
}

/** Where to remember; `undefined`: nothing is. */
export function memoryFolder(
  env: Readonly<Record<string, string | undefined>>,
  { folder, isOn }: MemoryOptions,
): string | undefined {
  return isOn ? (folder ?? cacheFolder(env)) : undefined;
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
export function fingerprint(path: string): string {
  let hash = 0;
  for (let index = 0; index < path.length; index++) hash = (Math.imul(hash, 31) + path.charCodeAt(index)) >>> 0;
  return `${path.replace(/[^A-Za-z0-9]+/g, '-').slice(-40)}-${hash.toString(36)}`;
}
