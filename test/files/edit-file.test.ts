import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { changeFile } from '../../src/files/edit-file.js';
import { english } from '../../src/wording/en/index.js';
import { saveFaultText } from '../../src/wording/faults.js';
import { canLink } from '../support/can-link.js';
import { folderWith } from '../support/fake-io.js';

const atomic = vi.hoisted(() => ({ fail: undefined as string | undefined }));

vi.mock('../../src/files/replace-file.js', async (original) => {
  const real = await original<typeof import('../../src/files/replace-file.js')>();
  const replaceFile = (path: string, content: Buffer) => {
    if (atomic.fail) throw Object.assign(new Error(atomic.fail), { code: atomic.fail });
    real.replaceFile(path, content);
  };
  return { replaceFile };
});

afterEach(() => {
  atomic.fail = undefined;
});

/** Why a change is not saved, in words; undefined: it is. */
async function refusal(path: string, more = 'x'): Promise<string | undefined> {
  const changed = await changeFile(path, append(more));
  return changed.isSaved ? undefined : saveFaultText(changed.reason, english);
}

const append = (more: string) => (text: string) => ({ text: text + more });

describe('a file', () => {
  test.skipIf(!canLink)('keeps its permissions, its byte order mark and the link that leads to it', async () => {
    const cwd = folderWith({ 'real/a.yaml': '\uFEFFname: A\n' });
    chmodSync(join(cwd, 'real/a.yaml'), 0o640);
    symlinkSync('real/a.yaml', join(cwd, 'link.yaml'));
    expect(await changeFile(join(cwd, 'link.yaml'), append('owner: b\n'))).toEqual({ isSaved: true });
    expect(readFileSync(join(cwd, 'real/a.yaml'), 'utf8')).toBe('\uFEFFname: A\nowner: b\n');
    // Windows knows read-only and nothing else.
    if (process.platform !== 'win32') expect(statSync(join(cwd, 'real/a.yaml')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(cwd, 'link.yaml')).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(cwd, 'real'))).toEqual(['a.yaml']);
  });

  test('that an editor saves meanwhile is changed as it is now: both stay', async () => {
    const cwd = folderWith({ 'a.yaml': 'name: A\n' });
    const path = join(cwd, 'a.yaml');
    let calls = 0;
    const changed = await changeFile(path, (text) => {
      if (calls++ === 0) writeFileSync(path, 'name: A\nowner: editor\n');
      return { text: `${text}summary: ours\n` };
    });
    expect(changed).toEqual({ isSaved: true });
    expect(readFileSync(path, 'utf8')).toBe('name: A\nowner: editor\nsummary: ours\n');
  });

  test.each([
    ['ENOSPC', 'the file cannot be written: the disk is full'],
    ['EROFS', 'the file cannot be written: the disk is read-only'],
    ['EACCES', 'the file cannot be written: permission denied'],
    ['EXDEV', 'the file cannot be written: EXDEV'],
  ])('stays whole on %s, and the reason is said', async (code, reason) => {
    const cwd = folderWith({ 'a.yaml': 'name: A\n' });
    atomic.fail = code;
    expect(await refusal(join(cwd, 'a.yaml'))).toBe(reason);
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe('name: A\n');
    expect(readdirSync(cwd)).toEqual(['a.yaml']);
  });

  test('that is read-only, gone, not UTF-8 or would grow too large is refused', async () => {
    const cwd = folderWith({ 'a.yaml': 'name: A\n', 'latin.yaml': Buffer.from('name: \xe9', 'latin1') });
    const path = join(cwd, 'a.yaml');
    chmodSync(path, 0o444);
    expect(await refusal(path)).toMatch(/^the file is read-only$|: permission denied$/);
    chmodSync(path, 0o644);
    expect(await refusal(path, 'x'.repeat(2 ** 20))).toBe('the file would grow beyond 1048576 bytes');
    expect(await refusal(join(cwd, 'latin.yaml'))).toContain('not UTF-8');
    rmSync(path);
    expect(await refusal(path)).toBe('the file cannot be written: there is no such file or folder');
  });
});

describe('a lock', () => {
  test('of a session that was killed is taken over', async () => {
    const cwd = folderWith({ 'a.yaml': 'name: A\n', '.a.yaml.lock': '999999999' });
    expect(await changeFile(join(cwd, 'a.yaml'), append('owner: b\n'))).toEqual({ isSaved: true });
    writeFileSync(join(cwd, '.a.yaml.lock'), String(process.pid));
    utimesSync(join(cwd, '.a.yaml.lock'), new Date(0), new Date(0));
    expect(await changeFile(join(cwd, 'a.yaml'), append('kind: form\n'))).toEqual({ isSaved: true });
    expect(readdirSync(cwd)).toEqual(['a.yaml']);
  });

  test('of a session that lives is waited for, and in the end refused', async () => {
    const cwd = folderWith({ 'a.yaml': 'name: A\n', '.a.yaml.lock': String(process.pid) });
    expect(await refusal(join(cwd, 'a.yaml'))).toBe('another session or program keeps the file busy');
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe('name: A\n');
  });
});

/** A disk of 64 kB, where this machine lets us have one. */
function smallDisk(): string | undefined {
  const folder = folderWith({});
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
  return mounted.status === 0 ? folder : undefined;
}

test('on a disk that is really full the file stays whole, and the answers come back as a sheet', ({
  skip,
  onTestFinished,
}) => {
  const disk = smallDisk();
  if (!disk) return skip('this machine does not let us mount a small disk');
  onTestFinished(() => void spawnSync('umount', [disk]));
  writeFileSync(join(disk, 'a.yaml'), 'name: A\n');
  writeFileSync(join(disk, 'filler'), Buffer.alloc(56 * 1024));
  const sheet = 'sheet: 1\nrole: sales\nanswers: { a: { value: { answer: no } } }\n';
  const bin = fileURLToPath(new URL('../../bin/audit.js', import.meta.url));
  const options = { cwd: disk, input: sheet, encoding: 'utf8' as const };
  const { status, stderr } = spawnSync(process.execPath, [bin, 'ask', '.', '--from', '-'], options);
  expect(stderr).toContain('the disk is full');
  expect(status).toBe(2);
  expect(readFileSync(join(disk, 'a.yaml'), 'utf8')).toBe('name: A\n');
  expect(readdirSync(disk).sort()).toEqual(['a.yaml', 'filler']);
});

test('eight sessions that answer at the same moment lose nothing', async () => {
  const bin = fileURLToPath(new URL('../../bin/audit.js', import.meta.url));
  const cwd = folderWith({ 'processes/a.yaml': '# kept\nname: A # too\n' });
  mkdirSync(join(cwd, 'sheets'));
  const people = Array.from({ length: 8 }, (_, index) => `rep-${index}`);
  const sessions = people.map((who) => {
    const sheet = join(cwd, 'sheets', `${who}.yaml`);
    writeFileSync(
      sheet,
      `sheet: 1\nrole: sales\nwho: ${who}\nanswers:\n  a:\n    value: { answer: no, why: because of ${who} }\n    trust: { answer: yes }\n`,
    );
    return promisify(execFile)(process.execPath, [bin, 'ask', '--from', sheet], { cwd });
  });
  await Promise.all(sessions);
  const text = readFileSync(join(cwd, 'processes/a.yaml'), 'utf8');
  expect(text).toContain('# kept\nname: A # too\n');
  const { answers } = parse(text) as { answers: Record<string, { who: string }[]> };
  for (const question of ['value', 'trust']) expect(answers[question]!.map(({ who }) => who).sort()).toEqual(people);
}, 30_000);
