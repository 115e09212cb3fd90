import { basename, dirname, posix } from 'node:path';
import { GitError } from '../git-fault.js';
import { runGit } from './run-git.js';

const LINK = '120000';
const FOLDER = '040000';
const SUBMODULE = '160000';

/** Contents of files by the name that git has for them; commits of one repository can share what was fetched. */
export type Contents = Map<string, Buffer>;

/** What lies in one commit, listed as far as somebody asks. Names are relative to the repository's top; the top is "". */
export interface Listing {
  /** The name that a name stands for once every link on its way is followed; `undefined`: it leads out of the repository. */
  resolved(name: string): string | undefined;
  /** Git's name for the contents of a file; `undefined`: there is no such file. */
  blobOf(name: string): string | undefined;
  isFolder(name: string): boolean;
  /** The names in a folder, without those of submodules. */
  childrenOf(folder: string): readonly string[];
}

/** So many links in a row lead in a circle. */
const MOST_LINKS = 40;

/** After so many look-ups beyond what was asked for at first, the whole commit is listed: one long list beats many short ones. */
const MOST_LOOKUPS = 12;

/** Longer command lines are refused on some systems; with more paths than this the whole commit is listed. */
const MOST_PATHS = 200;

/**
 * Lists a commit. Of a large repository with few process files only the paths in question are listed.
 *
 * @param paths what will surely be asked for, files or folders, relative to the repository's top; "." or "": everything
 */
export function listingOf(repository: string, commit: string, paths: readonly string[], contents: Contents): Listing {
  const blobs = new Map<string, string>();
  const links = new Map<string, string>();
  const folders = new Map<string, Set<string>>([['', new Set()]]);
  /** Folders (or files) of which everything below is known. */
  const whole = new Set<string>();
  /** Names that were looked up one by one. */
  const lookedUp = new Set<string>();
  let lookups = 0;

  const add = (mode: string, id: string, name: string) => {
    if (mode === SUBMODULE) return;
    if (mode === FOLDER) addFolder(name);
    else if (mode === LINK) links.set(name, id);
    else blobs.set(name, id);
    addToParents(name);
  };
  const addFolder = (name: string) => {
    if (!folders.has(name)) folders.set(name, new Set());
  };
  const addToParents = (name: string) => {
    for (let child = name; child !== ''; ) {
      const parent = parentOf(child);
      const known = folders.get(parent);
      if (known?.has(basename(child))) return;
      if (known) known.add(basename(child));
      else folders.set(parent, new Set([basename(child)]));
      child = parent;
    }
  };
  const list = (args: readonly string[]) => {
    const listed = runGit(repository, ['ls-tree', '-z', '--full-tree', ...args]).toString('utf8');
    for (const line of listed.split('\0')) {
      // mode SP type SP id TAB path
      const [, mode, id, name] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
      if (mode !== undefined) add(mode, id!, name!);
    }
  };
  const listAll = () => {
    list(['-r', commit]);
    whole.add('');
  };
  const isKnown = (name: string) => {
    if (lookedUp.has(name)) return true;
    for (let above = name; ; above = parentOf(above)) {
      if (whole.has(above)) return true;
      if (above === '') return false;
    }
  };
  /** Everything below some names, and what stands above them, which may be links. */
  const listBelow = (names: readonly string[]) => {
    const wanted = names.filter((name) => !isKnown(name));
    if (wanted.length === 0) return;
    if (wanted.length > MOST_PATHS || wanted.includes('')) return listAll();
    list([commit, '--', ...new Set(wanted.flatMap(withAncestors))]);
    list(['-r', commit, '--', ...wanted]);
    for (const name of wanted) whole.add(name);
  };
  const lookUp = (name: string) => {
    if (isKnown(name)) return;
    if (lookups++ >= MOST_LOOKUPS) return listAll();
    const ancestors = withAncestors(name);
    list([commit, '--', ...ancestors]);
    for (const known of ancestors) lookedUp.add(known);
  };
  const targetOf = (link: string): string => {
    const id = links.get(link)!;
    if (!contents.has(id)) fetchInto(contents, repository, [id]);
    return contents.get(id)!.toString('utf8');
  };

  listBelow(paths.filter((path) => !path.startsWith('../')).map((path) => (path === '.' ? '' : path)));
  return {
    resolved: (name) => {
      let current = name;
      for (let step = 0; step < MOST_LINKS; step++) {
        lookUp(current);
        const link = withAncestors(current).find((above) => links.has(above));
        if (link === undefined) return current;
        const target = targetOf(link);
        const led = posix.join(parentOf(link), target);
        // What lies outside the repository is not in the commit.
        if (target.startsWith('/') || led === '..' || led.startsWith('../')) return undefined;
        current = posix.join(led === '.' ? '' : led, current.slice(link.length + 1)).replace(/\/$/, '');
        if (current === '.') current = '';
      }
      return undefined;
    },
    blobOf: (name) => blobs.get(name),
    isFolder: (name) => folders.has(name),
    childrenOf: (folder) => {
      listBelow([folder]);
      return [...(folders.get(folder) ?? [])];
    },
  };
}

function parentOf(name: string): string {
  const parent = dirname(name);
  return parent === '.' ? '' : parent;
}

/** "a/b/c" with "a" and "a/b" before it; nothing of the top folder. */
function withAncestors(name: string): string[] {
  const steps = name === '' ? [] : name.split('/');
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}

/** Asks git for the contents of many files at once: for each a line `id SP type SP size`, the bytes, a line break. */
export function fetchInto(contents: Contents, repository: string, ids: readonly string[]): void {
  const answer = runGit(repository, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let at = 0;
  for (const id of ids) {
    const end = answer.indexOf(0x0a, at);
    const size = Number(answer.toString('latin1', at, end).split(' ')[2]);
    if (Number.isNaN(size)) throw new GitError({ code: 'contents-missing' });
    contents.set(id, answer.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
}
