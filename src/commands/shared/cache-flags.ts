import { type CacheLocation, platformCacheFolder } from '../../cache/location.js';
import type { ReuseCounts } from '../../cache/reuse.js';
import type { Io } from '../../io.js';
import { UsageError } from './usage-error.js';

/** Flags about speed; none changes a result. */
export interface SpeedFlags {
  /** Unset: on, except in CI. */
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly timing?: boolean;
}

/** Where the cache lies that a run uses, if it uses one. */
export function cacheLocationOf(flags: SpeedFlags, { cwd, env }: Io): CacheLocation {
  const { cacheLocation } = flags;
  if (cacheLocation === '') throw new UsageError('empty-cache-location', {});
  return { cwd, folder: isCacheOn(flags, env) ? (cacheLocation ?? platformCacheFolder(env)) : undefined };
}

/** CI starts from nothing each time, so that its result owes nothing to an earlier run, unless it is asked to use a cache. */
function isCacheOn({ cache, cacheLocation }: SpeedFlags, env: Io['env']): boolean {
  if (cache === false) return false;
  return cacheLocation !== undefined || cache === true || env['CI'] === undefined;
}

/** What --timing says of the files. */
export function filesLine({ files, remembered, parsed, recalled }: ReuseCounts): string {
  return `${files} files found, ${remembered} remembered, ${parsed} parsed, ${recalled} judgements recalled`;
}
