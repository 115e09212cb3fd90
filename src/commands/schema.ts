import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { publishedSchema, type SchemaName } from '../published-schemas.js';
import type { LoadWords } from '../wording/language.js';
import { writeOutput } from './shared/write-output.js';

/** `audit schema [name]`: the JSON Schema of process files, the configuration, a baseline, or the JSON report. */
export async function schema(
  name: SchemaName,
  flags: { readonly output?: string },
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  await writeOutput(
    `${JSON.stringify(publishedSchema(name, await loadWords()), null, 2)}\n`,
    { format: 'json', output: flags.output },
    io,
  );
  return EXIT.done;
}
