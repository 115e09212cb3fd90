import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { namesBelow } from './support/files-below.js';

/** The order in which data flows: a file may import from its own step and from earlier ones only. */
const STEPS = [
  ['util', 'time'],
  ['places'],
  ['schema'],
  ['problem.ts', 'git-fault.ts', 'sales-process'],
  ['questions'],
  ['judging'],
  ['portfolio'],
  ['gate', 'history'],
  ['configuration', 'baseline', 'wording', 'exit-code.ts'],
  ['report'],
  ['published-schemas.ts', 'package-info.ts'],
  ['load', 'cache', 'yaml', 'files', 'git', 'io.ts'],
  ['audit'],
  ['interview'],
  ['commands'],
  ['cli', 'cli.ts', 'library', 'index.ts'],
];

/** Steps that touch no file, console, environment, clock or chance. */
const PURE = STEPS.slice(0, STEPS.findIndex((step) => step.includes('report')) + 1).flat();

/** Libraries that compute and do nothing else. */
const PURE_LIBRARIES = [
  'zod/mini',
  'fastest-levenshtein',
  'chalk',
  'fast-string-width',
  'fast-wrap-ansi',
  'preact',
  'preact-render-to-string',
  'node:crypto',
];

const IMPURE =
  /\b(?:console|process\.|globalThis|Date\.now|new Date\(\)|Math\.random|performance\.|setTimeout|fetch\()/;

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = namesBelow(src).filter((name) => /(?<!\.d)\.tsx?$/.test(name));

function stepOf(file: string): number {
  const top = file.split('/')[0]!;
  return STEPS.findIndex((step) => step.includes(top));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from\s+|import\(\s*)'([^']+)'/g)].map((match) => match[1]!);
}

function isPure(file: string): boolean {
  return PURE.includes(file.split('/')[0]!);
}

describe.each(files)('%s', (file) => {
  test('has a place in the pipeline', () => {
    expect(stepOf(file)).toBeGreaterThanOrEqual(0);
  });

  test('imports from its own step and earlier ones only', () => {
    const later = importsOf(file)
      .filter((path) => path.startsWith('.') && !path.endsWith('.json'))
      .map((path) => relative(src, resolve(src, dirname(file), path)).replace(/\.js$/, '.ts'))
      .filter((imported) => stepOf(imported) > stepOf(file));
    expect(later).toEqual([]);
  });
});

describe.each(files.filter(isPure))('%s', (file) => {
  test('is pure: no edge of the world and no library that has one', () => {
    const libraries = importsOf(file).filter((path) => !path.startsWith('.'));
    expect(libraries.filter((name) => !PURE_LIBRARIES.includes(name))).toEqual([]);
    const code = readFileSync(join(src, file), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`[^`]*`/g,
      '',
    );
    expect(IMPURE.exec(code)?.[0]).toBeUndefined();
  });
});

test.each([
  ['yaml', ['interview/insert-voice.ts', 'interview/sheet.ts', 'yaml/parse-plain.ts', 'yaml/parse.ts']],
  ['inquirer', ['interview/inquirer-prompter.ts']],
  ['@inquirer/core', ['interview/inquirer-prompter.ts']],
  ['commander', ['cli.ts', 'cli/command.ts', 'cli/help-text.ts', 'cli/options.ts']],
])('%s is known only where it is needed', (library, where) => {
  expect(files.filter((file) => importsOf(file).includes(library)).sort()).toEqual(where);
});
