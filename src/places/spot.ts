import type { Place } from './places.js';

/** A place the way terminals and editors turn it into a link: `file:line:column`. */
export function spot({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
