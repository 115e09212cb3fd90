import * as z from 'zod/mini';

const COMPANY_KEYS = '^x-';

/**
 * The JSON Schema (draft 2020-12) of a format, made from the same zod schema that validates, so that an editor and the
 * tool agree on all that JSON Schema can say (not: that the lower of two numbers comes first). Where people write the
 * file, keys that begin with `x-` are allowed everywhere.
 */
export function toJsonSchema(format: z.ZodMiniType, id: string, hasCompanyKeys: boolean): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(format, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      if (hasCompanyKeys && jsonSchema.additionalProperties !== undefined)
        jsonSchema.patternProperties = { [COMPANY_KEYS]: {} };
    },
  });
  return { $schema, $id: id, ...schema };
}
