import type * as z from 'zod/mini';
import { baselineSchema } from '../baseline/schema.js';
import { configurationSchema } from '../configuration/schema.js';
import { salesProcessSchema } from '../sales-process/schema.js';
import { COMPANY_KEY, validate } from '../schema/validate.js';
import { parseText } from '../yaml/parse.js';
import type { ParsedText } from '../yaml/parsed-text.js';
import type { CheckedText, Formats } from './checked-text.js';

const SCHEMAS: Readonly<Record<keyof Formats, z.ZodMiniType>> = {
  process: salesProcessSchema,
  configuration: configurationSchema,
  baseline: baselineSchema,
};

/** Parses a text and checks each sound document against the format of its kind. Never throws. */
export function checkText<Kind extends keyof Formats>(
  kind: Kind,
  text: string,
  parse: (text: string) => ParsedText = parseText,
): CheckedText<Formats[Kind]> {
  const { documents, faults } = parse(text);
  return {
    documents: documents.map(({ value, places }) => {
      // All keys stand in the outline, which is quicker to look through than the value.
      const mayHaveCompanyKeys = places.outline.includes(COMPANY_KEY);
      return { ...validate(SCHEMAS[kind], value, mayHaveCompanyKeys), places };
    }) as never,
    faults,
  };
}
