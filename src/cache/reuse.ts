import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { canBeReadAgain } from '../files/read-bounded.js';
import type { Files } from '../files/tree.js';
import { type JudgedProcess, judge, type SourcedProcess } from '../judging/judge.js';
import type { Settings } from '../judging/settings.js';
import { check as checkAfresh } from '../load/check.js';
import type { Check, CheckedText } from '../load/checked-text.js';
import { weighEvidence } from '../load/evidence.js';
import { typeOf } from '../load/readers/index.js';
import { folderOf, type LoadResult } from '../load/to-processes.js';
import { Entries, encodeEntries, readEntries } from './entries.js';
import { type Fingerprint, fingerprints, recogniser } from './fingerprint.js';
import { keepReport } from './last-report.js';
import { type CacheLocation, cacheFile } from './location.js';
import { PendingEntries } from './pending-entries.js';
import { isEvidenceAsBefore, RecalledProcess, type StoredProcess, toStored } from './recalled-process.js';
import { tuneEngine } from './tune-engine.js';
import { writeCacheFile } from './write-cache-file.js';

/**
 * Results of earlier runs. They count only for the very same text and the same build of the tool, and what else they depend
 * on is looked at again, so reuse never changes a result. A cache that cannot be read or written is as good as none.
 */
export interface Reuse {
  /** Checks a text, unless an earlier run did: for files that hold no processes. */
  readonly check: Check;
  /** What a file comes to. `undefined`: it has to be checked and judged, and is then given to `keep`. */
  recall(file: string, text: string, how: Judging): JudgedFile | undefined;
  keep(file: string, text: string, how: Judging, judged: JudgedFile): void;
  /** Keeps the report on all files that were asked about, to be recalled while nothing has changed. */
  keepReport(question: string, report: KeptReport): void;
  /** Writes what is new. */
  save(): void;
  readonly counts: ReuseCounts;
}

/** What a file comes to: its processes, and what is wrong with it. */
export type JudgedFile = LoadResult<JudgedProcess>;

/** What the judgement on a file depends on besides the file. */
export interface Judging {
  readonly settings: Settings;
  readonly cwd: string;
  /** Where the file is, if not on the disk; then nothing is kept. */
  readonly tree?: Files | undefined;
}

export interface KeptReport {
  /** The paths that were audited. */
  readonly source: readonly string[];
  readonly processes: readonly SourcedProcess[];
  readonly text: string;
}

/** How much was reused. */
export interface ReuseCounts {
  /** Files that were asked about. */
  readonly files: number;
  /** Texts that were checked by an earlier run. */
  readonly remembered: number;
  /** Texts that had to be checked. */
  readonly parsed: number;
  /** Judgements of an earlier run. */
  readonly recalled: number;
}

/** The entry of a process file. */
interface StoredFile extends Pick<JudgedFile, 'problems'> {
  /** The fingerprint of the settings. */
  readonly judgedWith: Fingerprint;
  readonly processes: readonly StoredProcess[];
}

interface AskedSettings {
  readonly text: string;
  readonly isSame: (fingerprint: Fingerprint) => boolean;
}

/** Files after which all code that a run needs is loaded. */
const MANY = 100;

/** A file is written anew when so many of its entries are of no use, as a share of all. */
const MOST_USELESS = 0.5;

export function openReuse({ cwd, folder }: CacheLocation): Reuse {
  const file = folder === undefined ? undefined : cacheFile(folder, cwd, 'entries');
  let opened: Entries | undefined;
  const known = () => {
    opened ??= file === undefined ? new Entries(Buffer.alloc(0)) : readEntries(file);
    return opened;
  };
  const pending = file === undefined ? undefined : new PendingEntries(file, known);
  const fingerprintOf = fingerprints();
  const settingsAsked = new Map<Settings, AskedSettings>();
  /** The files that were asked about, with the texts that they had. */
  const seen = new Map<string, Fingerprint>();
  const asked = new Set<string>();
  const counts = { files: 0, remembered: 0, parsed: 0, recalled: 0 };

  const asAsked = (settings: Settings) => {
    const before = settingsAsked.get(settings);
    if (before) return before;
    const text = JSON.stringify(settings);
    const now = { text, isSame: recogniser(text) };
    settingsAsked.set(settings, now);
    return now;
  };
  const find = (name: string, text: string) => {
    asked.add(name);
    const entry = known().find(name, text);
    if (entry) counts.remembered++;
    else counts.parsed++;
    return entry;
  };
  const store = (name: string, of: Fingerprint, value: unknown) => {
    asked.add(name);
    pending?.add({ name, of, json: JSON.stringify(value) });
  };

  /** Nothing is kept of a failed question, which may not fail again. */
  const storeJudged = (name: string, of: Fingerprint, settings: Settings, { processes, problems }: JudgedFile) => {
    seen.set(name, of);
    if (processes.some(({ outcomes }) => outcomes.includes('failed'))) return;
    const stored: StoredFile = {
      judgedWith: fingerprintOf(asAsked(settings).text),
      processes: processes.map(toStored),
      problems,
    };
    store(name, of, stored);
  };

  return {
    counts,
    check: async (kind, text, file) => {
      if (!pending) {
        counts.parsed++;
        return checkAfresh(kind, text, file);
      }
      // No path has such a character.
      const name = `\0${kind} ${typeOf(file)}`;
      const entry = find(name, text);
      if (entry) return JSON.parse(entry.json) as CheckedText<never>;
      const checked = await checkAfresh(kind, text, file);
      store(name, fingerprintOf(text), checked);
      return checked;
    },
    recall: (name, text, { settings, cwd: from, tree }) => {
      counts.files++;
      if (counts.files === MANY) tuneEngine();
      const entry = canBeReadAgain(name, from) ? find(name, text) : undefined;
      if (!entry) return undefined;
      seen.set(name, entry.of);
      const stored = JSON.parse(entry.json) as StoredFile;
      const isJudgedAlike = asAsked(settings).isSame(stored.judgedWith);
      let isNew = false;
      const processes = stored.processes.map((one) => {
        const evidence = weighEvidence(one.salesProcess, folderOf(name, from), { cwd: from, tree });
        const { salesProcess, places } = one;
        const sourced = { salesProcess, file: name, places, ...evidence };
        if (isJudgedAlike && isEvidenceAsBefore(one, evidence)) {
          counts.recalled++;
          return new RecalledProcess(one, sourced, settings);
        }
        isNew = true;
        return judge(sourced, settings);
      });
      const judged = { processes, problems: stored.problems };
      if (isNew && !tree) storeJudged(name, entry.of, settings, judged);
      return judged;
    },
    keep: (name, text, { settings, cwd: from, tree }, judged) => {
      if (pending && !tree && canBeReadAgain(name, from)) storeJudged(name, fingerprintOf(text), settings, judged);
    },
    keepReport: (question, report) => {
      // Of a file that can be read only once nobody can tell later whether it is the same.
      if (folder !== undefined && seen.size === counts.files)
        keepReport({ cwd, folder }, question, { ...report, files: seen });
    },
    save: () => {
      if (file === undefined || !pending || !opened) return;
      if (pending.size === 0 && !opened.isDamaged) return;
      pending.write();
      const isGone = (name: string) => !asked.has(name) && !existsSync(resolve(cwd, name));
      let useless = opened.replaced;
      for (const name of opened.names()) if (pending.has(name) || isGone(name)) useless++;
      if (useless > 0 && useless >= MOST_USELESS * opened.size)
        writeCacheFile(file, encodeEntries(readEntries(file).only((name) => !isGone(name))));
    },
  };
}
