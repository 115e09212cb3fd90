import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** A path with `/` on every system, so that reports and baselines can be compared and shared between them. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** A path as people see it: relative to the working directory where it lies in it, with `/`. */
export function shown(file: string, cwd: string): string {
  if (file === '-') return file;
  // `relative` goes through both paths step by step, which takes a while for ten thousand files.
  const isBelow = sep === '/' && file.startsWith(`${cwd}/`);
  const inside = isBelow ? file.slice(cwd.length + 1) : relative(cwd, file);
  const path = inside === '' || inside.startsWith('..') ? file : inside;
  return slashed(path);
}

/**
 * Where a path really leads, as the system says it. On Windows that is with long names for short ones (`RUNNER~1`, as in
 * `%TEMP%`), without a drive that stands for a folder, and in the case of the disk, as git names its folders too. Node's own way
 * knows links only, but needs less of a disk: some memory disks of Windows cannot be asked. Throws what `node:fs` throws.
 */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return realpathSync(path);
  }
}

/** The top of the repository that a folder lies in, if any. */
export function repositoryTop(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
