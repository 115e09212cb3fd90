import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { baselineSchema } from '../../src/baseline/schema.js';
import { configurationSchema } from '../../src/configuration/schema.js';
import { sheetSchema } from '../../src/interview/sheet-schema.js';
import { questionIds } from '../../src/questions/index.js';
import { salesProcessSchema } from '../../src/sales-process/schema.js';
import { type Issue, validate } from '../../src/schema/validate.js';

const FORMATS: readonly (readonly [name: string, schema: z.ZodMiniType])[] = [
  ['a process file', salesProcessSchema],
  ['a configuration', configurationSchema],
  ['a baseline', baselineSchema],
  ['an answer sheet', sheetSchema],
];

function issuesIn(schema: z.ZodMiniType, value: unknown): readonly Issue[] {
  const validated = validate(schema, value);
  return 'issues' in validated ? validated.issues : [];
}

const wrongValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    '…',
    'soon',
    0,
    -1,
    1.5,
    1e300,
    Number.NaN,
    true,
    [],
    {},
    [[]],
    [1, 2, 3],
    [null],
    {
      a: 1,
    },
  ),
  fc.string(),
  fc.jsonValue(),
);

/** Keys of all formats, nested in one another at will: the right ones in the wrong places, with the wrong values. */
function documentOf(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const top = Object.keys((schema as unknown as { readonly shape: object }).shape);
  const inner = [
    'what',
    'kind',
    'minutes',
    'every',
    'on',
    'until',
    'granted',
    'answer',
    'why',
    'evidence',
    'all',
    'owners',
  ];
  const key = fc.constantFrom(...inner, ...questionIds);
  const nested = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      wrongValue,
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
  })).value;
  return fc.dictionary(fc.constantFrom(...top), nested, { maxKeys: 6 });
}

describe.each(FORMATS)('%s', (name, schema) => {
  test(`a wrong value in ${name} breaks a rule of ours, which has words`, () => {
    fc.assert(
      fc.property(documentOf(schema), (value) => {
        for (const issue of issuesIn(schema, value)) {
          if (issue.code === 'unknown-key') expect(issue.known).not.toEqual([]);
          else expect(issue.rule, JSON.stringify([value, issue])).not.toEqual({ key: 'other' });
        }
      }),
      { numRuns: 2000 },
    );
  });

  test(`the issues of ${name} are plain JSON, so that they can be cached`, () => {
    fc.assert(
      fc.property(documentOf(schema), (value) => {
        const issues = issuesIn(schema, value);
        expect(JSON.parse(JSON.stringify(issues))).toEqual(issues);
      }),
    );
  });
});

test('a wrong value is described by its rule, by what was found and by what to write instead', () => {
  expect(issuesIn(salesProcessSchema, { name: 'X', beneficiaries: 'finance, sales', status: 'trail' })).toEqual([
    {
      code: 'invalid-value',
      path: ['status'],
      isKey: false,
      rule: { key: 'choice', choices: ['active', 'trial', 'optional', 'deprecated', 'retired'] },
      found: { kind: 'value', written: '"trail"' },
      advice: [{ key: 'meant', meant: 'trial' }],
    },
    {
      code: 'invalid-value',
      path: ['beneficiaries'],
      isKey: false,
      rule: { key: 'list-of-text' },
      found: { kind: 'value', written: '"finance, sales"' },
      advice: [{ key: 'as-list', items: ['finance', 'sales'], isCut: false }],
    },
  ]);
});

test('an unknown key is described by where it belongs, or by the key that was meant', () => {
  expect(issuesIn(salesProcessSchema, { name: 'X', minutes: 5, ownr: 'a', constructor: 1 })).toEqual([
    {
      code: 'unknown-key',
      path: ['minutes'],
      isKey: true,
      key: 'minutes',
      parentPath: [],
      parent: 'effort',
      known: { schema: 'process' },
      isAfterComma: false,
    },
    {
      code: 'unknown-key',
      path: ['ownr'],
      isKey: true,
      key: 'ownr',
      parentPath: [],
      meant: 'owner',
      known: { schema: 'process' },
      isAfterComma: false,
    },
    {
      code: 'unknown-key',
      path: ['constructor'],
      isKey: true,
      key: 'constructor',
      parentPath: [],
      known: { schema: 'process' },
      isAfterComma: false,
    },
  ]);
});

test.each([
  [5, { kind: 'value', written: '5' }],
  [null, { kind: 'nothing' }],
  [{ a: 1 }, { kind: 'mapping' }],
  [[], { kind: 'empty-list' }],
  [[60, 'x'], { kind: 'value', written: '[60, "x"]' }],
  [[1, 2, 3, 4], { kind: 'list' }],
  [[{ a: 1 }], { kind: 'list' }],
  [['a text that is too long for', 'a message in one line'], { kind: 'list' }],
])('%j is shown in a message as %j', (value, found) => {
  expect(issuesIn(salesProcessSchema, { name: 'X', since: value })).toMatchObject([{ path: ['since'], found }]);
});
