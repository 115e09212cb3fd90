import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { byProcess, formatBaseline } from '../../src/baseline/baseline.js';
import { readBaseline } from '../../src/baseline/read-baseline.js';
import { MAX_BASELINE_BYTES, MAX_FILE_BYTES } from '../../src/files/limits.js';
import { checkText } from '../../src/load/check-text.js';
import { loadBaseline } from '../../src/load/load-baseline.js';
import { strategy } from '../../src/questions/strategy.js';
import { FORMAT_NAMES } from '../../src/report/formats/names.js';
import { english } from '../../src/wording/en/index.js';
import { canLink } from '../support/can-link.js';
import { folderWith, run } from '../support/fake-io.js';
import { BROKEN, CONDITIONS, ELIMINATED, KEPT, UNDECIDED, waived } from '../support/processes.js';

/** What looks like nothing at the end of a line; YAML knows the first two only, and one end of a line. */
const BLANKS = [' ', '\t', '\r', '\r\r', '\u00A0', '\uFEFF', '\u2028', '\f'];

/** The exit code and the last line, which must agree always. */
async function check(files: Readonly<Record<string, string>>, argv: readonly string[] = [], cwd = folderWith(files)) {
  const { exit, stdout, stderr } = await run(['check', ...argv], { cwd });
  return { exit, stdout, stderr, last: stdout.trimEnd().split('\n').at(-1)!, cwd };
}

const p = (name: string, text: string) => ({ [`processes/${name}.yaml`]: text });

afterEach(() => vi.restoreAllMocks());

describe('how a check ends', () => {
  test('every process justified: 0', async () => {
    const { exit, last } = await check({ ...p('kept', KEPT), ...p('conditional', CONDITIONS) });
    expect(last).toBe('audit check passed: gate "unjustified": none of 2 processes fails. Exit 0.');
    expect(exit).toBe(0);
  });

  test.each([
    ['an eliminated process', p('useless', ELIMINATED), 'useless'],
    ['an undecided process', p('open', UNDECIDED), 'open'],
  ])('%s: 1', async (_, files, id) => {
    const { exit, last } = await check({ ...p('kept', KEPT), ...files });
    expect(last).toBe(`audit check failed: gate "unjustified": 1 of 2 processes fails (${id}). Exit 1.`);
    expect(exit).toBe(1);
  });

  test.each([
    [['--fail-on', 'eliminate'], p('open', UNDECIDED), 0],
    [['--fail-on', 'eliminate'], p('useless', ELIMINATED), 1],
    [['--fail-on', 'conditions'], p('conditional', CONDITIONS), 1],
    [['--fail-on', 'conditions'], p('kept', KEPT), 0],
    [['--min-score', '95'], p('conditional', CONDITIONS), 1],
    [['--min-score', '50'], p('conditional', CONDITIONS), 0],
    [['--min-score', '100'], p('kept', KEPT), 0],
  ])('%j %j', async (argv, files, expected) => {
    const { exit, last } = await check(files, argv);
    expect(exit).toBe(expected);
    expect(last).toContain(`Exit ${expected}.`);
  });

  test('the gate and the shortfall are named: --min-score', async () => {
    const { last } = await check(p('conditional', CONDITIONS), ['--min-score', '95']);
    expect(last).toBe(
      'audit check failed: gate "unjustified": 1 of 1 process fails (conditional); min-score 95: 1 under it, by up to 3. Exit 1.',
    );
  });

  test('the configuration says what to fail on, and flags go before it', async () => {
    const files = { ...p('conditional', CONDITIONS), 'audit.config.yaml': 'fail_on: conditions\nmin_score: 10\n' };
    expect((await check(files)).exit).toBe(1);
    expect((await check(files, ['--fail-on', 'eliminate'])).exit).toBe(0);
    expect((await check(files, ['--fail-on', 'eliminate', '--min-score', '99'])).exit).toBe(1);
  });

  test('--no-fail turns 1 into 0 and says so, and nothing else', async () => {
    const failing = await check(p('useless', ELIMINATED), ['--no-fail']);
    expect(failing.exit).toBe(0);
    expect(failing.last).toMatch(/^audit check failed: .* Exit 0 because of --no-fail; otherwise 1\.$/);
    const broken = await check({ ...p('useless', ELIMINATED), ...p('broken', BROKEN) }, ['--no-fail']);
    expect(broken.exit).toBe(2);
    expect(broken.last).toMatch(/Exit 2\.$/);
  });

  test('bad input beside a failing process: 2, and the good are judged', async () => {
    const { exit, last, stderr } = await check({ ...p('useless', ELIMINATED), ...p('broken', BROKEN) });
    expect(stderr).toContain('processes/broken.yaml:2:9');
    expect(last).toBe(
      'audit check could not judge everything: 1 problem in the input; gate "unjustified": 1 of 1 process fails (useless). Exit 2.',
    );
    expect(exit).toBe(2);
  });

  test('a bad configuration: 2', async () => {
    const { exit, stderr } = await check({ ...p('kept', KEPT), 'audit.config.yaml': 'fail_on: everything\n' });
    expect(stderr).toContain('audit.config.yaml:1:10  fail_on must be one of unjustified, eliminate, conditions');
    expect(exit).toBe(2);
  });

  test.each([
    [['--fail-on', 'all'], '--fail-on must be one of unjustified, eliminate, conditions'],
    [['--min-score', '101'], 'must be a whole number from 0 to 100'],
    [['--min-score', 'x'], 'must be a whole number from 0 to 100'],
    [['--format', 'xml'], '--format must be one of terminal, json'],
    [['--no-growth'], '--no-growth needs something to compare with'],
    [['--baseline', 'none.yaml'], 'there is no baseline none.yaml'],
    [['-f', 'json', '-f', 'terminal'], 'json must be the only format on standard output'],
    [['-f', 'json', '-f', 'terminal', '-o', 'x'], '--output takes one format'],
    [['nowhere'], 'nowhere  there is no such file or folder'],
    // Node 20 says that the way leads through a file, later ones that there is nothing.
    [['processes/kept.yaml/x'], 'processes/kept.yaml/x'],
    // To Windows it is a file that is not there.
    [
      ['n'.repeat(300)],
      process.platform === 'win32' ? 'there is no such file' : 'cannot be read: its path is too long',
    ],
    [['--output.sarif=x', '--output.junit=./x'], 'two formats cannot be written to the same file'],
    [['--since', 'main'], 'is not in a git repository'],
  ])('what cannot be used: 2, with what to do: %j', async (argv, message) => {
    const { exit, stderr } = await check(p('kept', KEPT), argv);
    expect(stderr).toContain(message);
    expect(exit).toBe(2);
  });

  test('nothing judged: 2, never a silent pass; --allow-empty opts in', async () => {
    const empty = { 'processes/readme.md': '' };
    const { exit, last } = await check(empty);
    expect(last).toContain('no process was judged');
    expect(exit).toBe(2);
    expect(await check(empty, ['--allow-empty'])).toMatchObject({ exit: 0 });
    expect(await check(empty, ['processes/*.yaml', '--allow-empty'])).toMatchObject({ exit: 0 });
    expect(await check(empty, ['nowhere', '--allow-empty'])).toMatchObject({ exit: 2 });
    const retired = p('gone', 'name: Gone\nstatus: retired\nretired: { on: 2026-01-01, why: unused }\n');
    expect(await check(retired)).toMatchObject({ exit: 2 });
    expect(await check(retired, ['--allow-empty'])).toMatchObject({ exit: 0 });
  });

  test('a question that throws: 3, whatever else', async () => {
    vi.spyOn(strategy, 'assess').mockImplementation(() => {
      throw new Error('boom');
    });
    for (const argv of [[], ['--no-fail'], ['--allow-empty']]) {
      const { exit, last } = await check({ ...p('useless', ELIMINATED), ...p('broken', BROKEN) }, argv);
      expect(last).toMatch(/^audit check failed by its own fault: 1 question failed; 1 problem .* Exit 3\.$/);
      expect(exit).toBe(3);
    }
  });

  test('how much was judged is always said', async () => {
    for (const argv of [[], ['--quiet'], ['--no-fail'], ['--fail-on', 'eliminate']]) {
      const { stdout } = await check({ ...p('kept', KEPT), ...p('open', UNDECIDED) }, argv);
      expect(stdout).toContain('Judged: 2 processes, 16 questions.');
    }
  });
});

describe('a waiver', () => {
  const config = (rest: string) => ({ 'audit.config.yaml': rest });
  const inConfig = (changes = '') =>
    config(`waivers:\n  - { process: useless, reason: soon, approved_by: cso, until: 2026-12-31${changes} }\n`);

  test('lets a process pass, and changes neither verdict nor score', async () => {
    const { exit, stdout, last } = await check(p('useless', waived(ELIMINATED)));
    expect(exit).toBe(0);
    expect(stdout).toContain('WAIVED (1)\n  useless (eliminate), until 2026-12-31 by sales-director: being rebuilt');
    expect(last).toBe('audit check passed: gate "unjustified": none of 1 process fails, 1 waived. Exit 0.');
  });

  test('may stand in the configuration', async () => {
    expect((await check({ ...p('useless', ELIMINATED), ...inConfig() })).exit).toBe(0);
  });

  test('counts through its last day in UTC, and from the day it was granted', async () => {
    const cwd = folderWith(p('useless', waived(ELIMINATED, { granted: '2026-06-01' })));
    const on = async (day: string) => (await check({}, ['--as-of', day], cwd)).exit;
    expect([await on('2026-05-31'), await on('2026-06-01'), await on('2026-12-31'), await on('2027-01-01')]).toEqual([
      1, 0, 0, 1,
    ]);
  });

  test.each([
    ['expired', waived(ELIMINATED, { until: '2026-06-30' }), 'waiver-expired', '5:74'],
    ['approved by the owner', waived(ELIMINATED, { approved_by: 'Finance' }), 'waiver-self-approved', '5:9'],
  ])('that is %s does not count and is a finding', async (_, file, rule, place) => {
    const { exit, stdout } = await check(p('useless', file));
    expect(exit).toBe(1);
    expect(stdout).toContain(`processes/useless.yaml:${place}  ${rule}`);
  });

  test.each([
    ['needed by nothing', p('kept', waived(KEPT)), 'kept passes without its waiver'],
    [
      'for a process that does not exist',
      { ...p('kept', KEPT), ...inConfig() },
      'a waiver for useless, and no process of that',
    ],
    [
      'for a retired process',
      {
        ...p('kept', KEPT),
        ...p('useless', 'name: U\nstatus: retired\nretired: { on: 2026-01-01, why: unused }\n'),
        ...inConfig(),
      },
      'useless is retired and needs no waiver',
    ],
    ['given twice', { ...p('useless', waived(ELIMINATED)), ...inConfig() }, 'useless has a second waiver'],
  ])('%s is a finding', async (_, files, says) => {
    const { exit, stdout } = await check(files);
    expect(stdout.replace(/\s+/g, ' ')).toContain(says.slice(1));
    expect(stdout).toContain('waiver-unused');
    expect(exit).toBe(0);
  });

  test.each([
    ['necessity: { waivable: false }', 1],
    ['necessity-no: { waivable: false }', 1],
    ['necessity: { waivable: true }', 0],
    ['strategy: { waivable: false }', 0],
    ['undecided: { waivable: false }', 0],
  ])('does not count where a rule may not be waived: %s', async (rule, expected) => {
    const { exit, stdout } = await check({
      ...p('useless', waived(ELIMINATED)),
      ...config(`rules:\n  ${rule}\n`),
    });
    expect(exit).toBe(expected);
    expect(stdout.includes('waiver-refused')).toBe(expected === 1);
  });

  test('longer than the company allows is wrong input', async () => {
    const max = config('waiver_max: 3 months\n');
    const long = await check({ ...p('useless', waived(ELIMINATED)), ...max });
    expect(long.exit).toBe(2);
    expect(long.stderr).toContain(
      'processes/useless.yaml:5:74  a waiver must end by 2026-10-01 (waiver_max, counted from the day of the audit), got "2026-12-31"',
    );
    expect(long.last).toContain('1 of 1 process fails (useless)');
    const granted = { granted: '2026-05-01', until: '2026-08-01' };
    expect((await check({ ...p('useless', waived(ELIMINATED, granted)), ...max })).exit).toBe(0);
    expect(
      (await check({ ...p('useless', waived(ELIMINATED, { ...granted, until: '2026-08-02' })), ...max })).exit,
    ).toBe(2);
  });

  test.each([['reason'], ['approved_by'], ['until']])('without %s is wrong input', async (key) => {
    const waiver = { reason: 'r', approved_by: 'a', until: '2026-12-31', [key]: undefined };
    const { exit, stderr } = await check(p('useless', `${ELIMINATED}waiver: ${JSON.stringify(waiver)}\n`));
    expect(stderr).toContain(`waiver.${key} is missing`);
    expect(exit).toBe(2);
  });

  test('that ends before it was granted is wrong input', async () => {
    const { exit, stderr } = await check(p('useless', waived(ELIMINATED, { granted: '2027-01-01' })));
    expect(stderr).toContain('waiver.until must not be before the day it was granted');
    expect(exit).toBe(2);
  });

  test('audit waivers lists them by what they are worth', async () => {
    const cwd = folderWith({
      ...p('a-active', waived(ELIMINATED)),
      ...p('b-soon', waived(ELIMINATED, { until: '2026-07-15' })),
      ...p('c-expired', waived(ELIMINATED, { until: '2026-06-30' })),
      ...p('d-unused', waived(KEPT)),
      ...p('e-self', waived(ELIMINATED, { approved_by: 'finance' })),
    });
    const { stdout, exit } = await run(['waivers'], { cwd });
    expect(exit).toBe(0);
    const titles = stdout.split('\n').filter((line) => /^[A-Z]/.test(line));
    expect(titles).toEqual([
      'EXPIRING BY 2026-07-31 (1)',
      'ACTIVE (1)',
      'EXPIRED (1)',
      'UNUSED (1)',
      'NOT COUNTED (1)',
    ]);
    const json = JSON.parse((await run(['waivers', '-f', 'json', '--within', '2 weeks'], { cwd })).stdout);
    expect(json.waivers.map(({ process, list }: { process: string; list: string }) => [process, list])).toEqual([
      ['a-active', 'active'],
      ['b-soon', 'expiring'],
      ['c-expired', 'expired'],
      ['d-unused', 'unused'],
      ['e-self', 'not counted'],
    ]);
    expect((await run(['waivers', '--within', 'soon'], { cwd })).stderr).toContain('write 30d, 4w or "2 months"');
  });

  test('is shown as waived in every format', async () => {
    const cwd = folderWith(p('useless', waived(ELIMINATED)));
    for (const format of FORMAT_NAMES) {
      const { stdout, exit } = await run(['check', '-f', format], { cwd });
      expect([format, exit]).toEqual([format, 0]);
      expect(stdout.toLowerCase()).toContain('waived');
      expect(stdout).toContain('being rebuilt');
    }
  });
});

describe('a baseline', () => {
  const twenty = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `processes/bad-${String(index).padStart(2, '0')}.yaml`,
      index % 2 ? UNDECIDED : ELIMINATED,
    ]),
  );

  test('lets pass what was there, one line a process and reason, without line numbers', async () => {
    const cwd = folderWith(twenty);
    expect((await check({}, [], cwd)).exit).toBe(1);
    const updated = await check({}, ['--update-baseline'], cwd);
    expect(updated.exit).toBe(0);
    expect(updated.stderr).toBe('wrote audit-baseline.yaml: 20 processes\n');
    const text = readFileSync(join(cwd, 'audit-baseline.yaml'), 'utf8');
    const lines = text.split('\n').filter((line) => line.startsWith('  - '));
    expect(lines).toHaveLength(20);
    expect(lines).toEqual([...lines].sort());
    expect(lines[0]).toBe('  - { process: bad-00, reason: necessity-no, score: 0 }');
    expect(lines[1]).toBe('  - { process: bad-01, reason: undecided, score: 0 }');
    const { exit, last } = await check({}, [], cwd);
    expect(exit).toBe(0);
    expect(last).toBe(
      'audit check passed: gate "unjustified": none of 20 processes fails, 20 in the baseline. Exit 0.',
    );
  });

  async function adopted(files: Readonly<Record<string, string>>) {
    const cwd = folderWith(files);
    expect((await check({}, ['--update-baseline'], cwd)).exit).toBe(0);
    return { cwd, rewrite: (name: string, text: string) => writeFileSync(join(cwd, `processes/${name}.yaml`), text) };
  }

  test('does not cover a new process', async () => {
    const { cwd, rewrite } = await adopted(p('open', UNDECIDED));
    rewrite('fresh', UNDECIDED);
    const { exit, stdout } = await check({}, [], cwd);
    expect(exit).toBe(1);
    expect(stdout).toContain('FAILS (1)');
    expect(stdout).toContain('Worse: not in the baseline.');
  });

  test('does not cover a process that got worse: verdict, lower score, another reason', async () => {
    const partly = 'answers: { value: { answer: partly, by: sales }, necessity: { answer: partly } }\n';
    const { cwd, rewrite } = await adopted({ ...p('open', UNDECIDED), ...p('half', `name: Half\n${partly}`) });
    rewrite('open', ELIMINATED);
    expect((await check({}, [], cwd)).stdout).toContain('Worse: undecided → eliminate.');
    rewrite('open', UNDECIDED);
    rewrite('half', `name: Half\n${partly.replace('partly, by', 'unknown, by')}`);
    const lower = await check({}, [], cwd);
    expect(lower.exit).toBe(1);
    expect(lower.stdout).toMatch(/Worse: lowest score \d+(\.\d+)? → \d+(\.\d+)?\./);
    const other = await adopted(p('bad', ELIMINATED));
    other.rewrite('bad', ELIMINATED.replace('answers: {', 'answers: { strategy: { answer: no, by: sales },'));
    const { exit, stdout } = await check({}, [], other.cwd);
    expect(exit).toBe(1);
    expect(stdout).toContain('Worse: strategy-no is not in the baseline.');
  });

  test('says what got better and shrinks only on demand', async () => {
    const files = { ...p('a', ELIMINATED), ...p('b', ELIMINATED), ...p('c', UNDECIDED) };
    const { cwd, rewrite } = await adopted(files);
    const before = readFileSync(join(cwd, 'audit-baseline.yaml'), 'utf8');
    rewrite('a', KEPT);
    rewrite('b', UNDECIDED);
    rewrite('c', 'name: Gone\nstatus: retired\nretired: { on: 2026-06-30, why: unused }\n');
    const { exit, stdout } = await check({}, [], cwd);
    expect(exit).toBe(0);
    expect(stdout).toContain(
      'BETTER THAN THE BASELINE (3)\n  a: passes now\n  b: eliminate → undecided\n  c: is no longer there\n',
    );
    expect(readFileSync(join(cwd, 'audit-baseline.yaml'), 'utf8')).toBe(before);
    await check({}, ['--update-baseline'], cwd);
    const after = readFileSync(join(cwd, 'audit-baseline.yaml'), 'utf8');
    expect(after).toContain('accepted:\n  - { process: "b", reason: undecided, score: 0 }\n');
  });

  test('knows only a score where only a score was accepted', async () => {
    const cwd = folderWith(p('open', UNDECIDED));
    const argv = ['--fail-on', 'eliminate', '--min-score', '50'];
    expect((await check({}, [...argv, '--update-baseline'], cwd)).exit).toBe(0);
    expect((await check({}, argv, cwd)).exit).toBe(0);
    expect((await check({}, ['--min-score', '50'], cwd)).exit).toBe(1);
  });

  test('of some processes leaves the lines of the others as they are', async () => {
    const files = { ...p('a', ELIMINATED), ...p('b', ELIMINATED), ...p('c', waived(ELIMINATED)) };
    const { cwd, rewrite } = await adopted(files);
    rewrite('a', UNDECIDED);
    const some = await check({}, ['processes/a.yaml'], cwd);
    expect(some.stdout).not.toContain('is no longer there');
    await check({}, ['processes/a.yaml', '--update-baseline'], cwd);
    const text = readFileSync(join(cwd, 'audit-baseline.yaml'), 'utf8');
    expect(text).toContain('process: "a", reason: undecided');
    expect(text).toContain('process: "b", reason: necessity-no');
  });

  test('a waiver in the configuration is not called unused because its process was not named', async () => {
    const config = 'waivers: [{ process: b, reason: r, approved_by: cso, until: 2026-12-31 }]\n';
    const files = { ...p('a', KEPT), ...p('b', ELIMINATED), 'audit.config.yaml': config };
    expect((await check(files, ['processes/a.yaml'])).stdout).not.toContain('waiver-unused');
  });

  test('a waived process is not taken into it: its day comes', async () => {
    const { cwd } = await adopted(p('useless', waived(ELIMINATED)));
    expect(readFileSync(join(cwd, 'audit-baseline.yaml'), 'utf8')).toContain('accepted: []');
    expect((await check({}, ['--as-of', '2027-01-01'], cwd)).exit).toBe(1);
  });

  test('is not written when not everything could be judged', async () => {
    const { exit, stderr, cwd } = await check({ ...p('open', UNDECIDED), ...p('broken', BROKEN) }, [
      '--update-baseline',
    ]);
    expect(exit).toBe(2);
    expect(stderr).toContain('audit-baseline.yaml was not written');
    expect(existsSync(join(cwd, 'audit-baseline.yaml'))).toBe(false);
  });

  test.each([
    ['version: 2\naccepted: []\n', 'version must be 1'],
    ['version: 1\naccepted: [{ process: a, reason: bad-luck, score: 1 }]\n', 'accepted[0].reason must be one of'],
    ['<<<<<<< ours\nversion: 1\n', 'keep the lines of both sides'],
    ['', 'a baseline is one document'],
  ])('that cannot be read: 2, never as if there were none: %j', async (text, message) => {
    const { exit, stderr } = await check({ ...p('open', UNDECIDED), 'audit-baseline.yaml': text });
    expect(stderr).toContain(message);
    expect(exit).toBe(2);
  });

  describe('of very many processes', () => {
    const entriesOf = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        process: `${index % 3 === 0 ? '' : 'weekly-report-'}${index}`,
        reason: 'undecided' as const,
        score: (index % 9999) / 100,
      })).sort(byProcess);
    const large = formatBaseline(entriesOf(30_000), english.skeleton.baseline);

    test('can be read again', async () => {
      expect(Buffer.byteLength(large)).toBeGreaterThan(MAX_FILE_BYTES);
      const cwd = folderWith({ ...p('weekly-report-1', UNDECIDED), 'audit-baseline.yaml': large });
      expect(await loadBaseline('audit-baseline.yaml', cwd)).toEqual({
        baseline: { version: 1, accepted: entriesOf(30_000) },
      });
      const update = await check({}, ['processes', '--update-baseline'], cwd);
      expect(update.stderr).toMatch(/^wrote audit-baseline\.yaml: 1 process/);
    });

    test.each([
      [
        'comments, blank lines and other line ends',
        large.replace('accepted:\n', '# ours\naccepted: # why\n\n'),
        30_000,
      ],
      ['the lines of both sides', large + large.split('\n').slice(4).join('\n'), 60_000],
    ])('may have %s in it', async (_, text, count) => {
      for (const written of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
        const loaded = await loadBaseline('b.yaml', folderWith({ 'b.yaml': written }));
        expect(loaded).toMatchObject({ baseline: { accepted: { length: count } } });
      }
    });

    test.each([
      ['<<<<<<< ours', large.replace(/((?:.*\n){4000})/, '$1<<<<<<< ours\n'), 4001],
      ['a bad id', large.replace('"9"', '"9 "'), large.slice(0, large.indexOf('"9"')).split('\n').length],
      ['ten million brackets', `accepted: ${'['.repeat(10_000_000)}`, 1],
      ['ten million aliases', `version: 1\naccepted: [${'*a,'.repeat(5_000_000)}]`, 2],
      ['an id without end', `version: 1\naccepted:\n  - { process: "${'a-'.repeat(10_000_000)}`, 3],
      [
        'a long id',
        `version: 1\naccepted:\n  - { process: "${'a-'.repeat(900_000)}", reason: undecided, score: 1 }`,
        3,
      ],
    ])('with %s in it is refused at its line', async (_, text, line) => {
      const loaded = await loadBaseline('b.yaml', folderWith({ 'b.yaml': text }));
      expect(loaded).toMatchObject({ problems: [{ code: 'yaml', place: { line } }] });
    });

    test('above the limit it is refused, and not written', async () => {
      const text = large.padEnd(MAX_BASELINE_BYTES + 1, '\n');
      const { exit, stderr } = await check({ ...p('a', UNDECIDED), 'audit-baseline.yaml': text });
      expect(stderr).toContain(`at most ${MAX_BASELINE_BYTES} are read`);
      expect(exit).toBe(2);
    });
  });

  test('is read line by line as YAML reads it, or left to YAML', async () => {
    const ids = [
      'weekly-report',
      '2024',
      'null',
      '1e3',
      'true',
      '日本語',
      'a',
      'é-1',
      'x--y',
      '-',
      'A',
      '',
      'a\\n',
      'a"b',
      'a, b',
    ];
    for (const id of ids)
      for (const written of [id, JSON.stringify(id), `'${id}'`])
        for (const score of ['0', '33.33', '100', '100.1', '-1', '1e1', '007', '"1"', '.5'])
          for (const end of [' }', ' } # why', ' }#why', '}', ' } x', ...BLANKS.map((blank) => ` }${blank}`)]) {
            const text = `version: 1\naccepted:\n  - { process: ${written}, reason: value, score: ${score}${end}\n`;
            const read = readBaseline(text);
            if (!('accepted' in read)) continue;
            const { documents } = checkText('baseline', text);
            expect(documents, text).toMatchObject([{ value: { version: 1, accepted: read.accepted } }]);
          }
  });

  test.each(BLANKS)('with the blank %j in it is read as YAML reads it, or left to YAML', (blank) => {
    const entry = '  - { process: a-b, reason: value, score: 1 }\n';
    const texts = [
      `version: 1${blank}\naccepted:\n`,
      `version: 1\naccepted:${blank}\n`,
      `version: 1\naccepted:\n${blank}\n`,
    ];
    for (const text of texts.map((head) => head + entry)) {
      const read = readBaseline(text);
      if ('accepted' in read) expect(checkText('baseline', text).documents, text).toMatchObject([{ value: read }]);
    }
  });

  test('lies beside the configuration, or where --baseline says; --no-baseline does without', async () => {
    const cwd = folderWith({ ...p('open', UNDECIDED), 'audit.config.yaml': '', 'sub/readme.md': '' });
    await run(['check', '--update-baseline', '../processes'], { cwd: join(cwd, 'sub') });
    expect(existsSync(join(cwd, 'audit-baseline.yaml'))).toBe(true);
    expect((await check({}, ['--no-baseline'], cwd)).exit).toBe(1);
    expect((await check({}, ['--baseline', 'audit-baseline.yaml'], cwd)).exit).toBe(0);
  });

  test('a number-like id survives', async () => {
    const { cwd } = await adopted({ ...p('2024', UNDECIDED), ...p('null', UNDECIDED) });
    expect((await check({}, [], cwd)).exit).toBe(0);
  });
});

test('what the configuration changed of the judgement stands beside it', async () => {
  const files = { ...p('useless', ELIMINATED), 'audit.config.yaml': 'keep_at: 1\nweights: { value: 0 }\n' };
  const cwd = folderWith(files);
  for (const format of ['terminal', 'markdown', 'html']) {
    const { stdout } = await run(['check', '-f', format], { cwd });
    expect(stdout).toContain('Weights changed by audit.config.yaml: value 0.');
    expect(stdout).toContain('A score under 1 eliminates (standard: 33).');
  }
});

test.skipIf(!canLink)('a link in a circle costs only itself', async () => {
  const cwd = folderWith(p('useless', ELIMINATED));
  symlinkSync('loop.yaml', join(cwd, 'processes/loop.yaml'));
  const { exit, stdout, stderr } = await check({}, [], cwd);
  expect(stderr).toContain('processes/loop.yaml');
  expect(stdout).toContain('FAILS (1)');
  expect(exit).toBe(2);
});

describe('a limit on hours', () => {
  const files = { ...p('kept', KEPT), ...p('conditional', CONDITIONS.replace('deal-desk\n', 'finance\n')) };

  test.each([
    ['max_burden: 48\n', 0, ''],
    ['max_burden: 47\n', 1, 'max_burden exceeded by 1 h a year'],
    ['max_burden: { owners: { finance: 24 } }\n', 0, ''],
    ['max_burden: { all: 100, owners: { Finance: 20 } }\n', 1, 'max_burden of Finance exceeded by 4 h a year'],
  ])('%s', async (config, expected, says) => {
    const { exit, last } = await check({ ...files, 'audit.config.yaml': config });
    expect(last).toContain(says);
    expect(exit).toBe(expected);
  });

  test('unknown effort is said and never taken as zero; an owner without processes is said', async () => {
    const { stdout } = await check({
      ...files,
      ...p('unstated', KEPT.replace(/effort.*\n/, '')),
      'audit.config.yaml': 'max_burden: { all: 100, owners: { finanse: 1 } }\n',
    });
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'All processes take 48 h a year (1 process does not state its), as far as they are stated within the limit of 100 (max_burden).',
    );
    expect(stdout.replace(/\s+/g, ' ')).toContain('No process is owned by finanse');
    expect(stdout).toContain('max_burden: 1 process does not state its hours. Exit 0.');
  });
});
