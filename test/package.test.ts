import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { publishedSchema, schemaNames } from '../src/published-schemas.js';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('the published package', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'], {
      cwd: root,
      encoding: 'utf8',
    }),
  ) as { files: { path: string }[] }[];
  const paths = packed!.files.map(({ path }) => path);

  test('holds what it needs and nothing else', () => {
    const allowed =
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|bin\/(?:audit\.js|package\.json)|dist\/(?:[a-z-]+\.c?js|types\/src\/.+\.d\.ts|schema\/[a-z]+\.json)|processes\/.+)$/;
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    for (const path of [
      'bin/audit.js',
      'dist/cli.cjs',
      'dist/check-text.cjs',
      'dist/index.js',
      'dist/types/src/index.d.ts',
    ]) {
      expect(paths).toContain(path);
    }
  });

  test('has everything that it says it exports', () => {
    const targets = Object.values(packageJson.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const target of [...targets, packageJson.bin.audit]) expect(paths).toContain(target.replace(/^\.\//, ''));
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
