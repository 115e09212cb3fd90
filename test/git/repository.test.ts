import { execFileSync } from 'node:child_process';
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, run } from '../support/fake-io.js';
import { Repository } from '../support/git.js';

/** Git is asked so that nobody else answers: neither another repository, nor a ref that somebody pushed, nor a setting. */

const BAD = 'name: Bad\nowner: finance\nanswers: { necessity: no }\n';
const WORSE = 'name: Worse\nowner: finance\nanswers: { necessity: no }\n';

/** A branch that adds an unjustified process to what main has. */
function branched(): Repository {
  const repository = new Repository({ 'processes/bad.yaml': BAD });
  repository.git('checkout', '--quiet', '-b', 'feature');
  repository.write('processes/worse.yaml', WORSE);
  repository.commit('worse');
  return repository;
}

const since = (repository: Repository, ref: string) =>
  run(['check', '--since', ref, '--quiet'], { cwd: repository.folder });

describe('a ref that could be two things is refused', () => {
  test('a tag with the name of the branch to compare with, which git would take first', async () => {
    const repository = branched();
    expect((await since(repository, 'main')).exit).toBe(1);
    repository.git('tag', 'main', 'HEAD');
    const { exit, stderr } = await since(repository, 'main');
    expect(exit).toBe(2);
    expect(stderr).toContain('"main" is ambiguous: it could be refs/heads/main or refs/tags/main');
    expect((await since(repository, 'refs/heads/main')).exit).toBe(1);
  });

  test('a tag or a branch with the name of a remote branch', async () => {
    const repository = branched();
    repository.git('update-ref', 'refs/remotes/origin/main', 'main');
    expect((await since(repository, 'origin/main')).exit).toBe(1);
    for (const ref of ['refs/tags/origin/main', 'refs/heads/origin/main']) {
      repository.git('update-ref', ref, 'HEAD');
      expect(await since(repository, 'origin/main')).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining('"origin/main" is ambiguous'),
      });
      repository.git('update-ref', '-d', ref);
    }
  });

  test.each(['main~0', 'main^0', 'main^{commit}', 'main@{0}'])('also with a suffix: %s', async (ref) => {
    const repository = branched();
    repository.git('tag', 'main', 'HEAD');
    expect((await since(repository, ref)).stderr).toContain('is ambiguous');
  });

  test('a tag that looks like an abbreviated commit', async () => {
    const repository = branched();
    const abbreviated = repository.git('rev-parse', '--short=8', 'main');
    expect((await since(repository, abbreviated)).exit).toBe(1);
    repository.git('tag', abbreviated, 'HEAD');
    expect((await since(repository, abbreviated)).stderr).toContain('is ambiguous');
    expect((await since(repository, repository.git('rev-parse', 'main'))).exit).toBe(1);
  });

  test.each(['HEAD', 'ORIG_HEAD'])('a branch that is called %s', async (name) => {
    const repository = branched();
    repository.git('update-ref', 'ORIG_HEAD', 'main');
    repository.git('update-ref', `refs/heads/${name}`, 'main');
    expect((await since(repository, name)).stderr).toContain('is ambiguous');
  });

  test('in every command that takes a ref', async () => {
    const repository = branched();
    repository.git('tag', 'main', 'HEAD');
    for (const argv of [
      ['diff', 'main'],
      ['diff', 'HEAD', 'main'],
      ['trend', '--since', 'main'],
    ])
      expect(await run(argv, { cwd: repository.folder })).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining('is ambiguous'),
      });
  });
});

describe('only the repository that the files are in is asked', () => {
  test('a bare repository that was committed as ordinary files is not taken for it', async () => {
    const repository = branched();
    const other = new Repository({ 'processes/bad.yaml': BAD, 'processes/worse.yaml': WORSE });
    const inside = join(repository.folder, 'sub');
    cpSync(join(other.folder, '.git'), inside, { recursive: true });
    writeFileSync(join(inside, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
    repository.write('sub/processes/worse.yaml', WORSE);
    const { exit, stdout } = await run(['check', '--since', 'main', '-f', 'json', 'processes'], { cwd: inside });
    expect(exit).toBe(1);
    expect(JSON.parse(stdout).gate.since.commit).toBe(repository.git('rev-parse', 'main'));
  });

  test('core.worktree that points elsewhere is refused, with both folders named', async () => {
    const repository = branched();
    const elsewhere = folderWith({ 'processes/bad.yaml': BAD });
    repository.git('config', 'core.worktree', elsewhere);
    const { exit, stderr } = await since(repository, 'main');
    expect(exit).toBe(2);
    expect(stderr).toContain(`says that its files are in ${elsewhere} (core.worktree)`);
  });

  test('what a hook is given about another repository is not believed', async () => {
    const repository = branched();
    const other = new Repository({ 'processes/bad.yaml': BAD, 'processes/worse.yaml': WORSE });
    process.env['GIT_DIR'] = join(other.folder, '.git');
    process.env['GIT_WORK_TREE'] = other.folder;
    try {
      expect((await since(repository, 'main')).exit).toBe(1);
    } finally {
      delete process.env['GIT_DIR'];
      delete process.env['GIT_WORK_TREE'];
    }
  });

  test('a worktree, and a submodule, are repositories of their own', async () => {
    const repository = branched();
    const worktree = join(folderWith({}), 'wt');
    repository.git('worktree', 'add', '--quiet', worktree, '-b', 'second', 'feature');
    expect((await run(['check', '--since', 'main', '-q'], { cwd: worktree })).exit).toBe(1);
    const outer = new Repository({ 'a.txt': 'a' });
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository.folder, 'inner');
    expect((await run(['check', '--since', 'HEAD', '-q'], { cwd: join(outer.folder, 'inner') })).exit).toBe(0);
  });
});

describe('what git says when it refuses is passed on in its own words', () => {
  test.each([
    [
      'a broken configuration',
      (folder: string) => writeFileSync(join(folder, '.git/config'), '[broken\n'),
      'bad config',
    ],
    [
      'an extension that it does not know',
      (folder: string) =>
        writeFileSync(join(folder, '.git/config'), '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tfoo = x\n'),
      'unknown repository extension found: foo',
    ],
  ])('%s', async (_, spoil, said) => {
    const repository = branched();
    spoil(repository.folder);
    for (const argv of [['check', '--since', 'main'], ['diff', 'main'], ['trend']]) {
      const { exit, stderr } = await run(argv, { cwd: repository.folder });
      expect([exit, stderr]).toEqual([2, expect.stringContaining(said)]);
      expect(stderr).not.toContain('is not in a git repository');
    }
  });

  test('a worktree without the clone that it belongs to', async () => {
    const repository = branched();
    const worktree = join(folderWith({}), 'wt');
    repository.git('worktree', 'add', '--quiet', worktree, '-b', 'second', 'feature');
    renameSync(join(repository.folder, '.git'), join(repository.folder, 'gone'));
    const { exit, stderr } = await run(['check', '--since', 'main'], { cwd: worktree });
    expect([exit, stderr]).toEqual([2, expect.stringContaining('not a git repository: ')]);
  });

  test('a folder without any repository is said to be that', async () => {
    const cwd = folderWith({ 'processes/bad.yaml': BAD });
    expect((await run(['trend'], { cwd })).stderr).toContain(`${cwd} is not in a git repository`);
  });
});

/** Settings that make git print something else; each of them changed what was read, or could. */
const SETTINGS: readonly (readonly [key: string, value: string])[] = [
  ['log.follow', 'true'],
  ['log.showSignature', 'true'],
  ['log.mailmap', 'true'],
  ['log.decorate', 'full'],
  ['log.date', 'relative'],
  ['log.showRoot', 'false'],
  ['format.pretty', 'fuller'],
  ['color.ui', 'always'],
  ['color.branch', 'always'],
  ['column.ui', 'always'],
  ['core.quotePath', 'true'],
  ['core.pager', 'cat'],
  ['core.abbrev', '4'],
  ['core.precomposeUnicode', 'false'],
  ['diff.renames', 'copies'],
  ['diff.noprefix', 'true'],
  ['i18n.logOutputEncoding', 'UTF-16'],
  ['i18n.commitEncoding', 'UTF-16'],
  ['core.autocrlf', 'true'],
  ['core.eol', 'crlf'],
  ['status.relativePaths', 'false'],
  ['submodule.recurse', 'true'],
];

test('no setting of the user, the system or the repository changes what is read', async () => {
  const repository = branched();
  repository.write('processes/größe.yaml', WORSE.replace('Worse', 'Größe').replace('owner', 'id: size\nowner'));
  repository.git('mv', 'processes/bad.yaml', 'processes/renamed.yaml');
  repository.commit('renamed', '2026-05-01');
  const told = async () => [
    await run(['trend', '--every', 'commit', '-f', 'json'], { cwd: repository.folder }),
    await run(['trend', 'processes/renamed.yaml', '--every', 'commit', '-f', 'csv'], { cwd: repository.folder }),
    await run(['diff', 'main', 'HEAD', '-f', 'json'], { cwd: repository.folder }),
    await run(['check', '--since', 'main', '-f', 'json'], { cwd: repository.folder }),
  ];
  const before = await told();
  expect(before.map(({ exit }) => exit)).toEqual([0, 0, 0, 1]);
  for (const [key, value] of SETTINGS) repository.git('config', key, value);
  expect(await told()).toEqual(before);
  const home = folderWith({
    '.gitconfig': SETTINGS.map(([key, value]) => `[${key.split('.')[0]}]\n\t${key.split('.')[1]} = ${value}\n`).join(
      '',
    ),
  });
  for (const [key] of SETTINGS) repository.git('config', '--unset', key);
  const { HOME } = process.env;
  process.env['HOME'] = home;
  try {
    expect(await told()).toEqual(before);
  } finally {
    process.env['HOME'] = HOME;
  }
});

test('no program that a repository names is run', async () => {
  const repository = branched();
  const mark = join(folderWith({}), 'mark');
  const hook = join(folderWith({ 'hook.sh': `#!/bin/sh\ntouch '${mark}'\n` }), 'hook.sh');
  execFileSync('chmod', ['+x', hook]);
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'core.editor',
    'core.sshCommand',
    'diff.external',
    'uploadpack.packObjectsHook',
    'gpg.program',
  ])
    repository.git('config', key, hook);
  repository.git('config', 'log.showSignature', 'true');
  await run(['trend'], { cwd: repository.folder });
  await run(['diff', 'main'], { cwd: repository.folder });
  await since(repository, 'main');
  expect(() => execFileSync('test', ['-e', mark])).toThrow();
  rmSync(repository.folder, { recursive: true });
});
