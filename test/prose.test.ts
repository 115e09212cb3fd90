import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { namesBelow } from './support/files-below.js';

/** Code that finds something wrong says so with a key and parameters; sentences are in `wording/`, so that there can be other languages. */
const WITHOUT_PROSE = [
  'audit',
  'baseline',
  'configuration',
  'files',
  'interview',
  'load',
  'problem.ts',
  'sales-process',
  'schema',
  'yaml',
];

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = namesBelow(src).filter((name) => name.endsWith('.ts') && WITHOUT_PROSE.includes(name.split('/')[0]!));

// biome-ignore lint/suspicious/noExplicitAny: a syntax tree has a shape for each type of node
type Node = any;

/** Two words with a blank between them. What stands in YAML that the tool writes is mostly `key: value`, and names such as `[a, b]`. */
const PROSE = /\p{L}{2,} +\p{L}{2,}/u;

/** Text in the code of people who use the tool, but for the descriptions in JSON Schemas, which are published in English. */
function textsIn(node: Node): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateElement') return [node.value.cooked];
  if (node.type === 'CallExpression' && node.callee.name === 'about') return textsIn(node.arguments[1]);
  if (node.type === 'Property' && ['title', 'description'].includes(node.key.name)) return [];
  // What only a bug throws is for developers.
  if (node.type === 'NewExpression' && node.callee.name === 'Error') return [];
  return Object.values(node).flatMap(textsIn);
}

function proseIn(code: string): string[] {
  return textsIn(parseAst(code, { lang: 'ts' })).filter((text) => PROSE.test(text));
}

test.each(files)('%s holds no sentences', (file) => {
  expect(proseIn(readFileSync(join(src, file), 'utf8'))).toEqual([]);
});

test.each([
  "problem(place, 'cannot be read');",
  'const message = `at most $' + '{size} bytes are read`;',
  "z.string({ error: 'must be text' });",
])('a sentence is found in %s', (code) => {
  expect(proseIn(code)).not.toEqual([]);
});
