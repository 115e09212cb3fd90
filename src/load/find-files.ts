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
    if ('problem' in found) problems.push(found.problem);
    else for (const file of found.files) files.add(shown(file, cwd));
  }
  return { files: [...files].sort(compareText), problems };
}

async function filesOf(path: string, cwd: string): Promise<{ files: string[] } | { problem: Problem }> {
  if (path === '-') return { files: ['-'] };
  const absolute = resolve(cwd, path);
  const place = { file: path, line: 1, column: 1 };
  if (!existsSync(absolute)) {
    if (/[*?[\]{}]/.test(path)) return filesOfGlob(path, cwd);
    const hint =
      'name a file, a folder, a glob in quotes, or - for standard input; "audit init" makes a folder to begin with';
    return { problem: problem('no-such-path', place, 'there is no such file or folder', hint) };
  }
  if (!statSync(absolute).isDirectory()) return { files: [absolute] };
  try {
    const files = yamlFilesIn(absolute, new Set());
    if (files.length > 0) return { files };
  } catch (error) {
    return { problem: problem('unreadable', place, `the folder cannot be read: ${(error as Error).message}`) };
  }
  const hint = 'describe a process with "audit new <id>", or begin with "audit init"';
  return { problem: problem('nothing-found', place, 'the folder holds no .yaml or .yml file', hint) };
}

/** Loaded only for a glob that the shell left alone: the library costs more than everything else here. */
async function filesOfGlob(pattern: string, cwd: string): Promise<{ files: string[] } | { problem: Problem }> {
  const { glob } = await import('tinyglobby');
  const found = await glob(pattern.split(sep).join('/'), { cwd, absolute: true, expandDirectories: false, dot: false });
  if (found.length > 0) return { files: found };
  const place = { file: pattern, line: 1, column: 1 };
  return { problem: problem('no-such-path', place, 'the glob matches no file', 'put globs in quotes; ** goes down') };
}

/** Every YAML file below a folder but not in hidden ones or node_modules; a folder reached twice is read once. */
function yamlFilesIn(folder: string, seen: Set<string>): string[] {
  const real = realpathSync(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    const kind = kindOf(entry, path);
    if (kind === 'folder') return yamlFilesIn(path, seen);
    return kind === 'file' && /\.ya?ml$/i.test(entry.name) && !OUR_OWN.has(entry.name) ? [path] : [];
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
