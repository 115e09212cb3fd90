import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { placeOf } from '../../src/places/places.js';
import { parseText } from '../../src/yaml/parse.js';

function librarySays(text: string): unknown[] {
  const documents = parseAllDocuments(text, { stringKeys: true });
  return Array.isArray(documents) ? documents.map((document) => document.toJS()).filter((value) => value !== null) : [];
}

const data = fc.dictionary(
  fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('__proto__', 'constructor', 'a/b', 'a~b', '1', 'x-y')),
  fc.jsonValue({ maxDepth: 3 }),
  { minKeys: 1, maxKeys: 5 },
);

describe('a text', () => {
  test('is read as the library reads it', () => {
    fc.assert(
      fc.property(fc.array(data, { minLength: 1, maxLength: 3 }), fc.constantFrom('block', 'flow'), (values, style) => {
        const text = values.map((value) => stringify(value, { collectionStyle: style as 'block' })).join('---\n');
        const { documents, faults } = parseText(text);
        expect(faults).toEqual([]);
        expect(documents.map(({ value }) => value)).toEqual(librarySays(text));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    'a: &x [1, {b: 2}]\nc: *x\n',
    'a:\nb: ~\n? c\n',
    '"quoted": |\n  text\n',
    '- 1\n- a: [b]\n',
    '{a: {b: [c]}}',
  ])('%j is read as the library reads it', (text) => {
    expect(parseText(text).documents.map(({ value }) => value)).toEqual(librarySays(text));
  });

  test('has a place for every value, and for what is missing that of its parent', () => {
    const { places } = parseText('name: x\nlist:\n  - a: 1\n    b/c: 2\n').documents[0]!;
    const at = (...path: (string | number)[]) => {
      const { line, column } = placeOf('f', places, path);
      return `${line}:${column}`;
    };
    expect([
      at(),
      at('name'),
      at('list'),
      at('list', 0),
      at('list', 0, 'b/c'),
      at('list', 0, 'gone', 'deeper'),
      at('gone'),
    ]).toEqual(['1:1', '1:7', '2:1', '3:5', '4:10', '3:5', '1:1']);
  });
});
