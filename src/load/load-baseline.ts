import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BaselineFile } from '../baseline/schema.js';
import { type Problem, problem } from '../problem/problem.js';
import { type Check, check as checkAfresh } from './checked.js';
import { toProblems } from './load-processes.js';
import { readText } from './read-text.js';

export const BASELINE_FILE = 'audit-baseline.yaml';

/** Reads a baseline; `undefined`: there is none. `file` is the path as people see it, relative to `cwd`. */
export async function loadBaseline(
  file: string,
  cwd: string,
  check: Check = checkAfresh,
): Promise<{ readonly baseline: BaselineFile } | { readonly problems: readonly Problem[] } | undefined> {
  if (!existsSync(resolve(cwd, file))) return undefined;
  const read = readText(file, cwd);
  if ('problem' in read) return { problems: [read.problem] };
  const { documents, faults } = await check('baseline', read.text);
  if (faults.length > 0) {
    const hint = 'after a merge, keep the lines of both sides; or write it anew with "audit check --update-baseline"';
    return {
      problems: faults.map(({ line, column, message }) => problem('yaml', { file, line, column }, message, hint)),
    };
  }
  const [document] = documents;
  if (!document || documents.length > 1) {
    const message = 'a baseline is one document with "version" and "accepted"';
    return { problems: [problem('invalid-value', { file, line: 1, column: 1 }, message)] };
  }
  if ('issues' in document) return { problems: toProblems(document.issues, file, document.places) };
  return { baseline: document.value };
}
