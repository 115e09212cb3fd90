import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_FILE_BYTES } from './limits.js';
import { realPath } from './paths.js';
import { readBounded } from './read-bounded.js';

export type FileKind = 'file' | 'folder' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/**
 * A tree of files that can be read: the disk, or what git keeps of an earlier day (`git-tree.ts`). Paths are absolute,
 * links are followed, and what cannot be read throws an error with the codes of `node:fs`.
 */
export interface Files {
  /** What stands there; `undefined`: nothing. */
  kindOf(path: string): FileKind | undefined;
  /** Whether evidence is there: a file, in a tree of an earlier day also one that is there now. */
  isFileAt(path: string): boolean;
  /** In bytes. */
  sizeOf(path: string): number;
  read(path: string): Buffer;
  list(folder: string): readonly FolderEntry[];
  /** The same for two paths that lead to one folder. */
  identityOf(folder: string): string;
  /** The files that a glob matches, as absolute paths. */
  glob(pattern: string, cwd: string): Promise<readonly string[]>;
  /** Says which files will be read next, for trees that fetch many at once as cheaply as one. */
  prepare?(paths: readonly string[]): void;
}

/** The files of this machine, as they are now. */
export const disk: Files = {
  kindOf: (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return undefined;
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  },
  isFileAt: (path) => disk.kindOf(path) === 'file',
  sizeOf: (path) => statSync(path).size,
  // One byte more than is read shows that there is more.
  read: (path) => readBounded(path, MAX_FILE_BYTES + 1),
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const { name } = entry;
      if (entry.isDirectory()) return { name, kind: 'folder' };
      if (entry.isFile()) return { name, kind: 'file' };
      return { name, kind: entry.isSymbolicLink() ? kindOfLink(join(folder, name)) : 'other' };
    }),
  identityOf: (folder) => realPath(folder),
  glob: (pattern, cwd) => globIn(pattern, cwd),
};

/** A link that leads nowhere, or in a circle, is kept as a file, so that reading it says what is wrong. */
function kindOfLink(path: string): FileKind {
  try {
    return disk.kindOf(path) ?? 'file';
  } catch {
    return 'file';
  }
}

/** Loaded only for a glob that the shell left alone: the library costs more than everything else here. */
export async function globIn(
  pattern: string,
  cwd: string,
  fs?: import('tinyglobby').GlobOptions['fs'],
): Promise<string[]> {
  const { globSync } = await import('tinyglobby');
  return globSync(pattern, { cwd, absolute: true, expandDirectories: false, dot: false, ...(fs && { fs }) });
}
