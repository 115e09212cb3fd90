import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFile } from '../../src/files/replace-file.js';
import { folderWith } from '../support/fake-io.js';

describe.skipIf(process.platform === 'win32')('a file that is replaced', () => {
  test('keeps its permissions', () => {
    const cwd = folderWith({ 'a.txt': 'old' });
    chmodSync(join(cwd, 'a.txt'), 0o640);
    replaceFile(join(cwd, 'a.txt'), 'new');
    expect([readFileSync(join(cwd, 'a.txt'), 'utf8'), statSync(join(cwd, 'a.txt')).mode & 0o777]).toEqual([
      'new',
      0o640,
    ]);
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  test.each(['real/deep/a.txt', 'real/deep/b.txt'])('is where the link leads, %s, and the link stays', (target) => {
    const cwd = folderWith({ 'real/deep/a.txt': 'old', 'real/links/keep.txt': '' });
    symlinkSync('real/links', join(cwd, 'linked'));
    // From where the link lies, not from where it was found.
    symlinkSync(`../deep/${target.slice(-5)}`, join(cwd, 'real/links/second'));
    symlinkSync('real/links/second', join(cwd, 'first'));
    for (const path of ['linked/second', 'first']) {
      replaceFile(join(cwd, path), path);
      expect(readFileSync(join(cwd, target), 'utf8')).toBe(path);
    }
    expect(lstatSync(join(cwd, 'first')).isSymbolicLink()).toBe(true);
    expect(lstatSync(join(cwd, 'real/links/second')).isSymbolicLink()).toBe(true);
  });

  test('stays as it was where it cannot be replaced', () => {
    const cwd = folderWith({ 'a.txt': 'old' });
    symlinkSync('circle', join(cwd, 'circle'));
    symlinkSync('nowhere/b.txt', join(cwd, 'nowhere-link'));
    mkdirSync(join(cwd, 'folder'));
    for (const path of ['circle', 'nowhere-link', 'folder']) expect(() => replaceFile(join(cwd, path), 'x')).toThrow();
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'circle', 'folder', 'nowhere-link']);
  });
});
