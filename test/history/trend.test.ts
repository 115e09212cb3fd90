import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { MOST_STEPS, stepsOf } from '../../src/history/steps.js';
import { isTurnedBetween, turningDays } from '../../src/history/turning-days.js';
import { settingsFor } from '../../src/judging/settings.js';
import { validateProcess } from '../../src/sales-process/validate-process.js';
import { addDays } from '../../src/time/day.js';
import { run } from '../support/fake-io.js';
import { processFile } from '../support/generate.js';
import { Repository } from '../support/git.js';
import { judgeData } from '../support/judge-data.js';
import { ELIMINATED, KEPT, UNDECIDED } from '../support/processes.js';

const HEAVY = ELIMINATED.replace('Useless', 'Heavy').replace('people: 10', 'people: 20');

/** A company takes one process away, retires one, makes one lighter, and lets one in. As of 2026-07-01. */
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

  test('says first what was given back, then what came, then the figures of each month', async () => {
    const { stdout, stderr, exit } = await run(['trend'], { cwd });
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').slice(0, 3).join('\n')).toMatch(
      /^Given back since 2026-01-20: 1,012-1,165 h a year: 1 process taken away\n\(useless\), 1 retired \(sheet\) and 1 made lighter \(heavy\)\.\nIn the same time 1 process came \(kept\): 24 h a year\.$/,
    );
    const rows = stdout.split('\n').filter((line) => /^ {2}20/.test(line));
    expect(rows).toHaveLength(8);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('each step has its figures, as JSON', async () => {
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
      // Retired from 1 June on: on 31 May it is there still.
      ['2026-05-31', 4, 3, [], ['useless'], [], 0],
      // What cannot be read is neither there nor gone.
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
    // Of the 32 that the steps hold: each text once, and again only when time could tell.
    expect(work.seen).toBe(32);
    expect(work.parsed).toBe(8);
    expect(work.judged).toBeLessThanOrEqual(14);
  });

  test('CSV has a line a step, and text that a spreadsheet takes for nothing else', async () => {
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

  test('begins on a day or at a commit, and looks at each commit that touched a process', async () => {
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

  test('touches neither the working tree nor the index', async () => {
    repository.write('processes/useless.yaml', 'name: Changed and not committed\n');
    const before = repository.git('status', '--porcelain');
    await run(['trend'], { cwd });
    expect(repository.git('status', '--porcelain')).toBe(before);
    repository.remove('processes/useless.yaml');
  });

  test.each([
    [['--since', 'nowhere'], 'git knows no "nowhere"'],
    [['--since=-x'], 'cannot be a git ref'],
    [['--since', '2027-01-01'], '--since: 2027-01-01 is later than 2026-07-01'],
    [['--every', 'fortnight'], '--every must be'],
    [['--every', 'per deal'], '--every must be'],
    [['elsewhere'], 'no commit holds elsewhere'],
    [['--as-of', '2020-01-01'], 'is later than 2020-01-01'],
    [['-'], 'standard input'],
  ])('%j ends in 2 and says why', async (flags, why) => {
    const { exit, stdout, stderr } = await run(['trend', ...flags], { cwd });
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(why);
  });

  test('a shallow clone is refused, for it lacks what came before', async () => {
    const clone = new Repository();
    clone.git('clone', '--quiet', '--depth', '1', pathToFileURL(cwd).href, 'shallow');
    const { exit, stderr } = await run(['trend'], { cwd: `${clone.folder}/shallow` });
    expect(exit).toBe(2);
    expect(stderr).toContain('shallow clone');
  });
});

test('what git is told to print and to take for a path elsewhere changes nothing', async () => {
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

test('a path that only the past holds is told, and one that no commit holds is refused', async () => {
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

describe('what a history comes to', () => {
  async function told(...states: readonly (readonly [day: string, files: Readonly<Record<string, string | null>>])[]) {
    const repository = new Repository();
    for (const [day, files] of states) {
      for (const [id, text] of Object.entries(files))
        if (text === null) repository.remove(`processes/${id}.yaml`);
        else repository.write(`processes/${id}.yaml`, text);
      repository.commit(day, day);
    }
    const { stdout } = await run(['trend', '--every', 'commit', '-f', 'json'], { cwd: repository.folder });
    return JSON.parse(stdout);
  }

  test('a renamed file is the same process: nothing was given back, and nothing came', async () => {
    const { gone, came, steps } = await told(
      ['2026-01-01', { a: ELIMINATED }],
      ['2026-02-01', { a: null, b: ELIMINATED }],
    );
    expect([gone, came]).toEqual([[], []]);
    expect(steps[1]).toMatchObject({ came: [], eliminated: [] });
  });

  test('what came and went in between is in neither sum, and the sums add up', async () => {
    const { givenBack, added, between, steps } = await told(
      ['2026-01-01', { a: ELIMINATED, h: HEAVY }],
      ['2026-02-01', { b: ELIMINATED.replace('Useless', 'B') }],
      ['2026-03-01', { b: null, h: HEAVY.replace('minutes: 60', 'minutes: 30') }],
      ['2026-04-01', { c: KEPT }],
    );
    expect(between).toMatchObject([{ id: 'b', day: '2026-03-01' }]);
    expect([givenBack.hours.high, added.hours.high]).toEqual([460, 24]);
    const totals = steps.map((step: { hours: { hours: { high: number } } }) => step.hours.hours.high);
    expect(totals.at(-1)).toBe(totals[0] - 460 + 24);
    // What got lighter is in the step as well.
    expect(steps[2]).toMatchObject({ lighter: ['h'], eliminated: ['b'], givenBack: { hours: { high: 920 } } });
  });

  test('what could not be read and then was deleted went when it was deleted', async () => {
    const { gone, steps } = await told(
      ['2026-01-01', { a: ELIMINATED, b: KEPT }],
      ['2026-02-01', { a: 'name: [A\n' }],
      ['2026-03-01', { a: null }],
    );
    expect(steps.map(({ eliminated }: { eliminated: string[] }) => eliminated)).toEqual([[], [], ['a'], []]);
    expect(gone).toMatchObject([{ id: 'a', day: '2026-03-01', hours: { high: 460 } }]);
  });
});

test('a hundred commits of a hundred files: only what changed is parsed and judged again', async () => {
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

describe('the days on which time alone may change what is made of a process', () => {
  test('between any two others nothing changes', () => {
    fc.assert(
      fc.property(processFile, fc.nat(1500), fc.nat(400), (file, start, length) => {
        const settings = settingsFor('2023-01-01');
        const validated = validateProcess(file, 'generated');
        if ('issues' in validated) return;
        const from = addDays('2023-01-01', start);
        const to = addDays(from, length);
        fc.pre(!isTurnedBetween(turningDays(validated.salesProcess, settings), from, to));
        const [a, b] = [from, to].map((asOf) => judgeData(file, settingsFor(asOf)));
        expect(b!.verdict).toEqual(a!.verdict);
        expect(b!.assessments.map(({ outcome }) => outcome)).toEqual(a!.assessments.map(({ outcome }) => outcome));
      }),
      { numRuns: 500 },
    );
  });

  test('an answer goes stale on one', () => {
    const data = { name: 'A', answers: { value: { answer: 'no', on: '2026-01-01' } } };
    const validated = validateProcess(data, 'a');
    if ('issues' in validated) throw new Error('invalid');
    const turns = turningDays(validated.salesProcess, settingsFor('2026-01-01'));
    expect(isTurnedBetween(turns, '2027-01-01', '2027-01-02')).toBe(true);
    expect(isTurnedBetween(turns, '2026-02-01', '2026-12-01')).toBe(false);
  });
});

describe('the steps of a history', () => {
  const commits = [
    { commit: 'a', day: '2026-01-15' },
    { commit: 'b', day: '2026-01-31' },
    { commit: 'c', day: '2026-03-01' },
    { commit: 'd', day: '2026-03-01' },
  ];
  const steps = (every: Parameters<typeof stepsOf>[1], until: string) =>
    stepsOf(commits, every, until).map(({ day, commit }) => `${day} ${commit}`);

  test('are the first commit, the last day of each time, and the end', () => {
    const month = { kind: 'period', unit: 'month', count: 1 } as const;
    expect(steps(month, '2026-03-02')).toEqual(['2026-01-15 a', '2026-01-31 b', '2026-02-28 b', '2026-03-02 d']);
    expect(steps({ ...month, count: 2 }, '2026-05-31')).toEqual([
      '2026-01-15 a',
      '2026-02-28 b',
      '2026-04-30 d',
      '2026-05-31 d',
    ]);
    expect(steps({ ...month, unit: 'year' }, '2027-01-01')).toEqual(['2026-01-15 a', '2026-12-31 d', '2027-01-01 d']);
    expect(steps({ ...month, unit: 'quarter' }, '2026-07-01')).toEqual([
      '2026-01-15 a',
      '2026-03-31 d',
      '2026-06-30 d',
      '2026-07-01 d',
    ]);
    expect(steps({ ...month, unit: 'week' }, '2026-02-01')).toEqual([
      '2026-01-15 a',
      '2026-01-21 a',
      '2026-01-28 a',
      '2026-02-01 b',
    ]);
  });

  test('end where the calendar does, and are not more than anybody can read', () => {
    const month = { kind: 'period', unit: 'month', count: 1 } as const;
    const late = [{ commit: 'a', day: '9998-11-15' }];
    const days = (every: Parameters<typeof stepsOf>[1], until: string) =>
      stepsOf(late, every, until).map(({ day }) => day);
    expect(days(month, '9999-12-31').slice(-3)).toEqual(['9999-11-30', '9999-12-30', '9999-12-31']);
    expect(days({ ...month, unit: 'quarter' }, '9999-12-31').at(-1)).toBe('9999-12-31');
    expect(days({ ...month, unit: 'week' }, '9999-12-31').at(-1)).toBe('9999-12-31');
    expect(days({ ...month, unit: 'year', count: 999 }, '9999-12-31')).toEqual([
      '9998-11-15',
      '9999-12-30',
      '9999-12-31',
    ]);
    expect(steps({ ...month, unit: 'day' }, '9999-12-31').length).toBeLessThan(MOST_STEPS + 10);
  });

  test('that are too many are refused', async () => {
    const repository = new Repository();
    repository.write('processes/a.yaml', ELIMINATED);
    repository.commit('a', '2026-01-01');
    const argv = ['trend', '--every', 'day', '--as-of', '9999-12-31'];
    const { exit, stdout, stderr } = await run(argv, { cwd: repository.folder });
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--every day makes more than 20,000 steps from 2026-01-01 to 9999-12-31');
  });

  test('or each commit', () => {
    expect(steps('commit', '2026-03-01')).toEqual(['2026-01-15 a', '2026-01-31 b', '2026-03-01 c', '2026-03-01 d']);
    expect(steps('commit', '2026-02-01')).toEqual(['2026-01-15 a', '2026-01-31 b', '2026-02-01 b']);
    expect(steps('commit', '2026-01-01')).toEqual([]);
  });
});
