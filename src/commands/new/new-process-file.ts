import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeNewFile } from '../../files/create-file.js';
import { systemFaultOf } from '../../files/system-fault.js';
import { type SkeletonFacts, skeleton } from '../../interview/skeleton.js';
import { check } from '../../load/check.js';
import { mistakesIn } from '../../load/checked-text.js';
import { isId } from '../../sales-process/vocabulary.js';
import { faultWords } from '../../wording/faults.js';
import type { Words } from '../../wording/words/words.js';
import { UsageError } from '../shared/usage-error.js';

/**
 * Writes the file of a new process and returns its path. Throws a `UsageError` if the id is not valid, the file exists, or the
 * facts do not make a valid file.
 */
export async function writeNewProcess(id: string, folder: string, facts: SkeletonFacts, words: Words): Promise<string> {
  if (!isId(id)) throw new UsageError('not-an-id', { id });
  const path = join(folder, `${id}.yaml`);
  const taken = fileTaken(folder, id);
  if (taken) throw new UsageError('process-exists', { path: taken });
  const text = skeleton(facts, words);
  const [wrong] = mistakesIn(await check('process', text));
  if (wrong !== undefined) throw new UsageError('invalid-process', { path, mistake: faultWords(wrong, words).message });
  try {
    writeNewFile(path, text);
    return path;
  } catch (error) {
    throw new UsageError('cannot-write', { path, why: systemFaultOf(error) });
  }
}

/** The existing file for an id, with either ending. */
export function fileTaken(folder: string, id: string): string | undefined {
  return ['yaml', 'yml'].map((ending) => join(folder, `${id}.${ending}`)).find((path) => existsSync(path));
}
