import { accessSync, constants } from 'node:fs';
import { win32 } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * What to start for a program that is installed. Windows looks in the working directory before it looks in `PATH`, and there
 * anybody who may open a pull request can put a program of that name; so there it is found here, in the absolute folders of `PATH`.
 * `undefined`: it is in none of them.
 */
export function programOnPath(name: string, env: Env, system: NodeJS.Platform = process.platform): string | undefined {
  if (system !== 'win32') return name;
  // Windows finds variables whatever their case; a copy of the environment does not.
  const path = Object.entries(env).find(([key]) => key.toUpperCase() === 'PATH')?.[1] ?? '';
  return path
    .split(win32.delimiter)
    .map((folder) => folder.replace(/^"(.*)"$/, '$1'))
    .filter((folder) => isAbsolutePlace(folder))
    .map((folder) => win32.join(folder, `${name}.exe`))
    .find(isThere);
}

/** With a drive or a server: what begins with a backslash alone depends on the drive of the working directory. */
function isAbsolutePlace(folder: string): boolean {
  return /^(?:[A-Za-z]:[\\/]|[\\/]{2}[^\\/])/.test(folder);
}

function isThere(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
