import { baselineSchema } from './baseline/schema.js';
import { configurationSchema } from './configuration/schema.js';
import { questions } from './questions/index.js';
import { reportSchema } from './report/model.js';
import { salesProcessSchema } from './sales-process/schema.js';
import { ALWAYS_ARISES } from './sales-process/vocabulary.js';
import { toJsonSchema } from './schema/json-schema.js';
import type { Words } from './wording/words/words.js';

/** The JSON Schemas that the package publishes, by the name `audit schema` knows them by. */
const PUBLISHED = {
  process: salesProcessSchema,
  configuration: configurationSchema,
  baseline: baselineSchema,
  report: reportSchema,
} as const;

export type SchemaName = keyof typeof PUBLISHED;

export const schemaNames = Object.keys(PUBLISHED) as SchemaName[];

/** One of our file formats as JSON Schema (draft 2020-12), for editors. */
export function publishedSchema(name: SchemaName, words: Pick<Words, 'questions'>): Record<string, unknown> {
  const schema = toJsonSchema(PUBLISHED[name], `urn:sales-process-audit:${name}:1`, name !== 'report');
  return name === 'process' ? withQuestions(schema, words) : schema;
}

interface AnswersSchema {
  readonly properties: { readonly answers: { readonly properties: Readonly<Record<string, object>> } };
}

/** Says at each answer which question it answers. */
function withQuestions(schema: Record<string, unknown>, words: Pick<Words, 'questions'>): Record<string, unknown> {
  const { properties } = schema as unknown as AnswersSchema;
  const answers = questions.map(({ id, number }) => {
    const never = ALWAYS_ARISES.includes(id) ? ' (never not-applicable)' : '';
    const description = `${number}. ${words.questions[id].asks}${never}`;
    return [id, { description, ...properties.answers.properties[id] }];
  });
  const described = { ...properties.answers, properties: Object.fromEntries(answers) };
  return { ...schema, properties: { ...properties, answers: described } };
}
