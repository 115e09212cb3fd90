import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith, run } from '../support/fake-io.js';
import { Repository } from '../support/git.js';
import { ELIMINATED, KEPT, UNDECIDED } from '../support/processes.js';

describe('audit diff between two commits', () => {
  let cwd: string;
  beforeAll(() => {
    const repository = new Repository();
    cwd = repository.folder;
    repository.write('processes/kept.yaml', KEPT);
    repository.write('processes/useless.yaml', ELIMINATED);
    repository.write(
      'processes/open.yaml',
      `${UNDECIDED}owner: cfo\neffort: { minutes: 60, every: week, people: 2 }\n`,
    );
    repository.commit('before', '2026-06-25');
    repository.git('tag', 'before');
    repository.remove('processes/useless.yaml');
    repository.write(
      'processes/kept.yaml',
      KEPT.replace('answer: yes, why: monthly', 'answer: no, why: it stopped').replace(
        'last: 2026-06-20',
        'last: 2026-06-21',
      ),
    );
    repository.write(
      'processes/open.yaml',
      `${UNDECIDED}owner: cfo\neffort: { minutes: 30, every: week, people: 2 }\nanswers: { necessity: { answer: no, why: the bank has it, by: cfo } }\n`,
    );
    repository.write('processes/new.yaml', 'name: New form\neffort: { minutes: 15, every: day, people: 4 }\n');
    repository.commit('after', '2026-06-30');
  });

  test('says first what was given back, then what went, came and changed, and because of which answer', async () => {
    const { stdout, stderr, exit } = await run(['diff', 'before', 'HEAD'], { cwd });
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`Given back since 2026-06-25: 506 h a year: 1 process taken away (useless) and 1
made lighter (open).
In the same time 1 process came (new): 230 h a year.
before (2026-06-25): 2 of 3 unjustified, 576 h a year.
HEAD (2026-06-30): 2 of 3 unjustified, 300 h a year.
From before (2026-06-25) to HEAD (2026-06-30)

Went (1)
  Useless (useless): taken away, gave back 460 h a year
  processes/useless.yaml:1:1

Came (1)
  New form (new): new, Undecided, 230 h a year
  processes/new.yaml:1:1

Changed (2)
  Kept (kept)
    verdict: Keep, now Keep, with conditions
    score: 100, now 85
    feedback: yes, now no
      because sales says no: "it stopped"
      processes/kept.yaml:13:13
      because sales no longer says yes
  Open (open)
    verdict: Undecided, now Eliminate
    score: 0-100, now 0-76
    necessity: unknown, now no
      because cfo says no: "the bank has it"
      processes/open.yaml:4:23
    hours a year: 92, now 46
      because 30 min × 46 times a year × 2 people = 46 h a year
      processes/open.yaml:1:1
`);
  });

  test('without a second state the files as they are now are compared, in JSON as well', async () => {
    const { stdout, exit } = await run(['diff', 'HEAD', '-f', 'json'], { cwd });
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      from: { label: 'HEAD', asOf: '2026-06-30' },
      to: { label: 'now', asOf: '2026-07-01' },
      came: [],
      went: [],
      changed: [],
    });
    expect((await run(['diff', 'HEAD'], { cwd })).stdout).toContain('No process came or went');
  });

  test('a saved report is a state as well, also one without keys that came later', async () => {
    const saved = join(folderWith({}), 'report.json');
    await run(['-f', 'json', '-o', saved], { cwd });
    const report = JSON.parse(readFileSync(saved, 'utf8'));
    for (const key of ['plan', 'hours', 'gate', 'findings']) delete report[key];
    writeFileSync(saved, JSON.stringify(report));
    const { stdout, exit } = await run(['diff', 'before', saved], { cwd });
    expect(exit).toBe(0);
    expect(stdout).toContain('Useless (useless): taken away, gave back 460 h a year');
    expect((await run(['diff', saved, saved], { cwd })).stdout).toContain('No process came or went');
  });

  test('a saved report may begin with a byte order mark, as shells of Windows write it', async () => {
    const { stdout } = await run(['-f', 'json'], { cwd });
    const saved = join(folderWith({ 'marked.json': `\uFEFF${stdout}`, 'plain.json': stdout }), 'marked.json');
    const { exit, stderr } = await run(['diff', saved, saved.replace('marked', 'plain')], { cwd });
    expect([exit, stderr]).toEqual([0, '']);
  });

  test('in Markdown the words of few people are not passed on', async () => {
    const { stdout } = await run(['diff', 'before', 'HEAD', '-f', 'markdown'], { cwd });
    expect(stdout).toContain('# From before');
    expect(stdout).toContain('necessity: unknown, now no');
    expect(stdout).not.toContain('the bank has it');
    expect(stdout).toContain('because 1 answer is new or counts now (too few of a role to be shown)');
  });

  test('a voice that does not count moves nothing, and is no cause', async () => {
    const heard = '{ answer: no, why: a waste, by: sdr }, { answer: yes, why: useful to us, by: marketing }';
    const answered = `name: X\nbeneficiaries: [sales]\nanswers: { value: [${heard}] }\n`;
    const cwd = folderWith({ 'before/x.yaml': 'name: X\nbeneficiaries: [sales]\n', 'after/x.yaml': answered });
    for (const state of ['before', 'after']) await run([state, '-f', 'json', '-o', `${state}.json`], { cwd });
    const causes = async (from: string, to: string) => {
      const { stdout } = await run(['diff', `${from}.json`, `${to}.json`], { cwd });
      return stdout.split('\n').flatMap((line) => /because (.*say.*)/.exec(line)?.[1] ?? []);
    };
    expect(await causes('before', 'after')).toEqual(['sdr says no: "a waste"']);
    expect(await causes('after', 'before')).toEqual(['sdr no longer says no']);
  });

  test('that time passed is a cause: an answer that got too old', async () => {
    const { stdout } = await run(['diff', 'before', '--as-of', '2028-01-01', '-f', 'json'], {
      cwd: cwdWithOldAnswer(),
    });
    const { changed } = JSON.parse(stdout);
    expect(changed[0].changes).toContainEqual(
      expect.objectContaining({
        text: 'trust: partly, now unknown',
        because: [
          { text: 'the yes of sales, of 2026-06-01, no longer counts', place: expect.anything() },
          expect.anything(),
        ],
      }),
    );
  });

  test('a file that one side cannot read neither came nor went', async () => {
    const repository = new Repository({ 'processes/a.yaml': KEPT, 'processes/b.yaml': 'name: [B\n' });
    repository.write('processes/a.yaml', 'name: [A\n');
    repository.write('processes/b.yaml', ELIMINATED);
    const { stdout, exit } = await run(['diff', 'HEAD', '-f', 'json'], { cwd: repository.folder });
    expect(exit).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ came: [], went: [], from: { unreadable: 1 }, to: { unreadable: 1 } });
  });

  test('in Markdown only what is new is new, also when enough have spoken now', async () => {
    const voices = (count: number) =>
      Array.from({ length: count }, (_, index) => `{ answer: no, why: w${index}, by: rep, who: p${index} }`).join(', ');
    const file = (count: number) =>
      `name: A\nanswers: { necessity: yes, value: [${voices(count)}${count > 2 ? ', { answer: yes, why: ok, by: sdr }' : ''}] }\n`;
    const repository = new Repository({ 'processes/a.yaml': 'name: A\nanswers: { necessity: yes }\n' });
    repository.write('processes/a.yaml', file(2));
    repository.commit('two');
    const few = await run(['diff', 'HEAD~1', 'HEAD', '-f', 'markdown'], { cwd: repository.folder });
    expect(few.stdout).toContain('2 answers are new or count now (too few of a role to be shown)');
    expect(few.stdout).not.toMatch(/w0|rep says/);
    repository.write('processes/a.yaml', file(4));
    repository.commit('four');
    const many = await run(['diff', 'HEAD~2', 'HEAD', '-f', 'markdown'], { cwd: repository.folder });
    expect(many.stdout.match(/rep says no/g)).toHaveLength(4);
    expect(many.stdout).not.toContain('sdr says');
  });

  test('a path that matches on neither side, and files that cannot be found now, are no state', async () => {
    for (const args of [
      ['before', 'HEAD', '-p', 'typo'],
      ['before', '-p', 'typo'],
    ]) {
      const { exit, stdout } = await run(['diff', ...args], { cwd });
      expect([exit, stdout]).toEqual([2, '']);
    }
    expect((await run(['diff', 'before', 'HEAD', '--as-of', '2026-01-01'], { cwd })).stderr).toContain(
      '--as-of only applies to the files as they are now',
    );
  });

  test('a name is no command in the log of GitHub Actions', async () => {
    const repository = new Repository({ 'processes/a.yaml': ELIMINATED });
    repository.write('processes/b.yaml', 'name: "::error::pwned"\n');
    const env = { GITHUB_ACTIONS: 'true' };
    for (const argv of [['diff', 'HEAD'], ['plan'], ['plan', '--without', 'b'], ['report']])
      expect((await run(argv, { cwd: repository.folder, env })).stdout).not.toMatch(/^\s*::/m);
  });

  test('a renamed file is the same process', async () => {
    const repository = new Repository({ 'processes/a.yaml': ELIMINATED });
    repository.remove('processes/a.yaml');
    repository.write('processes/b.yaml', ELIMINATED);
    const { stdout } = await run(['diff', 'HEAD', '-f', 'json'], { cwd: repository.folder, today: '2030-01-01' });
    expect(JSON.parse(stdout)).toMatchObject({ came: [], went: [], givenBack: { hours: { high: 0 } } });
  });

  test('what was retired is said to be', async () => {
    const repository = new Repository({ 'processes/a.yaml': ELIMINATED });
    repository.write('processes/a.yaml', `${ELIMINATED}status: retired\nretired: { on: 2026-06-30, why: unread }\n`);
    const { stdout } = await run(['diff', 'HEAD'], { cwd: repository.folder, today: '2030-01-01' });
    expect(stdout).toContain('Useless (a): retired, gave back 460 h a year');
  });

  test.each([
    [['nowhere'], 'git knows no "nowhere"'],
    [['--', '-x'], 'is not a valid git ref'],
    [['none.json'], 'cannot read none.json'],
    [['processes/kept.yaml'], 'is not a report of this tool'],
  ])('%j ends in 2 and says why', async (args, why) => {
    const { exit, stdout, stderr } = await run(['diff', ...args], { cwd });
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(why);
  });
});

function cwdWithOldAnswer(): string {
  const file = 'name: A\nanswers: { trust: { answer: yes, by: sales, on: 2026-06-01 } }\n';
  const repository = new Repository();
  repository.write('processes/a.yaml', file);
  repository.commit('first', '2026-06-02');
  repository.git('tag', 'before');
  return repository.folder;
}
