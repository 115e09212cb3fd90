import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { evidenceState } from '../../src/load/evidence.js';
import { folderWith } from '../support/fake-io.js';

/** What the disk calls a path, by what it is called in small letters. */
const disk = vi.hoisted(() => ({ names: new Map<string, string>() }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const native = (path: string) => disk.names.get(path.normalize('NFC').toLowerCase()) ?? fs.realpathSync.native(path);
  return { ...fs, realpathSync: Object.assign(() => '', { native }) };
});

const own = process.platform;

function pretendToBe(platform: NodeJS.Platform): void {
  Object.defineProperty(process, 'platform', { value: platform });
}

afterEach(() => pretendToBe(own));

test.each<[NodeJS.Platform, string, string]>([
  ['win32', 'docs/a.md', 'there'],
  ['win32', 'Docs/a.md', 'missing'],
  ['darwin', 'docs/A.md', 'missing'],
  // The disk of a Mac may have its names decomposed; git has not.
  ['darwin', 'docs/gr\u00fc\u00dfe.md', 'there'],
  // Here these are two files.
  ['linux', 'docs/A.md', 'there'],
])('%s: evidence %j for docs/a.md or docs/grüße.md is %s', (platform, text, state) => {
  const cwd = folderWith({});
  mkdirSync(join(cwd, '.git'));
  for (const name of ['docs/a.md', 'docs/gru\u0308\u00dfe.md'])
    disk.names.set(join(cwd, name).normalize('NFC').toLowerCase(), join(cwd, name));
  pretendToBe(platform);
  // Such a disk finds it whatever the case.
  expect(evidenceState(text, cwd, { cwd, tree: { isFileAt: () => true } })).toBe(state);
});
