import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type SkeletonFacts, skeleton } from '../interview/skeleton.js';
import { isId } from '../sales-process/vocabulary.js';
import { UsageError } from './context.js';
import { writeNewFile } from './write-new.js';

/** Writes the file of a new process and says where; an id that cannot be or a file that is there is a `UsageError`. */
export function writeNewProcess(id: string, folder: string, facts: SkeletonFacts): string {
  if (!isId(id)) {
    throw new UsageError(`"${id}" cannot be an id`, 'write lower-case words joined by hyphens, such as weekly-report');
  }
  const path = join(folder, `${id}.yaml`);
  const taken = fileTaken(folder, id);
  if (taken) throw new UsageError(`${taken} is there already`, 'choose another id, or edit that file');
  try {
    writeNewFile(path, skeleton(facts));
    return path;
  } catch (error) {
    throw new UsageError(`cannot write ${path}: ${(error as Error).message}`);
  }
}

/** The file that has the name of that id already, with either ending. */
export function fileTaken(folder: string, id: string): string | undefined {
  return ['yaml', 'yml'].map((ending) => join(folder, `${id}.${ending}`)).find((path) => existsSync(path));
}
