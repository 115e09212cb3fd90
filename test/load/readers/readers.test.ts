import { describe, expect, test } from 'vitest';
import { hasReader, readerOf, typeOf, withoutEnding } from '../../../src/load/readers/index.js';

describe('the reader of a process file', () => {
  test.each(['a.yaml', 'a.yml', 'A.YAML', 'a.b.Yml', '.yaml'])('is known by the ending of "%s"', (name) => {
    expect(hasReader(name)).toBe(true);
    expect(withoutEnding(name)).toBe(name.replace(/\.ya?ml$/i, ''));
  });

  test.each(['a.json', 'yaml', 'a.yaml.bak', 'a.yaml~', ''])('is not known by "%s"', (name) => {
    expect(hasReader(name)).toBe(false);
    expect(withoutEnding(name)).toBe(name);
  });

  test('is the YAML reader for standard input and for a named file that ends in no known way', async () => {
    expect(typeOf(undefined)).toBe('.yaml');
    expect(typeOf('a.yml')).toBe('.yaml');
    const parse = await readerOf('Jenkinsfile').load();
    expect(parse('name: Visit report').documents).toMatchObject([{ value: { name: 'Visit report' } }]);
  });
});
