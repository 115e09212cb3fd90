import { statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Io } from '../io.js';
import { makeFolder } from '../load/make-folder.js';
import type { FormatName } from '../report/formats/names.js';
import { UsageError, withoutCommands } from './context.js';

/** Writes to the file, or to stdout when none is named. */
export async function writeOutput(text: string, file: string | undefined, io: Io): Promise<void> {
  if (file === undefined) io.stdout.write(text);
  else await writeWhole(resolve(io.cwd, file), text);
}

/** Writes a report; what people read in the log of GitHub Actions must hold no command. */
export async function writeReport(
  text: string,
  { format, output }: { readonly format: FormatName; readonly output?: string },
  io: Io,
): Promise<void> {
  const isProse = format === 'terminal' || format === 'markdown' || format === 'talk-sheet';
  await writeOutput(isProse ? withoutCommands(text, io) : text, output, io);
}

/**
 * Writes a file whole or not at all: a temporary file beside it, to the disk, then in its place, keeping permissions and
 * following links. What goes wrong is a `UsageError`. The library is loaded only here: most runs write nothing.
 */
async function writeWhole(path: string, text: string): Promise<void> {
  try {
    makeFolder(dirname(path));
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error('it is a folder');
    const existing = statSync(path, { throwIfNoEntry: false });
    // A pipe or a device (/dev/stdout) cannot be replaced by another file.
    if (existing && !existing.isFile()) return writeFileSync(path, text);
    const { default: writeFileAtomic } = await import('write-file-atomic');
    writeFileAtomic.sync(path, text);
  } catch (error) {
    throw new UsageError(`cannot write ${path}: ${(error as Error).message}`);
  }
}
