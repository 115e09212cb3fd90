import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readBaseline } from '../baseline/read-baseline.js';
import type { BaselineFile } from '../baseline/schema.js';
import { MAX_BASELINE_BYTES, MAX_FILE_BYTES, MOST_VALUES } from '../files/limits.js';
import { readBounded } from '../files/read-bounded.js';
import { readText } from '../files/read-text.js';
import { disk } from '../files/tree.js';
import { type Problem, problem, startOf } from '../problem.js';
import { check } from './check.js';
import { toProblems } from './to-problems.js';

export const BASELINE_FILE = 'audit-baseline.yaml';

/** An entry is a mapping of three. */
const VALUES_AN_ENTRY = 4;

const LARGE = { sizeOf: disk.sizeOf, read: (path: string) => readBounded(path, MAX_BASELINE_BYTES + 1) };

/** Reads a baseline; `undefined`: there is none. `file` is the path as people see it, relative to `cwd`. */
export async function loadBaseline(
  file: string,
  cwd: string,
): Promise<{ readonly baseline: BaselineFile } | { readonly problems: readonly Problem[] } | undefined> {
  if (!existsSync(resolve(cwd, file))) return undefined;
  const read = readText(file, cwd, LARGE, MAX_BASELINE_BYTES);
  if ('problem' in read) return { problems: [mendable(read.problem)] };
  const { text } = read;
  const own = readBaseline(text);
  if ('accepted' in own) return { baseline: { version: 1, accepted: [...own.accepted] } };
  // The limits of YAML would be named where they are reached; what keeps it from being read otherwise is this line.
  const stray = () => ({
    problems: [mendable(problem({ file, line: own.strayLine, column: 1 }, { key: 'stray-line' }))],
  });
  if (Buffer.byteLength(text) > MAX_FILE_BYTES) return stray();
  const { documents, faults } = await check('baseline', text);
  if (faults.length > 0) {
    if (text.split('\n').length > MOST_VALUES / VALUES_AN_ENTRY) return stray();
    return {
      problems: faults.map(({ line, column, fault }) => mendable(problem({ file, line, column }, fault))),
    };
  }
  const [document] = documents;
  if (!document || documents.length > 1) {
    return { problems: [problem(startOf(file), { key: 'several-baselines' })] };
  }
  if ('issues' in document) return { problems: toProblems(document.issues, file, document.places) };
  return { baseline: document.value };
}

function mendable(one: Problem): Problem {
  return { ...one, remedy: 'mend-baseline' };
}
