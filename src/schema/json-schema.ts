import * as z from 'zod/mini';

const COMPANY_KEYS = '^x-';

/**
 * The JSON Schema (draft 2020-12) of a format, made from the same zod schema that validates it, so that editors and the tool agree on
 * everything JSON Schema can express. (It cannot express, for example, that the lower of two numbers comes first.)
 *
 * @param hasCompanyKeys whether keys that begin with `x-` are allowed everywhere, as in the files that people write
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
