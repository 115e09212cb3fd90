import { beforeEach, describe, expect, test, vi } from 'vitest';
import { commandFor } from '../../src/commands/report/open-on-desktop.js';
import { programOnPath } from '../../src/git/program-on-path.js';

const disk = vi.hoisted(() => ({ programs: new Set<string>() }));

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  accessSync: (path: string) => {
    if (!disk.programs.has(path)) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  },
}));

beforeEach(() => disk.programs.clear());

describe('on Windows, which looks in the working directory first,', () => {
  test('git is the one in PATH, and none that lies where it is run', () => {
    for (const path of ['git.exe', 'bin\\git.exe', '\\git.exe', 'D:git.exe']) disk.programs.add(path);
    const env = { Path: '.;;bin;\\;D:;C:\\Windows;"C:\\Program Files\\Git\\cmd"' };
    expect(programOnPath('git', env, 'win32')).toBeUndefined();
    disk.programs.add('C:\\Program Files\\Git\\cmd\\git.exe');
    expect(programOnPath('git', env, 'win32')).toBe('C:\\Program Files\\Git\\cmd\\git.exe');
    disk.programs.add('\\\\server\\tools\\git.exe');
    expect(programOnPath('git', { PATH: '\\\\server\\tools' }, 'win32')).toBe('\\\\server\\tools\\git.exe');
    expect(programOnPath('git', {}, 'win32')).toBeUndefined();
  });

  test('a page is opened by the Explorer of Windows', () => {
    expect(commandFor('win32', { SystemRoot: 'D:\\Windows' })).toBe('D:\\Windows\\explorer.exe');
    expect(commandFor('win32', {})).toBe('C:\\Windows\\explorer.exe');
  });
});

test('elsewhere programs are looked for in PATH alone, by the system', () => {
  expect([programOnPath('git', {}, 'linux'), programOnPath('git', {}, 'darwin')]).toEqual(['git', 'git']);
});
