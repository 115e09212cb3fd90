import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canLink } from '../support/can-link.js';
import { run } from '../support/fake-io.js';
import { Repository } from '../support/git.js';
import { ELIMINATED, KEPT } from '../support/processes.js';

/** Dates of commits are what people's clocks said; the order is git's. */

const other = ELIMINATED.replace('Useless', 'Other');

async function told(repository: Repository, ...flags: string[]) {
  const { stdout, stderr, exit } = await run(['trend', '-f', 'json', ...flags], { cwd: repository.folder });
  expect([exit, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

test('what came after a tag on its own day is told', async () => {
  const repository = new Repository();
  repository.write('processes/a.yaml', ELIMINATED);
  repository.write('processes/b.yaml', other);
  repository.commit('both', '2026-03-01');
  repository.git('tag', 'v1');
  repository.remove('processes/a.yaml');
  repository.commit('one goes', '2026-03-01');
  const { gone, steps } = await told(repository, '--since', 'v1');
  expect(gone).toMatchObject([{ id: 'a' }]);
  expect(steps.at(-1)).toMatchObject({ processes: 1 });
});

test('days that go back do not make a state that never was', async () => {
  const repository = new Repository();
  repository.write('processes/a.yaml', ELIMINATED);
  repository.commit('a', '2026-03-10');
  repository.write('processes/b.yaml', other);
  repository.commit('b', '2026-01-10');
  repository.remove('processes/a.yaml');
  repository.commit('a goes', '2026-02-10');
  for (const flags of [['--every', 'commit'], ['--since', '2026-02-20'], []]) {
    const { steps } = await told(repository, ...flags);
    expect(steps.at(-1)).toMatchObject({ processes: 1 });
    const days = steps.map(({ day }: { day: string }) => day);
    expect([...days].sort()).toEqual(days);
  }
});

test('a commit from the future is of today', async () => {
  const repository = new Repository();
  repository.write('processes/a.yaml', ELIMINATED);
  repository.commit('a', '2026-01-01');
  repository.write('processes/b.yaml', KEPT);
  repository.commit('b', '2027-01-01');
  expect((await told(repository)).steps.at(-1)).toMatchObject({ day: '2026-07-01', processes: 2 });
});

test.skipIf(!canLink)('a folder that is reached through a link is followed', async () => {
  const repository = new Repository();
  repository.write('real/a.yaml', ELIMINATED);
  repository.write('real/b.yaml', other);
  symlinkSync('real', join(repository.folder, 'processes'));
  repository.commit('both', '2026-01-01');
  repository.remove('real/a.yaml');
  repository.commit('one goes', '2026-02-01');
  expect((await told(repository)).gone).toMatchObject([{ id: 'a' }]);
});

test('evidence that is there only today proves nothing for an old commit', async () => {
  const claim = 'name: A\nanswers: { trust: { answer: yes, by: sales, evidence: [proof.txt] } }\n';
  const repository = new Repository();
  repository.write('processes/a.yaml', claim);
  repository.write('.gitignore', 'processes/ignored.txt\n');
  repository.commit('claimed', '2026-06-01');
  const outcome = async () => {
    const { stdout } = await run(['diff', 'HEAD', '-f', 'json'], { cwd: repository.folder });
    return JSON.parse(stdout).changed.length;
  };
  expect(await outcome()).toBe(0);
  repository.write('processes/proof.txt', 'here it is\n');
  expect(await outcome()).toBe(1);
  // What git leaves out on purpose was there before if it is there now.
  repository.remove('processes/proof.txt');
  repository.write('processes/a.yaml', claim.replace('proof', 'ignored'));
  repository.write('processes/ignored.txt', 'kept out\n');
  repository.commit('ignored', '2026-06-02');
  expect(await outcome()).toBe(0);
});

test('a signature in the log does not hide the day of a commit', async () => {
  const repository = new Repository();
  repository.write('processes/a.yaml', ELIMINATED);
  repository.commit('a', '2026-01-01');
  repository.git('config', 'log.showSignature', 'true');
  expect((await told(repository)).steps[0]).toMatchObject({ day: '2026-01-01' });
});
