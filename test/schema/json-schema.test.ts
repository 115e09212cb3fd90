import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditFiles } from '../../src/audit/audit-files.js';
import { publishedSchema } from '../../src/library/schemas.js';
import { schemaNames } from '../../src/published-schemas.js';
import { validateProcess } from '../../src/sales-process/validate-process.js';
import { processFile } from '../support/generate.js';

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const validators = Object.fromEntries(schemaNames.map((name) => [name, ajv.compile(publishedSchema(name))]));

type Node = Record<string, unknown>;

/** Every object schema's own keys, with their schemas. */
function properties(schema: unknown, path = ''): [string, Node][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = (schema as Node)['properties'];
  const here = own && path.split('.').at(-1) !== 'if' ? Object.entries(own as Record<string, Node>) : [];
  const inner = Object.entries(schema).flatMap(([key, value]) =>
    key === 'if' ? [] : properties(value, `${path}.${key}`),
  );
  return [...here.map(([key, value]): [string, Node] => [`${path}.${key}`, value]), ...inner];
}

describe('the published schemas', () => {
  test.each(schemaNames)('the schema of a %s is valid JSON Schema, draft 2020-12', (name) => {
    expect(publishedSchema(name)['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test.each(['process', 'configuration'] as const)('the schema of a %s describes every key', (name) => {
    const undocumented = properties(publishedSchema(name)).filter(([, schema]) => !schema['description']);
    expect(undocumented.map(([path]) => path)).toEqual([]);
  });

  test('an editor with the published schema and the tool accept the same files', () => {
    const extra = fc.constantFrom<Record<string, unknown>>(
      {},
      { 'x-own': 1 },
      { ownr: 'a' },
      { status: 'trial' },
      { status: 'trial', until: '2026-01-01' },
      { status: 'retired' },
      { status: 'retired', retired: { on: '2026-01-01', why: 'unused' } },
      { retired: { on: '2026-01-01', why: 'unused' } },
      { since: '2026-02-30' },
      { since: 2026 },
      { id: 'Not Kebab' },
      { name: '' },
      { owner: null },
      { demands: [{ wat: 'x' }] },
      { demands: [] },
      { beneficiaries: [] },
      { effort: { minutes: 'soon' } },
      { effort: { minutes: [1, 2], every: 'weekly' } },
      { effort: { minutes: [1, 2, 3] } },
      { effort: { minutes: 0 } },
      { answers: { value: 'not-applicable' } },
      { answers: { value: { answer: 'not-applicable' } } },
      { answers: { necessity: { answer: 'not-applicable', why: 'x' } } },
      { answers: { value: [] } },
      { answers: { valeu: 'yes' } },
      { waiver: { reason: 'x' } },
      { kpis: [{ name: 'a', measure: 'other', target: '60 %' }] },
      { kpis: [{ name: 'a', measure: 'other', target: 'much' }] },
      { scope: { region: 'north', 'x-a': true } },
      { enforcement: { kind: 'warning', 'x-note': 'a' } },
    );
    fc.assert(
      fc.property(processFile, extra, (file, more) => {
        const data = { ...file, ...more };
        const toolAccepts = 'salesProcess' in validateProcess(data, 'generated');
        expect(validators['process']!(data), JSON.stringify(data)).toBe(toolAccepts);
      }),
      { numRuns: 1500 },
    );
  });

  test('a JSON report matches its published schema', async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const { report } = await auditFiles(['processes', 'nowhere'], { asOf: '2026-11-23', cwd: root });
    const isValid = validators['report']!;
    expect(isValid(JSON.parse(JSON.stringify(report))) || isValid.errors).toBe(true);
  });
});
