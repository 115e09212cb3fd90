import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { JudgedProcess } from '../judge.js';
import { BUILD } from '../package-info.js';
import { digestOf } from './digest.js';
import { type EvidenceState, evidenceState } from './evidence.js';
import { findFiles } from './find-files.js';
import type { LoadedProcess } from './load-processes.js';
import { fingerprint, type Memory, writeWhole } from './memory.js';
import { decodeEntries, encodeEntries } from './memory-file.js';
import { readText } from './read-text.js';

/** What a run was asked, what it saw, and what it said. */
interface Answer {
  readonly files: readonly string[];
  /** Of their texts. */
  readonly digests: readonly string[];
  /** Evidence, the folder from which it is looked for, and whether it was there. */
  readonly evidence: readonly (readonly [text: string, folder: string, state: EvidenceState])[];
  readonly text: string;
}

/**
 * The whole answer of the last run, for when nothing has changed: the same question, the same build, the same files with the
 * same texts, and the same evidence. All of them are looked at again, and only a run without any problem is kept.
 */
export interface Answers {
  readonly isWorthAsking: boolean;
  /**
   * What was said to the same question when all was as it is now.
   *
   * @param question all that the answer depends on besides the files
   */
  recall(
    question: string,
    paths: readonly string[],
  ): Promise<{ readonly text: string; readonly files: number } | undefined>;
  keep(
    question: string,
    seen: ReadonlyMap<string, string>,
    processes: Iterable<JudgedProcess | LoadedProcess>,
    text: string,
  ): void;
}

/** Below that the memory of texts is as quick. */
const WORTH_AN_ANSWER = 100;

export function openAnswers(memory: Memory, cwd: string): Answers {
  const file = join(memory.folder ?? '', `${fingerprint(cwd)}.answer`);
  return {
    isWorthAsking: memory.folder !== undefined && memory.size >= WORTH_AN_ANSWER,
    recall: async (question, paths) => {
      const known = readAnswer(file, digestOf(question));
      const isSame = known && (await isAsBefore(known, paths, cwd));
      return isSame ? { text: known.text, files: known.files.length } : undefined;
    },
    keep: (question, seen, processes, text) => {
      if (memory.folder === undefined || seen.size < WORTH_AN_ANSWER) return;
      const answer: Answer = {
        files: [...seen.keys()],
        digests: [...seen.values()],
        evidence: [...processes].flatMap((one) => evidenceOf(one, cwd)),
        text,
      };
      writeWhole(file, encodeEntries(BUILD, 'texts', [[digestOf(question), JSON.stringify(answer)]]));
    },
  };
}

function readAnswer(file: string, key: string): Answer | undefined {
  try {
    const json = decodeEntries(BUILD, readFileSync(file)).get(key);
    return json === undefined ? undefined : (JSON.parse(json) as Answer);
  } catch {
    return undefined;
  }
}

async function isAsBefore({ files, digests, evidence }: Answer, paths: readonly string[], cwd: string) {
  const found = await findFiles(paths, cwd);
  if (found.problems.length > 0 || found.files.length !== files.length) return false;
  return (
    found.files.every((file, index) => file === files[index]) &&
    // What was changed was most likely changed in few files: the first ends the search.
    files.every((file, index) => digestNow(file, cwd) === digests[index]) &&
    evidence.every(([text, folder, state]) => evidenceState(text, resolve(cwd, folder), { cwd }) === state)
  );
}

function digestNow(file: string, cwd: string): string | undefined {
  const read = readText(file, cwd);
  return 'problem' in read ? undefined : digestOf(`process\n${read.text}`);
}

function evidenceOf(
  { salesProcess, file, missingEvidence, outsideEvidence }: JudgedProcess | LoadedProcess,
  cwd: string,
): Answer['evidence'] {
  const folder = resolve(cwd, dirname(file));
  const texts = Object.values(salesProcess.voices).flatMap((voices) => voices.flatMap(({ evidence }) => evidence));
  return texts.map((text) => {
    if (outsideEvidence?.has(text)) return [text, folder, 'outside'];
    return [text, folder, missingEvidence.has(text) ? 'missing' : 'there'];
  });
}
