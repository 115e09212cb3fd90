import { publishedSchema as publishedSchemaInWords, type SchemaName } from '../published-schemas.js';
import { english } from '../wording/en/index.js';

/** One of our file formats as JSON Schema (draft 2020-12), with descriptions in English. */
export function publishedSchema(name: SchemaName): Record<string, unknown> {
  return publishedSchemaInWords(name, english);
}
