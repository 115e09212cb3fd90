import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Configuration } from '../configuration/schema.js';
import { NO_PLACES, type Places } from '../format/places.js';
import { type Problem, problem } from '../problem/problem.js';
import { type Check, check as checkAfresh } from './checked.js';
import { toProblems } from './load-processes.js';
import { readText } from './read-text.js';

export const CONFIGURATION_FILE = 'audit.config.yaml';

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The folder that its paths are relative to. */
  readonly folder: string;
  /** As people see it; absent when there is none. */
  readonly file?: string;
  /** Where each of its parts stands. */
  readonly places: Places;
}

/**
 * Reads the named configuration, or the nearest `audit.config.yaml` from the working directory upward to the root of
 * the git repository. Without one everything has its default.
 */
export async function loadConfiguration(
  cwd: string,
  named?: string,
  check: Check = checkAfresh,
): Promise<LoadedConfiguration | { problems: Problem[] }> {
  const path = named === undefined ? findUpward(cwd) : resolve(cwd, named);
  if (path === undefined) return { configuration: {}, folder: cwd, places: NO_PLACES };
  const inside = relative(cwd, path);
  const file = (inside.startsWith(`..${sep}..`) ? path : inside).split(sep).join('/');
  const start = { file, line: 1, column: 1 };
  if (!existsSync(path)) {
    return { problems: [problem('no-such-path', start, 'there is no such configuration', '"audit init" writes one')] };
  }
  const read = readText(path, cwd);
  if ('problem' in read) return { problems: [{ ...read.problem, place: { ...read.problem.place, file } }] };
  const { documents, faults } = await check('configuration', read.text);
  if (faults.length > 0) {
    return {
      problems: faults.map(({ line, column, message, hint }) => problem('yaml', { file, line, column }, message, hint)),
    };
  }
  const [document, second] = documents;
  if (second) return { problems: [problem('invalid-configuration', start, 'the file must hold one document')] };
  if (!document) return { configuration: {}, folder: dirname(path), file, places: NO_PLACES };
  if ('issues' in document) return { problems: toProblems(document.issues, file, document.places) };
  return { configuration: document.value, folder: dirname(path), file, places: document.places };
}

function findUpward(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, CONFIGURATION_FILE);
    if (existsSync(path)) return path;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}
