import { join, relative } from 'node:path';
import { slashed } from '../files/paths.js';
import { disk, type FileKind, type Files, globIn } from '../files/tree.js';
import { isLeftOut } from './history.js';
import { type Contents, fetchInto, listingOf } from './listing.js';

export type { Contents } from './listing.js';

/**
 * The files of one commit, as if they lay in the working tree, which is neither read nor touched. Reading throws a `GitError` where
 * the clone lacks contents.
 *
 * @param paths what will be read for sure, relative to the repository's top ("." for everything); the rest is looked up on demand
 * @param contents what was fetched of other commits already
 */
export function gitTree(
  repository: string,
  commit: string,
  paths: readonly string[],
  contents: Contents = new Map(),
): Files {
  const listing = listingOf(repository, commit, paths, contents);

  const nameAt = (path: string) => listing.resolved(slashed(relative(repository, path)));
  const blobAt = (path: string) => {
    const name = nameAt(path);
    return name === undefined ? undefined : listing.blobOf(name);
  };
  const kindAt = (path: string): FileKind | undefined => {
    const name = nameAt(path);
    if (name === undefined) return undefined;
    if (listing.blobOf(name) !== undefined) return 'file';
    return listing.isFolder(name) ? 'folder' : undefined;
  };
  const contentAt = (path: string): Buffer => {
    const id = blobAt(path);
    if (id === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    if (!contents.has(id)) fetchInto(contents, repository, [id]);
    return contents.get(id)!;
  };
  const tree: Files = {
    kindOf: kindAt,
    // Evidence that git does not keep (ignored, in a submodule) was there before if it is there now.
    isFileAt: (path) => kindAt(path) === 'file' || (disk.isFileAt(path) && isLeftOut(repository, path)),
    sizeOf: (path) => contentAt(path).length,
    // No file has a NUL in its name: what leads out of the repository is one place.
    identityOf: (folder) => nameAt(folder) ?? '\0',
    list: (folder) => {
      const name = nameAt(folder);
      const names = name === undefined ? [] : listing.childrenOf(name);
      return names.map((child) => ({ name: child, kind: kindAt(join(folder, child)) ?? 'other' }));
    },
    read: contentAt,
    prepare: (files) => {
      const ids = files.flatMap((path) => blobAt(path) ?? []).filter((id) => !contents.has(id));
      if (ids.length > 0) fetchInto(contents, repository, [...new Set(ids)]);
    },
    glob: (pattern, cwd) => globIn(pattern, cwd, { readdirSync: (folder: string) => entriesOf(tree, folder) } as never),
  };
  return tree;
}

/** What the glob library asks of `node:fs`. */
function entriesOf(tree: Files, folder: string) {
  return tree.list(folder).map(({ name, kind }) => ({
    name,
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'folder',
    isSymbolicLink: () => false,
  }));
}
