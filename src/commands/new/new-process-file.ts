import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeNewFile } from '../../files/create-file.js';
import { type SkeletonFacts, skeleton } from '../../interview/skeleton.js';
import { check } from '../../load/check.js';
import { mistakesIn } from '../../load/checked-text.js';
import { isId } from '../../sales-process/vocabulary.js';
import { english } from '../../wording/en/index.js';
import { UsageError } from '../shared/context.js';

/**
 * Writes the file of a new process and says where. An id that cannot be, a file that is there, and what no file may say are
 * `UsageError`s.
 */
export async function writeNewProcess(id: string, folder: string, facts: SkeletonFacts): Promise<string> {
  if (!isId(id)) {
    throw new UsageError(`"${id}" cannot be an id`, 'write lower-case words joined by hyphens, such as weekly-report');
  }
  const path = join(folder, `${id}.yaml`);
  const taken = fileTaken(folder, id);
  if (taken) throw new UsageError(`${taken} is there already`, 'choose another id, or edit that file');
  const text = skeleton(facts, english);
  const [wrong] = mistakesIn(await check('process', text));
  if (wrong !== undefined) throw new UsageError(`cannot write ${path}: ${wrong}`);
  try {
    writeNewFile(path, text);
    return path;
  } catch (error) {
    throw new UsageError(`cannot write ${path}: ${(error as Error).message}`);
  }
}

/** The file that has the name of that id already, with either ending. */
export function fileTaken(folder: string, id: string): string | undefined {
  return ['yaml', 'yml'].map((ending) => join(folder, `${id}.${ending}`)).find((path) => existsSync(path));
}
