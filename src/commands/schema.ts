import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { publishedSchema, type SchemaName } from '../published-schemas.js';
import type { LoadWords } from '../wording/language.js';
import { writeOutput } from './shared/write-output.js';

export interface SchemaRequest {
  readonly name: SchemaName;
  /** Without one, to standard output. */
  readonly file: string | undefined;
}

/** `audit schema [name]`: the JSON Schema of process files, the configuration, a baseline or the JSON report. */
export async function schema({ name, file }: SchemaRequest, io: Io, loadWords: LoadWords): Promise<ExitCode> {
  const published = publishedSchema(name, await loadWords());
  await writeOutput(`${JSON.stringify(published, null, 2)}\n`, { format: 'json', file }, io);
  return EXIT.done;
}
