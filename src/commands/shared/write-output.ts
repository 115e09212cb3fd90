import { statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../../files/make-folder.js';
import { replaceFile } from '../../files/replace-file.js';
import type { Io } from '../../io.js';
import { PROSE } from '../../report/formats/names.js';
import { UsageError, withoutCommands } from './context.js';

/** How to write something, and to which file; to stdout when none is named. */
export interface OutputFlags {
  readonly format: string;
  readonly output?: string | undefined;
}

/** Writes what a command has to say; what people read must hold no command for a CI system. */
export async function writeOutput(text: string, { format, output }: OutputFlags, io: Io): Promise<void> {
  const safe = PROSE.has(format) ? withoutCommands(text, io) : text;
  if (output === undefined) io.stdout.write(safe);
  else writeWhole(resolve(io.cwd, output), safe);
}

/** Writes a file whole or not at all. What goes wrong is a `UsageError`. */
function writeWhole(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    const existing = statSync(path, { throwIfNoEntry: false });
    if (existing?.isDirectory()) throw new Error('it is a folder');
    // A pipe or a device (/dev/stdout) cannot be replaced by another file.
    if (existing && !existing.isFile()) writeFileSync(path, text);
    else replaceFile(path, text);
  } catch (error) {
    throw new UsageError(`cannot write ${path}: ${(error as Error).message}`);
  }
}
