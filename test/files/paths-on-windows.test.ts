import { describe, expect, test, vi } from 'vitest';
import { prepare } from '../../src/audit/audit-files.js';
import { disk, type Files } from '../../src/files/tree.js';
import { asGitError } from '../../src/git/run-git.js';
import { evidenceState } from '../../src/load/evidence.js';
import { findFiles } from '../../src/load/find-files.js';
import { english } from '../../src/wording/en/index.js';

/* What our code makes of paths on Windows: the same modules, with the paths of Windows. */
vi.mock('node:path', async () => {
  const path = await vi.importActual<typeof import('node:path')>('node:path');
  return { ...path.win32, default: path.win32 };
});

const cwd = 'C:\\work';

/** A disk on which these files are, whatever stands elsewhere. */
function diskWith(files: readonly string[], globs: string[] = []): Files {
  return {
    ...disk,
    kindOf: (path) => (files.includes(path) ? 'file' : undefined),
    isFileAt: (path) => files.includes(path),
    glob: async (pattern) => {
      globs.push(pattern);
      return ['C:/work/a/b.yaml'];
    },
  };
}

describe('on Windows', () => {
  test('a file is shown with /, however it was given', async () => {
    const tree = diskWith(['C:\\work\\a\\b.yaml', 'D:\\other\\c.yaml']);
    const { files } = await findFiles(['a\\b.yaml', 'C:/work/a/b.yaml', '.\\a/b.yaml', 'D:\\other\\c.yaml'], cwd, tree);
    expect(files).toEqual(['D:/other/c.yaml', 'a/b.yaml']);
  });

  test('what is not there is named with / as well', async () => {
    const { problems } = await findFiles(['team\\gone.yaml'], cwd, diskWith([]));
    expect(problems.map(({ place }) => place.file)).toEqual(['team/gone.yaml']);
  });

  test('the wildcards of a glob are counted between two backslashes', async () => {
    const globs: string[] = [];
    const found = await findFiles(['*\\*\\*\\*\\*\\b.yaml', 'a\\*b*c*d*e*.yaml'], cwd, diskWith([], globs));
    expect(globs).toEqual(['*/*/*/*/*/b.yaml']);
    expect(found.files).toEqual(['a/b.yaml']);
    expect(found.problems.map(({ place, fault }) => [place.file, fault])).toEqual([
      ['a/*b*c*d*e*.yaml', { key: 'many-wildcards', most: 4 }],
    ]);
  });

  test('a report names the paths that were audited with /', async () => {
    const prepared = await prepare(['team\\a', '.\\b.yaml', 'team/a'], { asOf: '2026-01-01', cwd });
    expect(prepared).toMatchObject({ source: ['./b.yaml', 'team/a'] });
  });

  test.each([
    ['docs/a.md', 'there'],
    ['../a.md', 'outside'],
    ['/etc/passwd', 'outside'],
    // What elsewhere would be the name of a file that is not there must not count here.
    ['docs\\a.md', 'missing'],
    ['..\\..\\a.md', 'missing'],
    ['C:\\work\\docs\\a.md', 'missing'],
    ['C:/work/docs/a.md', 'missing'],
    ['c:a.md', 'missing'],
    ['docs/a.md:stream', 'missing'],
    ['\\\\server\\share\\a.md', 'missing'],
    ['https://example.com/a', 'there'],
  ])('evidence %j is %s, as it is in CI', (text, state) => {
    const everything: Pick<Files, 'isFileAt'> = { isFileAt: () => true };
    expect(evidenceState(text, 'C:\\work', { cwd, tree: everything })).toBe(state);
  });

  test('a command line that is too long is told as elsewhere', () => {
    const error = Object.assign(new Error('spawnSync git ENAMETOOLONG'), { code: 'ENAMETOOLONG', status: null });
    expect(asGitError(error)).toMatchObject({ fault: { code: 'too-many-paths' } });
  });
});

test('who writes evidence with backslashes is told to write /', () => {
  const remedy = (evidence: string) => english.reasons['evidence-missing'].remedy?.({ evidence });
  expect(remedy('docs\\a.md')).toBe('write the path with / between folders, and as seen from the process file');
  expect(remedy('docs/a.md')).toBe('correct the path, which is relative to the process file');
});
