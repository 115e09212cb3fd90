import { sep } from 'node:path';

/** A path with `/`, as it is shown and written on every system: reports and baselines are compared and shared between them. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
