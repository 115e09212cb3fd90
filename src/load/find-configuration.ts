import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { slashed } from '../files/paths.js';
import { readText } from '../files/read-text.js';
import { type Problem, problem, startOf } from '../problem.js';

export const CONFIGURATION_FILE = 'audit.config.yaml';

/** Which configuration counts, before anybody has read what it says. */
export interface FoundConfiguration {
  /** The folder that its paths are relative to. */
  readonly folder: string;
  /** As people see it; absent when there is none. */
  readonly file?: string;
  readonly text?: string;
}

/**
 * The named configuration, or the nearest `audit.config.yaml` from the working directory upward to the root of the git
 * repository.
 */
export function findConfiguration(cwd: string, named?: string): FoundConfiguration | { problem: Problem } {
  const path = named === undefined ? findUpward(cwd) : resolve(cwd, named);
  if (path === undefined) return { folder: cwd };
  const inside = relative(cwd, path);
  const file = slashed(inside.startsWith(`..${sep}..`) ? path : inside);
  if (!existsSync(path)) return { problem: problem(startOf(file), { key: 'no-such-configuration' }) };
  const read = readText(path, cwd);
  if ('problem' in read) return { problem: { ...read.problem, place: { ...read.problem.place, file } } };
  return { folder: dirname(path), file, text: read.text };
}

function findUpward(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, CONFIGURATION_FILE);
    if (existsSync(path)) return path;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}
