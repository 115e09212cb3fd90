import type { Path } from './path.js';

/*
 * Ten thousand files say the same words again and again. Texts that are to be kept are taken from a pool, so that most of
 * them are held once: it remembers the last text at each of a few thousand places, and forgets the one before.
 */

const PLACES = 8192;

const pool: string[] = [];

/** The same text, the one that is held already where there is one. */
export function pooled(text: string): string {
  const at = placeIn(text);
  const held = pool[at];
  if (held === text) return held;
  pool[at] = text;
  return text;
}

/** The same for a part of a long text, which would be held for as long as its part is. */
export function pooledPart(text: string): string {
  const at = placeIn(text);
  const held = pool[at];
  if (held === text) return held;
  const own = ownCopy(text);
  pool[at] = own;
  return own;
}

/** Takes all texts in plain data from the pool, in place; a list that grew gets no more room than it needs. */
export function poolTexts<T>(value: T): T {
  if (typeof value === 'string') return pooled(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  const inside = value as Record<string, unknown>;
  for (const key of Object.keys(inside)) {
    const one = inside[key];
    if (typeof one === 'string') inside[key] = pooled(one);
    else if (Array.isArray(one)) inside[key] = poolTexts(one.slice());
    else if (typeof one === 'object') poolTexts(one);
  }
  return value;
}

/** The same path, the one that is held already where there is one: ten thousand files have few different ones. */
export function pooledPath(path: Path): Path {
  const key = path.join('\n');
  const held = paths.get(key);
  if (held?.every((step, index) => step === path[index])) return held;
  if (paths.size > MOST_PATHS) paths.clear();
  // A spread or a push leaves room for a dozen more steps.
  const own = path.slice();
  paths.set(key, own);
  return own;
}

const MOST_PATHS = 10_000;

const paths = new Map<string, Path>();

/** Texts that differ differ most often at their ends, in the middle, or in length. */
function placeIn(text: string): number {
  const { length } = text;
  const [first, middle] = [text.charCodeAt(0), text.charCodeAt(length >> 1)];
  const [last, before] = [text.charCodeAt(length - 1), text.charCodeAt(length - 2)];
  // Beyond the ends there is no character, only NaN, which `|` makes 0.
  return ((31 * length + 7 * first + 131 * middle + 1031 * last + 257 * before) % PLACES) | 0;
}

/** JavaScript has no word for it: a text that was put together anew is no part of another. */
function ownCopy(text: string): string {
  return text.charAt(0) + text.slice(1);
}
