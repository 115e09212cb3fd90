import { spawn as spawnChild, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../package.json' with { type: 'json' };
import { questionIds } from '../src/questions/index.js';
import { folderWith, run } from './support/fake-io.js';

const KEPT = `name: Kept
owner: deal-desk
purpose: quotes go out the same day
beneficiaries: [sales]
demands: [{ what: customer, used_by: [deal-desk], used_for: the quote }]
explained: { on: 2026-05-01, to: [sales] }
feedback: { every: month, last: 2026-06-20 }
answers:
  value: { answer: yes, why: quotes are quicker, by: sales }
  explanation: { answer: yes, why: we were shown, by: sales }
  necessity: { answer: yes, why: nobody else knows the price }
  feedback: { answer: yes, why: monthly, by: sales }
  trust: { answer: yes, why: open to all, by: sales }
  strategy: { answer: yes, why: speed wins, by: sales }
`;
const ELIMINATED = `name: Useless
effort: { minutes: 60, every: week, people: 10 }
answers: { necessity: { answer: no, why: nobody reads it, by: sales } }
`;
const UNDECIDED = 'name: Open\n';
const BROKEN = 'name: Broken\nstatus: trail\n';

const ALL = { 'processes/kept.yaml': KEPT, 'processes/useless.yaml': ELIMINATED, 'processes/open.yaml': UNDECIDED };

describe('audit', () => {
  test('without a path judges ./processes and says what it found, costliest first', async () => {
    const { exit, stdout, stderr } = await run([], { cwd: folderWith(ALL) });
    expect(exit).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('3 processes in processes, as of 2026-07-01');
    expect(stdout).toMatch(
      /ELIMINATE \(1\).*\nUseless .* 460 {2}nobody\n {2}Question 4, necessity, is no: eliminate it now\./s,
    );
    expect(stdout).toContain('"nobody reads it" (sales)\n    processes/useless.yaml:3:42');
    expect(stdout).toContain('2 of 3 processes unjustified: 1 to eliminate, 1 undecided.');
    expect(stdout).toContain('Eliminating it gives back 460 h a year.');
    expect(stdout.indexOf('ELIMINATE')).toBeLessThan(stdout.indexOf('UNDECIDED'));
    expect(stdout.indexOf('UNDECIDED')).toBeLessThan(stdout.indexOf('KEEP (1)'));
  });

  test('help of a command is what the command itself says with --help', async () => {
    const cwd = folderWith({});
    const [asked, own] = [await run(['help', 'show'], { cwd }), await run(['show', '--help'], { cwd })];
    expect(asked).toEqual(own);
    expect(asked).toMatchObject({ exit: 0, stderr: '', stdout: expect.stringContaining('Usage: audit show') });
    expect(await run(['help'], { cwd })).toEqual(await run(['--help'], { cwd }));
  });

  test('every line fits 80 columns without a terminal', async () => {
    const { stdout } = await run(['--verbose'], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      today: '2026-11-23',
    });
    const long = stdout.split('\n').filter((line) => [...line].length > 80 && !/^\s*\S+$/.test(line));
    expect(long).toEqual([]);
  });

  test('judges the good and reports the bad: exit 2', async () => {
    const cwd = folderWith({ ...ALL, 'processes/broken.yaml': BROKEN });
    const { exit, stdout, stderr } = await run([], { cwd });
    expect(exit).toBe(2);
    expect(stderr).toBe(
      'processes/broken.yaml:2:9  status must be one of active, trial, optional, deprecated, retired, got "trail"; did you mean "trial"?\n',
    );
    expect(stdout).toContain('2 of 3 processes unjustified');
    expect(stdout).toContain('Not everything was judged: 1 problem in processes/broken.yaml.');
  });

  test.each([
    [['nowhere'], 'nowhere  there is no such file or folder'],
    [['shwo'], 'did you mean "audit show"?'],
    [['--as-of', '2026-13-01'], '--as-of must be a real day, written YYYY-MM-DD, got "2026-13-01"'],
    [['--as-of', 'today'], '--as-of must be a real day'],
    [
      ['--format', 'xml'],
      '--format must be one of terminal, json, html, markdown, talk-sheet, github, sarif, junit, gitlab, azure, got "xml"',
    ],
    [
      ['--frmat', 'json'],
      'unknown option --frmat\n  did you mean --format?\n  "audit report --help" lists its arguments and options',
    ],
    [['--config', 'none.yaml'], 'none.yaml  there is no such configuration'],
    [['show', 'opne'], 'there is no process "opne"\n  did you mean "open"?'],
    [['show'], 'missing argument: id'],
    [['check', '--fail-on', 'x'], '"audit check --help" lists its arguments and options'],
    [['help', 'chek'], 'there is no command "chek"\n  did you mean "check"?'],
    [['explain', 'feedbak'], 'there is no question or rule "feedbak"\n  did you mean "feedback"?'],
    [['schema', 'nothing'], 'name must be one of process, configuration, baseline, report, got "nothing"'],
    [['new', 'Not An Id'], '"Not An Id" cannot be an id'],
    [['new', 'open'], 'open.yaml already exists'],
    [['-o', 'processes'], 'cannot write'],
  ])('what cannot be used is exit 2 with what to do: %j', async (argv, message) => {
    const { exit, stderr } = await run(argv, { cwd: folderWith(ALL) });
    expect(stderr).toContain(message);
    expect(exit).toBe(2);
  });

  test('an empty folder is exit 2, never a silent pass', async () => {
    const cwd = folderWith({ 'processes/readme.md': '' });
    const { exit, stderr } = await run([], { cwd });
    expect(exit).toBe(2);
    expect(stderr).toContain('processes  the folder holds no .yaml or .yml file');
  });

  test('reads standard input', async () => {
    const { exit, stdout } = await run(['-'], { cwd: folderWith({}), stdin: ELIMINATED });
    expect(exit).toBe(0);
    expect(stdout).toContain('<stdin>:3:42');
  });

  test('--quiet shows only the bottom line, --only one verdict with the bottom line about all', async () => {
    const cwd = folderWith(ALL);
    const quiet = await run(['--quiet'], { cwd });
    expect(quiet.stdout).toMatch(/^2 of 3 processes unjustified/);
    const only = await run(['--only', 'keep'], { cwd });
    expect(only.stdout).not.toContain('Useless');
    expect(only.stdout).toContain('Shown: only keep. The bottom line is about all.');
    expect(only.stdout).toContain('2 of 3 processes unjustified');
  });

  test('--output writes the file whole, makes its folder, and prints nothing', async () => {
    const cwd = folderWith(ALL);
    const { exit, stdout } = await run(['-f', 'json', '-o', 'out/report.json'], { cwd });
    expect([exit, stdout]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(join(cwd, 'out/report.json'), 'utf8'))).toMatchObject({
      schemaVersion: 1,
      asOf: '2026-07-01',
    });
    expect(readdirSync(join(cwd, 'out'))).toEqual(['report.json']);
  });

  test('colour follows the terminal, NO_COLOR and FORCE_COLOR, and never carries meaning alone', async () => {
    const cwd = folderWith(ALL);
    const plain = (await run([], { cwd })).stdout;
    const isColoured = async (env: Record<string, string>, columns?: number) =>
      (await run([], { cwd, env, ...(columns && { columns }) })).stdout.includes('\u001b[');
    expect(await isColoured({})).toBe(false);
    expect(await isColoured({}, 80)).toBe(true);
    expect(await isColoured({ NO_COLOR: '1' }, 80)).toBe(false);
    expect(await isColoured({ FORCE_COLOR: '1' })).toBe(true);
    expect(await isColoured({ FORCE_COLOR: '0' }, 80)).toBe(false);
    expect(await isColoured({ TERM: 'dumb' }, 80)).toBe(false);
    const coloured = (await run([], { cwd, env: { FORCE_COLOR: '1' } })).stdout;
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  test('no display flag changes the exit code or the JSON', async () => {
    const cwd = folderWith({ ...ALL, 'processes/broken.yaml': BROKEN });
    const json = (await run(['-f', 'json'], { cwd })).stdout;
    const flags = fc.subarray([
      '--verbose',
      '--quiet',
      '--sort=name',
      '--sort=score',
      '--only=keep',
      '--only=eliminate',
    ]);
    await fc.assert(
      fc.asyncProperty(flags, fc.option(fc.constant(120), { nil: undefined }), async (argv, columns) => {
        const options = columns === undefined ? { cwd } : { cwd, columns };
        expect((await run(argv, options)).exit).toBe(2);
        expect((await run([...argv, '-f', 'json'], options)).stdout).toBe(json);
      }),
      { numRuns: 30 },
    );
  });
});

describe('configuration', () => {
  test('is found from the working directory upward to the git root', async () => {
    const cwd = folderWith({
      ...ALL,
      'audit.config.yaml': 'keep_at: 40\nprocesses: processes/useless.yaml\n',
      'deep/er/x.md': '',
    });
    mkdirSync(join(cwd, '.git'));
    const { stdout } = await run(['-f', 'json'], { cwd: join(cwd, 'deep/er') });
    expect(JSON.parse(stdout)).toMatchObject({ settings: { keepAt: 40 }, totals: { processes: 1 } });
  });

  test('above the git root is not ours', async () => {
    const cwd = folderWith({ 'audit.config.yaml': 'keep_at: 40', 'repo/processes/open.yaml': UNDECIDED });
    mkdirSync(join(cwd, 'repo/.git'));
    const { stdout } = await run(['-f', 'json'], { cwd: join(cwd, 'repo') });
    expect(JSON.parse(stdout).settings.keepAt).toBe(33);
  });

  test('moves weights, limit, sales team, validity and money, and says so', async () => {
    const configuration = `sales_team: [hunter]
answers_valid_for: 6 months
keep_at: 90
weights: { value: 0, trust: 30 }
hourly_cost: { amount: 50, currency: EUR }
`;
    const cwd = folderWith({ ...ALL, 'audit.config.yaml': configuration });
    const { stdout } = await run([], { cwd });
    expect(stdout).toContain('Weights changed by audit.config.yaml: value 0, trust 30.');
    expect(stdout).toContain('A score under 90 eliminates (standard: 33).');
    expect(stdout).toContain('gives back 460 h a year (23,000 EUR;');
    expect(stdout).not.toContain('KEEP (1)');
  });

  test.each([
    ['keep_at: 101', '1:10  keep_at must be from 0 to 100, got 101'],
    ['weights: {valeu: 3}', '1:11  in weights: unknown key "valeu"; did you mean "value"?'],
    [
      'answers_valid_for: per deal',
      '1:20  answers_valid_for must be a length of time, such as year or 6 months, got "per deal"',
    ],
    [
      'weights: {value: 0, creativity: 0, explanation: 0, necessity: 0, feedback: 0, trust: 0, forecast: 0, strategy: 0}',
      '1:10  weights must not all be zero',
    ],
    ['proceses: x', '1:1  unknown key "proceses"; did you mean "processes"?'],
  ])('that is wrong stops the run with exit 2: %s', async (text, message) => {
    const cwd = folderWith({ ...ALL, 'audit.config.yaml': text });
    const { exit, stderr } = await run([], { cwd });
    expect(stderr).toContain(`audit.config.yaml:${message}`);
    expect(exit).toBe(2);
  });
});

describe('audit show', () => {
  test('says what was claimed, by whom, what it came to, the points and the arithmetic', async () => {
    const { exit, stdout } = await run(['show', 'useless'], { cwd: folderWith(ALL) });
    expect(exit).toBe(0);
    expect(stdout).toContain('60 min × 46 times a year × 10 people = 460 h a year');
    expect(stdout).toContain('said     sales: no, "nobody reads it"');
    expect(stdout).toContain('points   0.0 of 23.8 (weight 20, no)');
  });

  test('in JSON is the same process as in the report', async () => {
    const cwd = folderWith(ALL);
    const one = JSON.parse((await run(['show', 'useless', '-f', 'json'], { cwd })).stdout);
    const report = JSON.parse((await run(['-f', 'json'], { cwd })).stdout);
    expect(one).toEqual(report.processes.find(({ id }: { id: string }) => id === 'useless'));
  });
});

describe('audit explain', () => {
  test('explains all eight, and each by name or number', async () => {
    const cwd = folderWith({});
    const all = await run(['explain'], { cwd });
    expect(all.exit).toBe(0);
    for (const id of questionIds) {
      expect(all.stdout).toContain(id);
      expect((await run(['explain', id], { cwd })).stdout).toContain('How it is judged');
    }
    expect((await run(['explain', '5'], { cwd })).stdout).toContain('5 Feedback');
  });
});

test.each([
  [['explain', 'not-explained'], '"not-explained" is a reason for an answer, not a rule'],
  [['-c', 'x.yaml'], 'unknown key "frobnicate"; "audit schema configuration" lists the known keys'],
  [['ask', '--from', 'x.yaml', '--role', 'rep'], '--from cannot be used with --role'],
])('audit %j says what to do instead', async (argv, expected) => {
  const { exit, stderr } = await run(argv, { cwd: folderWith({ 'x.yaml': 'frobnicate: 1\n' }) });
  expect(stderr).toContain(expected);
  expect(exit).toBe(2);
});

test('flags that shape the report in the terminal are not ignored without a word in other formats', async () => {
  const { exit, stderr } = await run(['-f', 'json', '--only', 'keep'], {
    cwd: folderWith({ 'processes/a.yaml': 'name: A\n' }),
  });
  expect(stderr).toContain('change nothing in json');
  expect(exit).toBe(0);
});

describe('waivers in the report', () => {
  test.each([
    ['2026-07-01', 'waived until 2026-07-01 (CFO): later'],
    ['2026-06-30', 'waiver expired on 2026-06-30 (CFO): later'],
  ])('count through their last day: %s', async (until, text) => {
    const cwd = folderWith({
      'processes/a.yaml': `${ELIMINATED}waiver: { reason: later, approved_by: CFO, until: ${until} }\n`,
    });
    const { stdout } = await run([], { cwd });
    expect(stdout).toContain(text);
    expect(stdout).toContain('1 of 1 process unjustified');
  });
});

describe('audit init and new', () => {
  test('init takes a folder from the root of the disk', async () => {
    const cwd = folderWith({});
    const target = folderWith({});
    await run(['init', target], { cwd });
    expect(readdirSync(target).sort()).toEqual(['audit.config.yaml', 'processes']);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('init writes an example that the tool judges, and never overwrites', async () => {
    const cwd = folderWith({});
    expect((await run(['init'], { cwd })).exit).toBe(0);
    expect((await run([], { cwd })).exit).toBe(0);
    writeFileSync(join(cwd, 'audit.config.yaml'), '# mine\n');
    const again = await run(['init'], { cwd });
    expect(again.stdout).toContain('kept   audit.config.yaml (already there)');
    expect(readFileSync(join(cwd, 'audit.config.yaml'), 'utf8')).toBe('# mine\n');
  });

  test('init --ci prints what belongs into a file that is there already so that it can be copied', async () => {
    const cwd = folderWith({ '.gitlab-ci.yml': 'stages: [test]\n' });
    const { exit, stderr } = await run(['init', '--ci', 'gitlab'], { cwd });
    expect(exit).toBe(2);
    const [, snippet] = stderr.split('add this to it yourself:\n\n');
    expect(parse(snippet!)).toHaveProperty('sales-process-audit.script');
  });

  test('new writes a skeleton that the tool judges, with hostile text in it too', async () => {
    const cwd = folderWith({});
    const flags = [
      '--name',
      'A: "b" # c',
      '--owner',
      'no',
      '--purpose',
      "it's *this*",
      '--benefits',
      'sales',
      'R&D',
      '--demand',
      '- x: y',
      '--kind',
      'form',
    ];
    expect((await run(['new', 'odd-one', ...flags], { cwd })).exit).toBe(0);
    const { processes } = JSON.parse((await run(['-f', 'json'], { cwd })).stdout);
    expect(processes[0]).toMatchObject({ id: 'odd-one', name: 'A: "b" # c', owner: 'no', kind: 'form' });
  });

  test('the commented lines of a skeleton are right when the comment signs go', async () => {
    const cwd = folderWith({});
    await run(['new', 'full', '--kind', 'form'], { cwd });
    const path = join(cwd, 'processes/full.yaml');
    const text = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => !/^# (?:The|What it|When|"audit)/.test(line))
      .map((line) => line.replace(/^# ?/, ''))
      .map((line) => line.replace(/^enforcement: .*/, 'enforcement: reminder').replaceAll('"…"', 'so it is'))
      .join('\n');
    writeFileSync(path, text);
    const { exit, stderr } = await run([], { cwd });
    expect(stderr).toBe('');
    expect(exit).toBe(0);
  });
});

describe('the binary', () => {
  const bin = fileURLToPath(new URL('../bin/audit.js', import.meta.url));
  const spawn = (argv: string[], cwd: string, env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [bin, ...argv], { cwd, encoding: 'utf8', env: { ...process.env, CI: 'true', ...env } });

  test('runs, with and without the code that V8 kept', () => {
    const cwd = folderWith(ALL);
    expect(spawn(['--version'], cwd).stdout).toBe(`${packageJson.version}\n`);
    const { status, stdout } = spawn(['--as-of', '2026-07-01'], cwd);
    expect(status).toBe(0);
    expect(stdout).toContain('2 of 3 processes unjustified');
    const kept = readdirSync(join(bin, '../../dist')).filter((name) => name.endsWith('.cache'));
    // Another patch release or build of Node crashes on it, so only the very program that wrote it may read it.
    const program = `${process.version}-${process.platform}-${process.arch}-${statSync(process.execPath).size}`;
    expect(kept).toContain(`cli.cjs.${program}.cache`);
  });

  test('ends with the documented code', () => {
    const cwd = folderWith({ ...ALL, 'processes/broken.yaml': BROKEN });
    expect(spawn([], cwd).status).toBe(2);
    expect(spawn(['--nonsense'], cwd).status).toBe(2);
    expect(spawn(['--help'], cwd).status).toBe(0);
  });

  // On Windows nobody can take away a folder that somebody works in.
  test.skipIf(process.platform === 'win32')('that is started in a folder that is gone says so', () => {
    const gone = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1" check';
    const { status, stderr } = spawnSync('bash', ['-c', gone, process.execPath, bin], {
      cwd: folderWith({}),
      encoding: 'utf8',
    });
    expect(stderr).toBe('audit: the working directory is gone; go to a folder that exists\n');
    expect(status).toBe(2);
  });

  test('that cannot even start does not end like a verdict', () => {
    const alone = folderWith({
      'bin/audit.js': readFileSync(bin),
      'dist/cli.cjs': 'throw new Error("broken")',
      'package.json': '{}',
    });
    const broken = spawnSync(process.execPath, [join(alone, 'bin/audit.js'), 'check'], { encoding: 'utf8' });
    expect(broken.stderr).toContain('audit: it cannot start');
    expect(broken.status).toBe(3);
  });

  test('remembers what it parsed, and says the very same the second time and after a change', () => {
    const cwd = folderWith(ALL);
    const location = join(cwd, 'memory');
    const argv = ['-f', 'json', '--as-of', '2026-07-01'];
    const fresh = spawn([...argv, '--no-cache'], cwd).stdout;
    const cached = [...argv, '--cache-location', location];
    expect(spawn(cached, cwd).stdout).toBe(fresh);
    expect(readdirSync(location)).toHaveLength(2);
    expect(spawn(cached, cwd).stdout).toBe(fresh);
    writeFileSync(join(cwd, 'processes/open.yaml'), BROKEN);
    expect(spawn(cached, cwd).stdout).toBe(spawn([...argv, '--no-cache'], cwd).stdout);
    writeFileSync(join(location, readdirSync(location)[0]!), '{"build": "x", "entries": [[]]}');
    expect(spawn(cached, cwd).status).toBe(2);
  });

  test('a reader that leaves early is no fault', async () => {
    const cwd = folderWith(ALL);
    const child = spawnChild(process.execPath, [bin, '-f', 'json'], { cwd, env: { ...process.env, CI: 'true' } });
    const told: string[] = [];
    child.stderr.on('data', (chunk) => told.push(String(chunk)));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, told.join('')]).toEqual([0, '']);
  });
});

test.runIf(process.platform === 'linux')('a disk that is full is heard: exit 2, never a silent half report', () => {
  const cwd = folderWith(ALL);
  const bin = fileURLToPath(new URL('../bin/audit.js', import.meta.url));
  const env = { ...process.env, CI: 'true' };
  const { status, stderr } = spawnSync('bash', ['-c', `"${process.execPath}" "${bin}" > /dev/full`], {
    cwd,
    env,
    encoding: 'utf8',
  });
  expect(stderr).toContain('audit: cannot write the output');
  expect(status).toBe(2);
});
