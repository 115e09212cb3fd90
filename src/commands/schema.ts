import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { publishedSchema, type SchemaName } from '../published-schemas.js';
import { writeOutput } from './write-output.js';

/** `audit schema [name]`: the JSON Schema of process files, of the configuration or of the JSON report. */
export async function schema(name: SchemaName, flags: { readonly output?: string }, io: Io): Promise<ExitCode> {
  await writeOutput(`${JSON.stringify(publishedSchema(name), null, 2)}\n`, flags.output, io);
  return EXIT.done;
}
