import { readdirSync } from 'node:fs';
import { sep } from 'node:path';

/** All that lies in a folder and its folders, relative to it, with `/` on every system. */
export function namesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'));
}
