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
  ['yaml', 'files', 'git', 'io.ts'],
  ['load'],
  ['cache'],
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

/** Files of `src` that a file imports, also for types only. */
function ownImportsOf(file: string): string[] {
  return importsOf(file)
    .filter((path) => path.startsWith('.') && !path.endsWith('.json'))
    .map((path) => relative(src, resolve(src, dirname(file), path.replace(/\?.*$/, ''))))
    .map((path) => files.find((name) => name === path || name.replace(/\.tsx?$/, '.js') === path) ?? path);
}

function isPure(file: string): boolean {
  return PURE.includes(file.split('/')[0]!);
}

describe.each(files)('%s', (file) => {
  test('has a place in the pipeline', () => {
    expect(stepOf(file)).toBeGreaterThanOrEqual(0);
  });

  test('imports from its own step and earlier ones only', () => {
    expect(ownImportsOf(file).filter((imported) => stepOf(imported) > stepOf(file))).toEqual([]);
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
  ['commander', ['cli.ts', 'cli/command.ts', 'cli/help-text.ts']],
])('%s is known only where it is needed', (library, where) => {
  expect(files.filter((file) => importsOf(file).includes(library)).sort()).toEqual(where);
});

test.each(['report', 'portfolio', 'cache', 'wording'])('load/ knows nothing of %s/', (room) => {
  const imports = files.filter((file) => file.startsWith('load/')).flatMap(ownImportsOf);
  expect(imports.filter((imported) => imported.startsWith(`${room}/`))).toEqual([]);
});

test('only what chooses a language, and the library, whose standard it is, know English', () => {
  const knowing = files
    .filter((file) => !file.startsWith('wording/en/'))
    .filter((file) => ownImportsOf(file).some((imported) => imported.startsWith('wording/en/')));
  expect(knowing.filter((file) => !file.startsWith('library/'))).toEqual(['index.ts', 'wording/language.ts']);
});

test('no imports go in a circle, imports of types included', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) {
      for (const imported of ownImportsOf(file)) visit(imported, [...way, file]);
      done.add(file);
    }
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
