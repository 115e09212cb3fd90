import { join, resolve } from 'node:path';
import { LONGEST_GLOB, MOST_WILDCARDS } from '../files/limits.js';
import { shown, slashed } from '../files/paths.js';
import { systemFaultOf } from '../files/system-fault.js';
import { disk, type FileKind, type Files, type FolderEntry } from '../files/tree.js';
import { type PathFault, type Problem, problem, type SystemFault, startOf } from '../problem.js';
import { hasReader } from './readers/index.js';

/** Files of ours that may lie in a process folder and are no process. */
const OUR_OWN = new Set(['audit.config.yaml', 'audit-baseline.yaml']);

export interface FoundFiles {
  /** Paths relative to the working directory where they lie in it, with `/`, sorted, each once; `-` is stdin. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** The files that paths stand for: a file, a folder (with its folders), a glob, or `-`. */
export async function findFiles(paths: readonly string[], cwd: string, tree: Files = disk): Promise<FoundFiles> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const found = await filesOf(path, cwd, tree);
    problems.push(...found.problems);
    for (const file of found.files) files.add(shown(file, cwd));
  }
  // Without a function it sorts by code units as well, and much faster.
  return { files: [...files].sort(), problems };
}

interface Found {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

function onlyProblem(one: Problem): Found {
  return { files: [], problems: [one] };
}

async function filesOf(path: string, cwd: string, tree: Files): Promise<Found> {
  if (path === '-') return { files: ['-'], problems: [] };
  const absolute = resolve(cwd, path);
  const place = startOf(slashed(path));
  let kind: FileKind | undefined;
  try {
    kind = tree.kindOf(absolute);
  } catch (error) {
    return onlyProblem(problem(place, { key: 'unreadable', why: systemFaultOf(error) }));
  }
  if (kind === undefined) {
    if (/[*?[\]{}]/.test(path)) return filesOfGlob(path, cwd, tree);
    return onlyProblem(problem(place, { key: 'no-such-path' }));
  }
  if (kind !== 'folder') return { files: [absolute], problems: [] };
  const problems: Problem[] = [];
  const files = processFilesIn(absolute, tree, new Set(), (folder, why) => {
    problems.push(problem(startOf(shown(folder, cwd)), { key: 'unreadable-folder', why }));
  });
  if (files.length > 0 || problems.length > 0) return { files, problems };
  return onlyProblem(problem(place, { key: 'empty-folder' }));
}

async function filesOfGlob(path: string, cwd: string, tree: Files): Promise<Found> {
  const pattern = slashed(path);
  const place = startOf(pattern);
  const fault = tooMuchOf(pattern);
  if (fault !== undefined) return onlyProblem(problem(place, fault));
  const matched = await tree.glob(pattern, cwd);
  const files = matched.filter((file) => isProcessFile(file.slice(file.lastIndexOf('/') + 1)));
  if (files.length > 0) return { files, problems: [] };
  return onlyProblem(problem(place, { key: 'no-match' }));
}

function tooMuchOf(pattern: string): PathFault | undefined {
  if (pattern.length > LONGEST_GLOB) return { key: 'long-glob', most: LONGEST_GLOB };
  return hasTooManyWildcards(pattern) ? { key: 'many-wildcards', most: MOST_WILDCARDS } : undefined;
}

function hasTooManyWildcards(pattern: string): boolean {
  const parts = pattern.split('/');
  const wildcards = parts.map((part) => part.match(/\*+|[?+@!]\(/g)?.length ?? 0);
  return Math.max(...wildcards, parts.filter((part) => part.includes('**')).length) > MOST_WILDCARDS;
}

function isProcessFile(name: string): boolean {
  return hasReader(name) && !OUR_OWN.has(name);
}

/** Every file with a reader below a folder but not in hidden ones or node_modules; a folder reached twice is read once. */
function processFilesIn(
  folder: string,
  tree: Files,
  seen: Set<string>,
  onUnreadable: (folder: string, why: SystemFault) => void,
): string[] {
  let entries: readonly FolderEntry[];
  try {
    const real = tree.identityOf(folder);
    if (seen.has(real)) return [];
    seen.add(real);
    entries = tree.list(folder);
  } catch (error) {
    onUnreadable(folder, systemFaultOf(error));
    return [];
  }
  return entries.flatMap(({ name, kind }) => {
    if (name.startsWith('.') || name === 'node_modules') return [];
    const path = join(folder, name);
    if (kind === 'folder') return processFilesIn(path, tree, seen, onUnreadable);
    // A pipe or a device too: reading it says what is wrong.
    return isProcessFile(name) ? [path] : [];
  });
}
