import { join } from 'node:path';

/** Where the cache of a working directory lies. `folder` is absent when nothing is to be cached. */
export interface CacheLocation {
  readonly cwd: string;
  readonly folder?: string | undefined;
}

export type CacheFile = 'entries' | 'report';

/** A file of the cache. Two working directories that share one only share a file: each looks at what it finds. */
export function cacheFile(folder: string, cwd: string, name: CacheFile): string {
  return join(folder, `${shortNameOf(cwd)}.${name}`);
}

/** A short name for a path; different paths may share one. */
export function shortNameOf(path: string): string {
  let hash = 0;
  for (let index = 0; index < path.length; index++) hash = (Math.imul(hash, 31) + path.charCodeAt(index)) >>> 0;
  return `${path.replace(/[^A-Za-z0-9]+/g, '-').slice(-40)}-${hash.toString(36)}`;
}

/** The cache folder of the platform, or `undefined` where the environment names no home. */
export function platformCacheFolder({
  XDG_CACHE_HOME,
  LOCALAPPDATA,
  HOME,
}: Readonly<Record<string, string | undefined>>): string | undefined {
  const own = 'sales-process-audit';
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, own);
  if (LOCALAPPDATA) return join(LOCALAPPDATA, own, 'Cache');
  if (!HOME) return undefined;
  return process.platform === 'darwin' ? join(HOME, 'Library', 'Caches', own) : join(HOME, '.cache', own);
}
