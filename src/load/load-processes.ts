import { resolve } from 'node:path';
import { disk } from '../files/tree.js';
import type { SourcedProcess } from '../judging/judge.js';
import { comparePlaces, type Place, placeOf } from '../places/places.js';
import { type Problem, problem } from '../problem.js';
import { check as checkAfresh } from './check.js';
import type { Check } from './checked-text.js';
import { findFiles } from './find-files.js';
import { type ReadOptions, readFile } from './read-file.js';
import { type LoadResult, toProcesses } from './to-processes.js';

export interface LoadOptions extends ReadOptions {
  /** Told when a step is over. */
  readonly onStep?: ((done: string) => void) | undefined;
}

/** Finds, reads and checks process files. Every bad file is reported, and the good ones come back, sorted by id. */
export function loadProcesses(
  paths: readonly string[],
  { check = checkAfresh, ...options }: LoadOptions & { readonly check?: Check },
): Promise<LoadResult> {
  return loadFiles(paths, options, async (file, text) =>
    toProcesses(file, await check('process', text, file), options),
  );
}

/**
 * The same for callers who make something of each file as soon as it is read.
 *
 * @param turn turns the text of a file into processes; `-` is standard input
 */
export async function loadFiles<T extends SourcedProcess>(
  paths: readonly string[],
  options: LoadOptions,
  turn: (file: string, text: string) => Promise<LoadResult<T>>,
): Promise<LoadResult<T>> {
  const { cwd, tree = disk } = options;
  const found = await findFiles(paths, cwd, tree);
  options.onStep?.('find');
  tree.prepare?.(found.files.map((file) => resolve(cwd, file)));
  const problems: Problem[] = [...found.problems];
  const loaded: T[] = [];
  for (const file of found.files) {
    const read = readFile(file, options);
    const result = 'problem' in read ? { processes: [], problems: [read.problem] } : await turn(file, read.text);
    problems.push(...result.problems);
    loaded.push(...result.processes);
  }
  const { unique, duplicates } = splitDuplicates(loaded);
  return {
    processes: unique.sort((a, b) => (a.salesProcess.id < b.salesProcess.id ? -1 : 1)),
    problems: [...problems, ...duplicates].sort((a, b) => comparePlaces(a.place, b.place)),
  };
}

function splitDuplicates<T extends SourcedProcess>(loaded: readonly T[]): { unique: T[]; duplicates: Problem[] } {
  const byId = new Map<string, T>();
  const duplicates: Problem[] = [];
  for (const one of loaded) {
    const { id } = one.salesProcess;
    const first = byId.get(id);
    if (!first) {
      byId.set(id, one);
      continue;
    }
    duplicates.push(problem(whereIdIs(one), { key: 'duplicate-id', id, first: whereIdIs(first) }));
  }
  return { unique: [...byId.values()], duplicates };
}

function whereIdIs({ file, places }: SourcedProcess): Place {
  return placeOf(file, places, ['id']);
}
