import { type CacheLocation, platformCacheFolder } from '../../cache/location.js';
import type { ReuseCounts } from '../../cache/reuse.js';
import type { Io } from '../../io.js';
import { count, thousands } from '../../wording/en/grammar.js';
import { UsageError } from './context.js';

/** Flags about speed; none changes a result. */
export interface CacheFlags {
  /** Unset: on, except in CI. */
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly timing?: boolean;
}

/** Where the cache lies that a run uses, if it uses one. */
export function cacheLocationOf(flags: CacheFlags, { cwd, env }: Io): CacheLocation {
  const { cacheLocation } = flags;
  if (cacheLocation === '') throw new UsageError('--cache-location needs a folder', 'or leave it out');
  return { cwd, folder: isCacheOn(flags, env) ? (cacheLocation ?? platformCacheFolder(env)) : undefined };
}

/** CI starts from nothing each time, so that its result owes nothing to an earlier run, unless it is asked to use a cache. */
function isCacheOn({ cache, cacheLocation }: CacheFlags, env: Io['env']): boolean {
  if (cache === false) return false;
  return cacheLocation !== undefined || cache === true || env['CI'] === undefined;
}

/** What --timing says of the files. */
export function filesLine({ files, remembered, parsed, recalled }: ReuseCounts): string {
  const texts = `${thousands(remembered)} remembered, ${thousands(parsed)} parsed`;
  return `${count(files, 'file')} found, ${texts}, ${count(recalled, 'judgement')} recalled`;
}
