import { spawn } from 'node:child_process';
import { platform } from 'node:os';
import { win32 } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Shows a file in the program that the desktop has for it. Says why where there is none: a page that cannot be opened is
 * written all the same. No shell is involved, so a path is a path.
 */
export function openOnDesktop(path: string, env: Env, system = platform()): Promise<string | undefined> {
  const hasDesktop = system === 'darwin' || system === 'win32' || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  if (!hasDesktop) return Promise.resolve(`there is no desktop here; open ${path} in a browser`);
  return new Promise((resolve) => {
    const child = spawn(commandFor(system, env), [path], { detached: true, stdio: 'ignore' });
    child.on('error', ({ message }) => resolve(`cannot open ${path}: ${message}`));
    child.on('spawn', () => {
      child.unref();
      resolve(undefined);
    });
  });
}

/** On Windows with its folder: by its name alone one that lies in the working directory would be started. */
export function commandFor(system: NodeJS.Platform, env: Env): string {
  if (system === 'darwin') return 'open';
  if (system === 'win32') return win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'explorer.exe');
  return 'xdg-open';
}
