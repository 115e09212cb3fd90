import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { compareText } from '../format/places.js';
import { type Problem, problem } from '../problem/problem.js';

/** Files of ours that may lie in a process folder and are no process. */
const OUR_OWN = new Set(['audit.config.yaml', 'audit-baseline.yaml']);

export interface FoundFiles {
  /** Paths relative to the working directory where they lie in it, with `/`, sorted, each once; `-` is stdin. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** The files that paths stand for: a file, a folder (with its folders), a glob, or `-`. */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const found = await filesOf(path, cwd);
    problems.push(...found.problems);
    for (const file of found.files) files.add(shown(file, cwd));
  }
  return { files: [...files].sort(compareText), problems };
}

interface Found {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

function onlyProblem(one: Problem): Found {
  return { files: [], problems: [one] };
}

async function filesOf(path: string, cwd: string): Promise<Found> {
  if (path === '-') return { files: ['-'], problems: [] };
  const absolute = resolve(cwd, path);
  const place = { file: path, line: 1, column: 1 };
  if (!existsSync(absolute)) {
    if (/[*?[\]{}]/.test(path)) return filesOfGlob(path, cwd);
    const hint =
      'name a file, a folder, a glob in quotes, or - for standard input; "audit init" makes a folder to begin with';
    return onlyProblem(problem('no-such-path', place, 'there is no such file or folder', hint));
  }
  if (!statSync(absolute).isDirectory()) return { files: [absolute], problems: [] };
  const problems: Problem[] = [];
  const files = yamlFilesIn(absolute, new Set(), (folder, why) => {
    problems.push(problem('unreadable', { ...place, file: shown(folder, cwd) }, `the folder cannot be read: ${why}`));
  });
  if (files.length > 0 || problems.length > 0) return { files, problems };
  const hint = 'describe a process with "audit new <id>", or begin with "audit init"';
  return onlyProblem(problem('nothing-found', place, 'the folder holds no .yaml or .yml file', hint));
}

/** Loaded only for a glob that the shell left alone: the library costs more than everything else here. */
async function filesOfGlob(pattern: string, cwd: string): Promise<Found> {
  const { glob } = await import('tinyglobby');
  const matched = await glob(pattern.split(sep).join('/'), {
    cwd,
    absolute: true,
    expandDirectories: false,
    dot: false,
  });
  const files = matched.filter((file) => isProcessFile(file.slice(file.lastIndexOf('/') + 1)));
  if (files.length > 0) return { files, problems: [] };
  const place = { file: pattern, line: 1, column: 1 };
  const hint = 'put globs in quotes; ** goes down';
  return onlyProblem(problem('no-such-path', place, 'the glob matches no .yaml or .yml file', hint));
}

function isProcessFile(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !OUR_OWN.has(name);
}

/** Every YAML file below a folder but not in hidden ones or node_modules; a folder reached twice is read once. */
function yamlFilesIn(folder: string, seen: Set<string>, onUnreadable: (folder: string, why: string) => void): string[] {
  let entries: Dirent[];
  try {
    const real = realpathSync(folder);
    if (seen.has(real)) return [];
    seen.add(real);
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    onUnreadable(
      folder,
      (error as NodeJS.ErrnoException).code === 'EACCES' ? 'permission denied' : (error as Error).message,
    );
    return [];
  }
  return entries.flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    const kind = kindOf(entry, path);
    if (kind === 'folder') return yamlFilesIn(path, seen, onUnreadable);
    return kind === 'file' && isProcessFile(entry.name) ? [path] : [];
  });
}

function kindOf(entry: Dirent, path: string): 'file' | 'folder' | 'other' {
  if (!entry.isSymbolicLink()) {
    if (entry.isDirectory()) return 'folder';
    return entry.isFile() ? 'file' : 'other';
  }
  // A link that leads nowhere is kept as a file, so that reading it says what is wrong.
  const target = statSync(path, { throwIfNoEntry: false });
  if (target?.isDirectory()) return 'folder';
  return !target || target.isFile() ? 'file' : 'other';
}

function shown(file: string, cwd: string): string {
  if (file === '-') return file;
  const inside = relative(cwd, file);
  const path = inside === '' || inside.startsWith('..') ? file : inside;
  return path.split(sep).join('/');
}
