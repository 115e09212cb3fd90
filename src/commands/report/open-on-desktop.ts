import { spawn } from 'node:child_process';
import { platform } from 'node:os';
import { win32 } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

export type Opened = 'opened' | 'no-desktop' | { readonly why: string };

/** Opens a file in the program that the desktop has for it. No shell is involved, so nothing in the path is special. */
export function openOnDesktop(path: string, env: Env, system = platform()): Promise<Opened> {
  const hasDesktop = system === 'darwin' || system === 'win32' || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  if (!hasDesktop) return Promise.resolve('no-desktop');
  return new Promise((resolve) => {
    const child = spawn(commandFor(system, env), [path], { detached: true, stdio: 'ignore' });
    child.on('error', ({ message }) => resolve({ why: message }));
    child.on('spawn', () => {
      child.unref();
      resolve('opened');
    });
  });
}

/** On Windows with its folder: a bare name would start a program of that name in the working directory. */
export function commandFor(system: NodeJS.Platform, env: Env): string {
  if (system === 'darwin') return 'open';
  if (system === 'win32') return win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'explorer.exe');
  return 'xdg-open';
}
