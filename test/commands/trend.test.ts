import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../src/time/day.js';
import { run } from '../support/fake-io.js';
import { Repository } from '../support/git.js';
import { ELIMINATED, HEAVY, KEPT, UNDECIDED } from '../support/processes.js';

/** A company removes one process, retires one, makes one lighter, and adds one. As of 2026-07-01. */
function withStory(): Repository {
  const repository = new Repository({ 'README.md': 'nothing to judge yet\n' });
  repository.write('processes/useless.yaml', ELIMINATED);
  repository.write('processes/heavy.yaml', HEAVY);
  repository.write('processes/sheet.yaml', 'name: Sheet\neffort: { minutes: 30, every: week, people: 4 }\n');
  repository.write('processes/open.yaml', UNDECIDED);
  repository.commit('what we have', '2026-01-20');
  repository.write('processes/heavy.yaml', HEAVY.replace('minutes: 60', 'minutes: [20, 30]'));
  repository.commit('half of it will do', '2026-03-05');
  repository.write('processes/kept.yaml', KEPT);
  repository.write('README.md', 'not about processes\n');
  repository.commit('a new one, with reasons', '2026-03-10');
  repository.remove('processes/useless.yaml');
  repository.commit('nobody reads it', '2026-05-04');
  repository.write(
    'processes/sheet.yaml',
    'name: Sheet\nstatus: retired\nretired: { on: 2026-06-01, why: unused }\neffort: { minutes: 30, every: week, people: 4 }\n',
  );
  repository.commit('retired', '2026-05-20');
  repository.write('processes/open.yaml', 'name: [Open\n');
  repository.commit('a slip', '2026-06-20');
  return repository;
}

describe('audit trend on a history', () => {
  let cwd: string;
  let repository: Repository;
  beforeAll(() => {
    repository = withStory();
    cwd = repository.folder;
  });

  test('audit trend says first what was given back, then what came, then the figures of each month', async () => {
    const { stdout, stderr, exit } = await run(['trend'], { cwd });
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').slice(0, 3).join('\n')).toMatch(
      /^Given back since 2026-01-20: 1,012-1,165 h a year: 1 process taken away\n\(useless\), 1 retired \(sheet\) and 1 made lighter \(heavy\)\.\nIn the same time 1 process came \(kept\): 24 h a year\.$/,
    );
    const rows = stdout.split('\n').filter((line) => /^ {2}20/.test(line));
    expect(rows).toHaveLength(8);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('audit trend as JSON has the figures of each step', async () => {
    const { stdout } = await run(['trend', '-f', 'json'], { cwd });
    const { steps, gone, lighter, came, work, unreadable } = JSON.parse(stdout);
    const told = steps.map((step: Record<string, unknown>) => [
      step['day'],
      step['processes'],
      step['unjustified'],
      step['came'],
      step['eliminated'],
      step['retired'],
      step['unreadable'],
    ]);
    expect(told).toEqual([
      ['2026-01-20', 4, 4, [], [], [], 0],
      ['2026-01-31', 4, 4, [], [], [], 0],
      ['2026-02-28', 4, 4, [], [], [], 0],
      ['2026-03-31', 5, 4, ['kept'], [], [], 0],
      ['2026-04-30', 5, 4, [], [], [], 0],
      // Retired on 1 June, so it is still there on 31 May.
      ['2026-05-31', 4, 3, [], ['useless'], [], 0],
      // A process in an unreadable file is neither there nor gone.
      ['2026-06-30', 2, 1, [], [], ['sheet'], 1],
      ['2026-07-01', 2, 1, [], [], [], 1],
    ]);
    expect(gone).toEqual([
      { id: 'useless', name: 'Useless', how: 'eliminated', day: '2026-05-31', hours: { low: 460, high: 460 } },
      { id: 'sheet', name: 'Sheet', how: 'retired', day: '2026-06-30', hours: { low: 92, high: 92 } },
    ]);
    expect(lighter).toMatchObject([{ id: 'heavy', from: { high: 920 }, to: { low: 920 / 3, high: 460 } }]);
    expect(came).toMatchObject([{ id: 'kept' }]);
    expect(unreadable).toBe(1);
    // The steps hold 32 texts; each is parsed once, and judged again only if time may have changed the result.
    expect(work.seen).toBe(32);
    expect(work.parsed).toBe(8);
    expect(work.judged).toBeLessThanOrEqual(14);
  });

  test('audit trend as CSV has one line a step, each with all columns', async () => {
    const { stdout } = await run(['trend', '-f', 'csv', '--every', 'quarter'], { cwd });
    const lines = stdout.split('\r\n');
    expect(lines[0]).toContain('day,commit,processes,');
    expect(lines.slice(1, -1).map((line) => line.split(',')[0])).toEqual([
      '2026-01-20',
      '2026-03-31',
      '2026-06-30',
      '2026-07-01',
    ]);
    expect(new Set(lines.slice(0, -1).map((line) => line.split(',').length)).size).toBe(1);
  });

  test('audit trend --since takes a day or a commit, and --every commit looks at each that changed a process', async () => {
    const days = async (...flags: string[]) =>
      JSON.parse((await run(['trend', '-f', 'json', ...flags], { cwd })).stdout).steps.map(
        ({ day }: { day: string }) => day,
      );
    expect(await days('--since', '2026-04-01', '--every', 'commit')).toEqual([
      '2026-04-01',
      '2026-05-04',
      '2026-05-20',
      '2026-06-20',
      '2026-07-01',
    ]);
    expect(await days('--since', 'HEAD~1', '--every', 'commit')).toEqual(['2026-05-20', '2026-06-20', '2026-07-01']);
    expect(await days('--as-of', '2026-03-06')).toEqual(['2026-01-20', '2026-01-31', '2026-02-28', '2026-03-06']);
  });

  test('audit trend changes neither the working tree nor the index', async () => {
    repository.write('processes/useless.yaml', 'name: Changed and not committed\n');
    const before = repository.git('status', '--porcelain');
    await run(['trend'], { cwd });
    expect(repository.git('status', '--porcelain')).toBe(before);
    repository.remove('processes/useless.yaml');
  });

  test.each([
    [['--since', 'nowhere'], 'git knows no "nowhere"'],
    [['--since=-x'], 'cannot be a git ref'],
    [['--since', '2027-01-01'], '--since must not be after 2026-07-01, got 2027-01-01'],
    [['--every', 'fortnight'], '--every must be'],
    [['--every', 'per deal'], '--every must be'],
    [['elsewhere'], 'no commit holds elsewhere'],
    [['--as-of', '2020-01-01'], 'is after 2020-01-01'],
    [['-'], 'standard input'],
  ])('audit trend %j ends with 2 and says why', async (flags, why) => {
    const { exit, stdout, stderr } = await run(['trend', ...flags], { cwd });
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(why);
  });

  test('audit trend refuses a shallow clone, which lacks the history', async () => {
    const clone = new Repository();
    clone.git('clone', '--quiet', '--depth', '1', pathToFileURL(cwd).href, 'shallow');
    const { exit, stderr } = await run(['trend'], { cwd: `${clone.folder}/shallow` });
    expect(exit).toBe(2);
    expect(stderr).toContain('shallow clone');
  });
});

test("a user's git settings for output and paths do not change audit trend and audit diff", async () => {
  const repository = new Repository();
  repository.write('processes/a.yaml', ELIMINATED);
  repository.commit('a', '2026-01-01');
  const told = async () => [
    await run(['trend', '--every', 'commit'], { cwd: repository.folder }),
    await run(['diff', 'HEAD'], { cwd: repository.folder }),
  ];
  const before = await told();
  expect(before.map(({ exit }) => exit)).toEqual([0, 0]);
  repository.git('config', 'i18n.logOutputEncoding', 'UTF-16');
  repository.git('config', 'i18n.commitEncoding', 'UTF-16');
  process.env['GIT_GLOB_PATHSPECS'] = '1';
  try {
    expect(await told()).toEqual(before);
  } finally {
    delete process.env['GIT_GLOB_PATHSPECS'];
  }
});

test('audit trend takes a path that only earlier commits have, and refuses one that no commit has', async () => {
  const repository = new Repository();
  repository.write('old/a.yaml', ELIMINATED);
  repository.write('new/b.yaml', ELIMINATED);
  repository.commit('a', '2026-01-01');
  repository.remove('old/a.yaml');
  repository.commit('b', '2026-02-01');
  const { exit, stdout } = await run(['trend', 'old', 'new/b.yaml', '-f', 'json'], { cwd: repository.folder });
  expect([exit, JSON.parse(stdout).gone]).toMatchObject([0, [{ id: 'a' }]]);
  expect(await run(['trend', 'new', 'nowhere'], { cwd: repository.folder })).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('no commit holds nowhere'),
  });
});

test('audit trend over a hundred commits of a hundred files parses and judges only what changed', async () => {
  const repository = new Repository();
  for (let index = 0; index < 100; index++)
    repository.write(`processes/p-${index}.yaml`, ELIMINATED.replace('Useless', `Number ${index}`));
  repository.commit('all', '2026-01-01');
  for (let index = 1; index < 100; index++) {
    repository.write(`processes/p-${index}.yaml`, ELIMINATED.replace('Useless', `Renamed ${index}`));
    repository.commit(`one ${index}`, addDays('2026-01-01', index));
  }
  const { stdout } = await run(['trend', '--every', 'commit', '-f', 'json'], { cwd: repository.folder });
  const { steps, work } = JSON.parse(stdout);
  expect(steps).toHaveLength(101);
  expect(work).toEqual({ seen: 10_100, parsed: 199, judged: 199 });
}, 60_000);

test('audit trend refuses more steps than anybody could read', async () => {
  const repository = new Repository();
  repository.write('processes/a.yaml', ELIMINATED);
  repository.commit('a', '2026-01-01');
  const argv = ['trend', '--every', 'day', '--as-of', '9999-12-31'];
  const { exit, stdout, stderr } = await run(argv, { cwd: repository.folder });
  expect([exit, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--every day makes more than 20,000 steps from 2026-01-01 to 9999-12-31');
});
