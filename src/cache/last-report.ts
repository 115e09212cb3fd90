import { dirname, join, resolve } from 'node:path';
import { readText } from '../files/read-text.js';
import type { JudgedProcess } from '../judging/judge.js';
import { type EvidenceState, evidenceOf, evidenceState, stateOf } from '../load/evidence.js';
import type { FoundConfiguration } from '../load/find-configuration.js';
import { findFiles } from '../load/find-files.js';
import type { LoadedProcess } from '../load/load-processes.js';
import { BUILD } from '../package-info.js';
import type { Day } from '../time/day.js';
import { fingerprint, readMemory } from './cache.js';
import { digestOf } from './digest.js';
import { encodeEntries, type KeysAre } from './entries.js';
import { writeWhole } from './write-cache-file.js';

/** What a run was asked, what it saw, and what it said. */
interface Answer {
  /** The paths that were audited. */
  readonly source: readonly string[];
  readonly files: readonly string[];
  /** As the memory knows their texts: in a small folder the texts themselves. */
  readonly keys: readonly string[];
  /** Evidence, the folder from which it is looked for, and whether it was there. */
  readonly evidence: readonly (readonly [text: string, folder: string, state: EvidenceState])[];
}

/** What an answer was made of besides the question. */
export interface Seen extends Pick<Answer, 'source'> {
  readonly text: string;
  /** The key of each file's text. */
  readonly files: ReadonlyMap<string, string>;
  readonly keysAre: KeysAre;
  readonly processes: Iterable<JudgedProcess | LoadedProcess>;
}

/**
 * The whole answer of the last run, for when nothing has changed: the same question, the same build, the same files with the
 * same texts, and the same evidence. All of them are looked at again, and only a run without any problem is kept.
 */
export interface Answers {
  /**
   * What was said to the same question when all was as it is now.
   *
   * @param question all that the answer depends on besides the files
   */
  recall(question: string): Promise<{ readonly text: string; readonly files: number } | undefined>;
  keep(question: string, seen: Seen): void;
}

/** All that an audit of these paths depends on besides the files and the build, and what is wanted of it. */
export function toQuestion(
  cwd: string,
  asOf: Day,
  paths: readonly string[],
  { folder, file, text }: FoundConfiguration,
  wanted: unknown,
): string {
  return JSON.stringify([cwd, asOf, paths, folder, file, text, wanted]);
}

/** @param folder where to remember; `undefined`: nothing is */
export function answersIn(folder: string | undefined, cwd: string): Answers {
  const file = join(folder ?? '', `${fingerprint(cwd)}.answer`);
  return {
    recall: async (question) => {
      const known = folder === undefined ? undefined : readAnswer(file, question);
      if (!known || !(await isAsBefore(known.answer, known.keyOf, cwd))) return undefined;
      const text = known.text();
      return text === undefined ? undefined : { text, files: known.answer.files.length };
    },
    keep: (question, { source, files, keysAre, processes, text }) => {
      if (folder === undefined) return;
      const answer: Answer = {
        source,
        files: [...files.keys()],
        keys: [...files.values()],
        evidence: [...processes].flatMap((one) => evidenceSeen(one, cwd)),
      };
      const key = toKey(keysAre)(question);
      const entries = [
        [key, JSON.stringify(answer)],
        [SAID, JSON.stringify(text)],
      ] as const;
      writeWhole(file, encodeEntries(BUILD, keysAre, entries));
    },
  };
}

type ToKey = (text: string) => string;

function toKey(keysAre: KeysAre): ToKey {
  return keysAre === 'texts' ? (text) => text : digestOf;
}

/** What was said lies apart: it is long, and most often not wanted, because something has changed. */
const SAID = 'said';

function readAnswer(
  file: string,
  question: string,
): { readonly answer: Answer; readonly keyOf: ToKey; text(): string | undefined } | undefined {
  try {
    const entries = readMemory(file);
    const keyOf = toKey(entries.keysAre);
    const answer = parsed<Answer>(entries.get(keyOf(question)));
    return answer && { answer, keyOf, text: () => parsed<string>(entries.get(SAID)) };
  } catch {
    return undefined;
  }
}

function parsed<T>(json: string | undefined): T | undefined {
  try {
    return json === undefined ? undefined : (JSON.parse(json) as T);
  } catch {
    return undefined;
  }
}

async function isAsBefore({ source, files, keys, evidence }: Answer, keyOf: ToKey, cwd: string) {
  const found = await findFiles(source, cwd);
  if (found.problems.length > 0 || found.files.length !== files.length) return false;
  return (
    found.files.every((file, index) => file === files[index]) &&
    // What was changed was most likely changed in few files: the first ends the search.
    files.every((file, index) => keyNow(file, keyOf, cwd) === keys[index]) &&
    evidence.every(([text, folder, state]) => evidenceState(text, resolve(cwd, folder), { cwd }) === state)
  );
}

function keyNow(file: string, keyOf: ToKey, cwd: string): string | undefined {
  const read = readText(file, cwd);
  return 'problem' in read ? undefined : keyOf(`process\n${read.text}`);
}

function evidenceSeen(one: JudgedProcess | LoadedProcess, cwd: string): Answer['evidence'] {
  const texts = evidenceOf(one);
  if (texts.length === 0) return [];
  const folder = resolve(cwd, dirname(one.file));
  return texts.map((text) => [text, folder, stateOf(text, one)]);
}
