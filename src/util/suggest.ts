import { closest, distance } from 'fastest-levenshtein';

/** The candidate that `typed` most likely stands for; `undefined` if none is close. */
export function suggest(typed: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || typed.length > 100) return undefined;
  const wanted = typed.toLowerCase();
  const nearest = closest(wanted, candidates as string[]);
  const allowed = Math.max(1, Math.round(Math.min(wanted.length, nearest.length) * 0.4));
  return distance(wanted, nearest) <= allowed ? nearest : undefined;
}
