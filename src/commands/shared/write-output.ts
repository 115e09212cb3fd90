import { statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../../files/make-folder.js';
import { replaceFile } from '../../files/replace-file.js';
import { systemFaultOf } from '../../files/system-fault.js';
import type { Io } from '../../io.js';
import { PROSE } from '../../report/formats/names.js';
import { withoutCommands } from './ci-log.js';
import { isUsageError, UsageError } from './usage-error.js';

/** Where something is written and how; without a file, to standard output. */
export interface Destination<Format extends string = string> {
  readonly format: Format;
  readonly file: string | undefined;
}

/** Writes the output of a command. What people read must hold no command for a CI system. */
export async function writeOutput(text: string, { format, file }: Destination, io: Io): Promise<void> {
  const safe = PROSE.has(format) ? withoutCommands(text, io) : text;
  if (file === undefined) io.stdout.write(safe);
  else writeWhole(resolve(io.cwd, file), safe);
}

/** Writes a file whole or not at all. Throws a `UsageError` if it cannot. */
function writeWhole(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    const existing = statSync(path, { throwIfNoEntry: false });
    if (existing?.isDirectory()) throw new UsageError('cannot-write-to-folder', { path });
    // A pipe or a device (/dev/stdout) cannot be replaced by another file.
    if (existing && !existing.isFile()) writeFileSync(path, text);
    else replaceFile(path, text);
  } catch (error) {
    throw isUsageError(error) ? error : new UsageError('cannot-write', { path, why: systemFaultOf(error) });
  }
}
