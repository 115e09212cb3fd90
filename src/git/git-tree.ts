import { basename, dirname, join, posix, relative } from 'node:path';
import { slashed } from '../files/paths.js';
import { disk, type FileKind, type Files, globIn } from '../files/tree.js';
import { GitError, git, isLeftOut } from './git.js';

const LINK = '120000';
const SUBMODULE = '160000';

/** Contents of files by the name that git has for them; commits of one repository can share what was fetched. */
export type Contents = Map<string, Buffer>;

/**
 * The files of one commit, as if they lay in the working tree, which is neither read nor touched. Git is asked twice:
 * for the names of all files, and for the contents of those that are read.
 */
export function gitTree(repository: string, commit: string, contents: Contents = new Map()): Files {
  const { blobs, links } = listFiles(repository, commit);
  const folders = childrenOf([...blobs.keys(), ...links.keys()]);

  const at = (path: string) => followed(slashed(relative(repository, path)), links);
  const kindAt = (name: string): FileKind | undefined => {
    if (blobs.has(name)) return 'file';
    return folders.has(name) ? 'folder' : undefined;
  };
  const contentAt = (path: string): Buffer => {
    const id = blobs.get(at(path));
    if (id === undefined) throw Object.assign(new Error('it is not in the commit'), { code: 'ENOENT' });
    if (!contents.has(id)) fetchInto(contents, repository, [id]);
    return contents.get(id)!;
  };
  const tree: Files = {
    kindOf: (path) => kindAt(at(path)),
    // Evidence that git does not keep (ignored, in a submodule) was there before if it is there now.
    isFileAt: (path) => kindAt(at(path)) === 'file' || (disk.isFileAt(path) && isLeftOut(repository, path)),
    sizeOf: (path) => contentAt(path).length,
    identityOf: (folder) => at(folder),
    list: (folder) =>
      [...(folders.get(at(folder)) ?? [])].map((name) => ({
        name,
        kind: tree.kindOf(join(folder, name)) ?? 'other',
      })),
    read: contentAt,
    prepare: (paths) => {
      const ids = paths.flatMap((path) => blobs.get(at(path)) ?? []).filter((id) => !contents.has(id));
      if (ids.length > 0) fetchInto(contents, repository, [...new Set(ids)]);
    },
    glob: (pattern, cwd) => globIn(pattern, cwd, { readdirSync: (folder: string) => entriesOf(tree, folder) } as never),
  };
  return tree;
}

function listFiles(repository: string, commit: string): { blobs: Map<string, string>; links: Map<string, string> } {
  const listed = git(repository, ['ls-tree', '-r', '-z', '--full-tree', commit]).toString('utf8');
  /** Ids of contents by name. */
  const blobs = new Map<string, string>();
  const linkBlobs: [name: string, id: string][] = [];
  for (const line of listed.split('\0')) {
    // mode SP type SP id TAB path
    const [, mode, id, name] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
    if (mode === undefined || mode === SUBMODULE) continue;
    if (mode === LINK) linkBlobs.push([name!, id!]);
    else blobs.set(name!, id!);
  }
  const targets = new Map<string, Buffer>();
  if (linkBlobs.length > 0)
    fetchInto(
      targets,
      repository,
      linkBlobs.map(([, id]) => id),
    );
  return { blobs, links: new Map(linkBlobs.map(([name, id]) => [name, targets.get(id)!.toString('utf8')])) };
}

/** No name of a file: a name holds no NUL. */
const OUTSIDE = '\0';

/** So many links in a row lead in a circle. */
const MOST_LINKS = 40;

/** The name that a name stands for once every link on its way is followed. */
function followed(name: string, links: ReadonlyMap<string, string>): string {
  let current = name;
  for (let step = 0; links.size > 0 && step < MOST_LINKS; step++) {
    const parts = current.split('/');
    const depth = parts.findIndex((_, index) => links.has(parts.slice(0, index + 1).join('/')));
    if (depth < 0) return current;
    const link = parts.slice(0, depth + 1).join('/');
    const target = posix.join(dirname(link), links.get(link)!);
    // What lies outside the repository is not in the commit.
    if (links.get(link)!.startsWith('/') || target === '..' || target.startsWith('../')) return OUTSIDE;
    current = [target, ...parts.slice(depth + 1)].join('/');
  }
  return current;
}

/** The names in each folder, by the folder's name; the top folder is the empty name. */
function childrenOf(names: readonly string[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const name of names) {
    for (let child = name; child !== ''; ) {
      const parent = dirname(child) === '.' ? '' : dirname(child);
      const known = folders.get(parent);
      known?.add(basename(child));
      // Where the folder is known, so are all above it.
      if (known) break;
      folders.set(parent, new Set([basename(child)]));
      child = parent;
    }
  }
  return folders;
}

/** Asks git for the contents of many files at once: for each a line `id SP type SP size`, the bytes, a line break. */
function fetchInto(contents: Map<string, Buffer>, repository: string, ids: readonly string[]): void {
  const answer = git(repository, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let at = 0;
  for (const id of ids) {
    const end = answer.indexOf(0x0a, at);
    const size = Number(answer.toString('latin1', at, end).split(' ')[2]);
    if (Number.isNaN(size))
      throw new GitError('git lacks contents of that commit', 'fetch them: "git fetch --refetch"');
    contents.set(id, answer.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
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
