import { baselineSchema } from './baseline/schema.js';
import { configurationSchema } from './configuration/schema.js';
import { reportSchema } from './report/model.js';
import { salesProcessSchema } from './sales-process/schema.js';
import { toJsonSchema } from './schema/json-schema.js';

/** The JSON Schemas that the package publishes, by the name `audit schema` knows them by. */
const PUBLISHED = {
  process: salesProcessSchema,
  configuration: configurationSchema,
  baseline: baselineSchema,
  report: reportSchema,
} as const;

export type SchemaName = keyof typeof PUBLISHED;

export const schemaNames = Object.keys(PUBLISHED) as SchemaName[];

export function publishedSchema(name: SchemaName): Record<string, unknown> {
  return toJsonSchema(PUBLISHED[name], `urn:sales-process-audit:${name}:1`, name !== 'report');
}
