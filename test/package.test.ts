import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../package.json' with { type: 'json' };
import { publishedSchema } from '../src/library/schemas.js';
import { schemaNames } from '../src/published-schemas.js';

const root = fileURLToPath(new URL('..', import.meta.url));

function pathsInPackage(): string[] {
  // On Windows npm is a script of its shell; npm itself says where the program is.
  const script = process.platform === 'win32' ? process.env['npm_execpath'] : undefined;
  const [program, ...before] = script === undefined ? ['npm'] : [process.execPath, script];
  const options = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
  const said = execFileSync(program!, [...before, ...options], { cwd: root, encoding: 'utf8' });
  const [packed] = JSON.parse(said) as { files: { path: string }[] }[];
  return packed!.files.map(({ path }) => path);
}

describe('the published package', () => {
  const paths = pathsInPackage();

  test('holds what it needs and nothing else', () => {
    const allowed =
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|bin\/(?:audit\.js|package\.json)|dist\/(?:[a-z-]+\.c?js|THIRD-PARTY-NOTICES\.txt|types\/src\/.+\.d\.ts|schema\/[a-z]+\.json)|processes\/.+)$/;
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    for (const path of [
      'bin/audit.js',
      'dist/cli.cjs',
      'dist/check-text.cjs',
      'dist/index.js',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/types/src/index.d.ts',
    ]) {
      expect(paths).toContain(path);
    }
  });

  test('has everything that it says it exports', () => {
    const targets = Object.values(packageJson.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const target of [...targets, ...Object.values(packageJson.bin)])
      expect(paths).toContain(target.replace(/^\.\//, ''));
  });

  test('has a command of its own name, for where "audit" is another package', () => {
    expect(packageJson.bin).toEqual({ audit: 'bin/audit.js', [packageJson.name]: 'bin/audit.js' });
  });

  test.each(schemaNames)('ships the %s schema that the sources make', (name) => {
    const shipped = JSON.parse(readFileSync(join(root, 'dist/schema', `${name}.json`), 'utf8'));
    expect(shipped).toEqual(JSON.parse(JSON.stringify(publishedSchema(name))));
  });
});

test('every dependency at run time is justified in CONTRIBUTING', () => {
  const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const table = contributing.slice(contributing.indexOf('## Dependencies at run time'));
  for (const name of Object.keys(packageJson.dependencies)) expect(table).toContain(name);
});

test('the lock file names no registry of its own', () => {
  expect(existsSync(join(root, 'package-lock.json'))).toBe(true);
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(
    /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/,
  );
});

test('a release is published by what was checked, without a token, and says what it was made of', () => {
  const workflow = parse(readFileSync(join(root, '.github/workflows/publish.yml'), 'utf8'));
  expect(Object.keys(workflow.on)).toEqual(['release']);
  expect(workflow.permissions).toEqual({});
  const { permissions, steps } = workflow.jobs.publish as {
    permissions: unknown;
    steps: { run?: string; uses?: string; env?: Record<string, string> }[];
  };
  expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  for (const { uses } of steps) if (uses) expect(uses).toMatch(/@[0-9a-f]{40}$/);
  const runs = steps.flatMap(({ run }) => run ?? []);
  expect(runs.indexOf('.ci/run')).toBeGreaterThan(0);
  expect(runs.at(-1)).toBe('npm publish --provenance --access public --ignore-scripts');
  // What somebody else wrote, such as the name of a tag, reaches a shell in its environment only.
  expect(runs.filter((run) => run.includes('${{'))).toEqual([]);
  expect(JSON.stringify(workflow)).not.toContain('secrets.');
});
