import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeNewFile } from '../../src/files/create-file.js';
import { changeFile } from '../../src/files/edit-file.js';
import { replaceFile } from '../../src/files/replace-file.js';
import { folderWith } from '../support/fake-io.js';

const windows = vi.hoisted(() => ({ refusals: 0, code: 'EPERM', call: '' }));

/** A disk that refuses a call a few times, as Windows does for as long as somebody has the file open. */
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const refusing = <Args extends unknown[], Result>(name: string, real: (...args: Args) => Result) =>
    ((...args: Args) => {
      if (name !== windows.call || windows.refusals <= 0) return real(...args);
      windows.refusals--;
      throw Object.assign(new Error(`${windows.code}: refused`), { code: windows.code });
    }) as never;
  return {
    ...fs,
    renameSync: refusing('renameSync', fs.renameSync),
    linkSync: refusing('linkSync', fs.linkSync),
    openSync: refusing('openSync', fs.openSync as (path: string) => number),
    rmSync: refusing('rmSync', fs.rmSync),
  };
});

const own = process.platform;

function pretendToBe(platform: NodeJS.Platform): void {
  Object.defineProperty(process, 'platform', { value: platform });
}

beforeEach(() => pretendToBe('win32'));

afterEach(() => {
  pretendToBe(own);
  windows.refusals = 0;
});

const withOwner = (text: string) => ({ text: `${text}owner: b\n` });

describe('on Windows a file that somebody has open', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('is replaced as soon as it is free: %s', (code) => {
    const cwd = folderWith({ 'a.json': 'old' });
    Object.assign(windows, { call: 'renameSync', code, refusals: 3 });
    replaceFile(join(cwd, 'a.json'), 'new');
    expect(readFileSync(join(cwd, 'a.json'), 'utf8')).toBe('new');
    expect(readdirSync(cwd)).toEqual(['a.json']);
  });

  test('stays as it was when it does not become free, and the reason is said', () => {
    const cwd = folderWith({ 'a.json': 'old' });
    Object.assign(windows, { call: 'renameSync', code: 'EBUSY', refusals: 1000 });
    expect(() => replaceFile(join(cwd, 'a.json'), 'new')).toThrow('EBUSY');
    expect(readFileSync(join(cwd, 'a.json'), 'utf8')).toBe('old');
    expect(readdirSync(cwd)).toEqual(['a.json']);
  });

  test('takes an answer later: a lock that is just being taken away cannot be taken, and says so in other words', async () => {
    const cwd = folderWith({ 'a.yaml': 'name: A\n' });
    Object.assign(windows, { call: 'openSync', code: 'EPERM', refusals: 3 });
    expect(await changeFile(join(cwd, 'a.yaml'), withOwner)).toEqual({ isSaved: true });
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe('name: A\nowner: b\n');
  });

  test('is not waited for for ever', async () => {
    const cwd = folderWith({ 'a.yaml': 'name: A\n' });
    Object.assign(windows, { call: 'openSync', code: 'EPERM', refusals: 1000 });
    const changed = await changeFile(join(cwd, 'a.yaml'), withOwner);
    expect(changed).toMatchObject({ isSaved: false, reason: { key: 'system', why: { errno: 'EPERM' } } });
  });
});

test('what is in the file is saved, also when somebody keeps the lock open', async () => {
  const cwd = folderWith({ 'a.yaml': 'name: A\n' });
  Object.assign(windows, { call: 'rmSync', code: 'EBUSY', refusals: 1000 });
  expect(await changeFile(join(cwd, 'a.yaml'), withOwner)).toEqual({ isSaved: true });
  expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe('name: A\nowner: b\n');
});

test('a change is not tried again for as often as a program that keeps the file is waited for', async () => {
  const cwd = folderWith({ 'a.yaml': 'name: A\n' });
  Object.assign(windows, { call: 'renameSync', code: 'EBUSY', refusals: 1000 });
  const changed = await changeFile(join(cwd, 'a.yaml'), withOwner);
  expect(changed).toMatchObject({ isSaved: false, reason: { key: 'system', why: { errno: 'EBUSY' } } });
  expect(1000 - windows.refusals).toBeLessThan(20);
  expect(readdirSync(cwd)).toEqual(['a.yaml']);
});

test('a new file is written where Windows has no hard links, as on a stick', () => {
  const cwd = folderWith({});
  Object.assign(windows, { call: 'linkSync', code: 'EISDIR', refusals: 1 });
  writeNewFile(join(cwd, 'a.yaml'), 'name: A\n');
  expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe('name: A\n');
  expect(readdirSync(cwd)).toEqual(['a.yaml']);
});

test('elsewhere what may not be done is said at once', () => {
  pretendToBe('linux');
  const cwd = folderWith({ 'a.json': 'old' });
  Object.assign(windows, { call: 'renameSync', code: 'EPERM', refusals: 1 });
  expect(() => replaceFile(join(cwd, 'a.json'), 'new')).toThrow('EPERM');
});
