import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadProcesses } from '../../src/load/load-processes.js';
import { toReportedProblems } from '../../src/report/build/problem.js';
import { english } from '../../src/wording/en/index.js';
import { canLink } from '../support/can-link.js';
import { folderWith } from '../support/fake-io.js';

/** Each problem as `file:line:column code message`, and the ids that were loaded all the same. */
async function load(files: Record<string, string | Buffer>, paths: readonly string[] = ['.'], stdin = '') {
  const cwd = folderWith(files);
  const { processes, problems } = await loadProcesses(paths, { cwd, readStdin: () => Buffer.from(stdin) });
  return {
    ids: processes.map(({ salesProcess }) => salesProcess.id),
    problems: toReportedProblems(problems, english).map(
      ({ place, code, message }) => `${place.file}:${place.line}:${place.column} ${code} ${message}`,
    ),
    hints: toReportedProblems(problems, english).map(({ hint }) => hint),
  };
}

const GOOD = { 'good.yaml': 'name: Good\n' };

describe('what a path may be', () => {
  test('a path is a file, a folder with its subfolders, a glob, or standard input, and each file is read once', async () => {
    const files = {
      'a.yaml': 'name: A',
      'sub/deep/b.yml': 'name: B',
      'sub/notes.txt': 'no',
      'node_modules/x.yaml': 'no',
      '.git/y.yaml': 'no',
    };
    expect(await load(files)).toMatchObject({ ids: ['a', 'b'], problems: [] });
    expect((await load(files, ['a.yaml', '.', 'sub'])).ids).toEqual(['a', 'b']);
    expect((await load(files, ['**/*.yml'])).ids).toEqual(['b']);
    expect((await load(files, ['-'], 'name: From a pipe')).ids).toEqual(['stdin']);
  });

  test('a file named directly may have any extension', async () => {
    expect((await load({ 'notes.txt': 'id: notes\nname: T' }, ['notes.txt'])).ids).toEqual(['notes']);
  });

  test.each([
    [['missing'], 'missing:1:1 no-such-path there is no such file or folder'],
    [['*.nothing'], '*.nothing:1:1 nothing-found the glob matches no .yaml or .yml file'],
    [['empty'], 'empty:1:1 nothing-found the folder holds no .yaml or .yml file'],
  ])('a path that matches nothing is a problem, never a silent pass: %j', async (paths, expected) => {
    const { problems, ids } = await load({ ...GOOD, 'empty/readme.md': '' }, [...paths, 'good.yaml']);
    expect(problems).toEqual([expected]);
    expect(ids).toEqual(['good']);
  });

  test("the tool's own files in a process folder are not processes", async () => {
    const files = { ...GOOD, 'audit.config.yaml': 'keep_at: 40', 'audit-baseline.yaml': '{}' };
    expect(await load(files)).toMatchObject({ ids: ['good'], problems: [] });
  });

  test('a folder that contains a link to itself is read once', async () => {
    const cwd = folderWith({ 'p/a.yaml': 'name: A' });
    symlinkSync(join(cwd, 'p'), join(cwd, 'p/again'));
    const { processes, problems } = await loadProcesses(['p'], { cwd });
    expect(processes).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});

describe('one file', () => {
  test('a file may hold several processes, and empty documents between them', async () => {
    const text = 'id: one\nname: One\n---\n# nothing\n---\nid: two\nname: Two\n---\n';
    expect(await load({ 'many.yaml': text })).toMatchObject({ ids: ['one', 'two'], problems: [] });
  });

  test('a file may begin with a byte order mark and end its lines with CR LF, and places stay right', async () => {
    const { problems } = await load({ 'crlf.yaml': '\uFEFFname: X\r\neffort:\r\n  minutes: soon\r\n' });
    expect(problems).toEqual([
      'crlf.yaml:3:12 invalid-value effort.minutes must be a number or [low, high], got "soon"',
    ]);
  });

  test.each<[string, Buffer, string]>([
    [
      'Latin-1',
      Buffer.from('name: caf\xe9', 'latin1'),
      'x.yaml:1:10 not-utf-8 the file is not UTF-8: a byte here belongs to another encoding',
    ],
    ['UTF-16', Buffer.from('\uFEFFname: x', 'utf16le'), 'x.yaml:1:1 not-utf-8 the file is UTF-16, not UTF-8'],
    ['nothing', Buffer.from('# only a comment\n'), 'x.yaml:1:1 empty the file describes no process'],
    [
      'too much',
      Buffer.alloc(1024 * 1024 + 1, 32),
      'x.yaml:1:1 too-large the file has 1048577 bytes; at most 1048576 are read',
    ],
  ])('a file with %s is a problem', async (_, bytes, expected) => {
    const { problems, ids } = await load({ 'x.yaml': bytes, ...GOOD });
    expect(problems).toEqual([expected]);
    expect(ids).toEqual(['good']);
  });

  // Neither root nor Windows knows what may not be read.
  test.skipIf([0, undefined].includes(process.getuid?.()))('a file without read permission is a problem', async () => {
    const cwd = folderWith({ 'secret.yaml': 'name: S' });
    chmodSync(join(cwd, 'secret.yaml'), 0);
    const { problems } = await loadProcesses(['secret.yaml'], { cwd });
    expect(problems[0]).toMatchObject({ code: 'unreadable', message: 'cannot be read: permission denied' });
  });

  test.skipIf(!canLink)('a link to nothing is a problem', async () => {
    const cwd = folderWith({ 'p/good.yaml': 'name: G' });
    symlinkSync('nowhere', join(cwd, 'p/gone.yaml'));
    const { problems, processes } = await loadProcesses(['p'], { cwd });
    expect(problems[0]).toMatchObject({ code: 'unreadable', place: { file: 'p/gone.yaml' } });
    expect(processes).toHaveLength(1);
  });
});

describe('YAML', () => {
  test.each([
    ['name: A\nname: B\n', '2:1 yaml the key "name" is there twice'],
    ['name: x\nscope:\n  a: 1\n  a: 2\n', '4:3 yaml the key "a" is there twice'],
    ['name: "open\n', '2:1 yaml a closing quote is missing'],
    ['name: x\n\tfoo: y\n', '2:1 yaml tabs cannot be used to indent'],
    ['name: !!js/function x\n', '1:7 yaml this tag (!…) is unknown, or does not fit the value'],
    ['name: *gone\n', '1:7 yaml there is no anchor &gone above this alias'],
    [
      'name: x\n<<: {owner: y}\n',
      '2:1 unknown-key unknown key "<<"; "audit schema process" lists the known keys; a key of your own begins with x-',
    ],
  ])('%j is a problem with its place', async (text, expected) => {
    const { problems, ids } = await load({ 'x.yaml': text, ...GOOD });
    expect(problems).toEqual([`x.yaml:${expected}`]);
    expect(ids).toEqual(['good']);
  });

  test('a valid document is judged even if another in the same file is not valid', async () => {
    expect(await load({ 'x.yaml': 'id: a\nname: A\n---\nid: b\nnmae: B\n' })).toMatchObject({
      ids: ['a'],
      problems: [
        'x.yaml:4:1 missing-key name is missing; it must be text',
        'x.yaml:5:1 unknown-key unknown key "nmae"; did you mean "name"?',
      ],
    });
  });

  test('endless aliases and endless nesting are problems, found at once', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...[...'bcdefgh'].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`),
    ];
    const { problems } = await load({ 'bomb.yaml': bomb.join('\n'), 'deep.yaml': `name: ${'['.repeat(20_000)}` });
    expect(problems.length).toBeLessThan(12);
    expect(problems[0]).toMatch(/^bomb.yaml:1:1 yaml the aliases .* expand without end/);
    expect(problems[1]).toMatch(/^deep.yaml/);
  });

  test('__proto__ and constructor are unknown keys like any other', async () => {
    const { problems } = await load({ 'x.yaml': 'name: x\n__proto__: {owner: y}\nconstructor: 1\n' });
    const rest = '"audit schema process" lists the known keys; a key of your own begins with x-';
    expect(problems).toEqual([
      `x.yaml:2:1 unknown-key unknown key "__proto__"; ${rest}`,
      `x.yaml:3:1 unknown-key unknown key "constructor"; ${rest}`,
    ]);
  });
});

describe('the format', () => {
  test.each([
    [
      'beneficiaries: finance, sales',
      '1:16 invalid-value beneficiaries must be a list of text, such as [sales, finance], got "finance, sales"; write [finance, sales]',
    ],
    ['minutes: 5', '1:1 unknown-key unknown key "minutes"; it belongs under "effort": indent it'],
    ['mandate: the law', '1:10 invalid-value mandate must be {kind, reference, review_by}, got "the law"'],
    ['purpose: …', '1:10 invalid-value purpose must not be empty, got "…"; fill it in, or remove the key'],
    ['nmae: x', '1:1 unknown-key unknown key "nmae"; did you mean "name"?'],
    [
      'status: trail',
      '1:9 invalid-value status must be one of active, trial, optional, deprecated, retired, got "trail"; did you mean "trial"?',
    ],
    [
      'enforcement: blokced-save',
      '1:14 invalid-value enforcement must be one of none, reminder, dashboard, blocked-save, locked-record, auto-close, credit-withheld, commission-withheld, warning, dismissal, or {kind, note}, got "blokced-save"; did you mean "blocked-save"?',
    ],
    ['since: 2026-02-30', '1:8 invalid-value since must be a day that exists, got "2026-02-30"'],
    ['since: yesterday', '1:8 invalid-value since must be a day written as YYYY-MM-DD, got "yesterday"'],
    ['purpose:', '1:9 invalid-value purpose must be text, got nothing; fill it in, or remove the key'],
    [
      'performed_by: sales',
      '1:15 invalid-value performed_by must be a list of text, such as [sales, finance], got "sales"; write [sales]',
    ],
    [
      'effort: {every: weekly}',
      '1:17 invalid-value effort.every must be day, week, month, quarter, year, a number of them (2 weeks) or an event (per deal), got "weekly"; did you mean "week"?',
    ],
    [
      'effort: {minutes: [60, 30]}',
      '1:19 invalid-value effort.minutes must be [low, high], the lower number first, got [60, 30]',
    ],
    ['effort: {minutes: [30]}', '1:19 invalid-value effort.minutes must be a number or [low, high], got [30]'],
    ['demands: [{wat: x}]', '1:11 missing-key demands[0].what is missing; it must be text'],
    ['answers: {valeu: no}', '1:11 unknown-key in answers: unknown key "valeu"; did you mean "value"?'],
    [
      'answers: {value: ye}',
      '1:18 invalid-value answers.value must be yes, partly, no, unknown, {answer, why, …}, or a list of these, got "ye"; did you mean "yes"?',
    ],
    [
      'answers: {value: not-applicable}',
      '1:18 invalid-value answers.value must be yes, partly, no, unknown, {answer, why, …}, or a list of these, got "not-applicable"; write {answer: not-applicable, why: …}',
    ],
    [
      'answers: {necessity: not-applicable}',
      '1:22 invalid-value answers.necessity must be yes, partly, no, unknown, {answer, why, …}, or a list of these, got "not-applicable"; this question always applies',
    ],
    [
      'feedback: {every: year, how: by mail, with a table}',
      '1:39 unknown-key in feedback: unknown key "with a table"; known here: every, last, how; a key of your own begins with x-; if it belongs to the text before it, put that text in quotes: inside { } a comma ends it',
    ],
    [
      'answers: {trust: {answer: not-applicable}}',
      '1:18 missing-key answers.trust.why is needed with not-applicable: say why the question does not apply',
    ],
    [
      'answers: {necessity: {answer: not-applicable, why: x}}',
      '1:31 invalid-value answers.necessity.answer must be one of yes, partly, no, unknown, got "not-applicable"',
    ],
    [
      'answers: {value: [yes, {answer: yes, wy: x}]}',
      '1:38 unknown-key in answers.value[1]: unknown key "wy"; did you mean "why"?',
    ],
    ['status: trial', '1:1 missing-key until is needed for a trial: write the day it ends'],
    ['status: retired', '1:1 missing-key retired is needed for a retired process: write {on, why}'],
    [
      'retired: {on: 2026-01-01, why: x}',
      '1:10 invalid-value retired must be left out unless status is retired, got a mapping',
    ],
    ['waiver: {reason: x}', '1:9 missing-key waiver.approved_by is missing; it must be text'],
    [
      'kpis: [{name: a, measure: other, target: much}]',
      '1:42 invalid-value kpis[0].target must be a number, "60 %" or "3 x", got "much"',
    ],
    [
      'id: Not Kebab',
      '1:5 invalid-value id must be lower-case words joined by hyphens, such as weekly-report, got "Not Kebab"',
    ],
  ])('the line %s is a problem that says what to write instead', async (line, expected) => {
    const { problems } = await load({ 'x.yaml': `${line}\nname: X\n` });
    expect(problems).toContain(`x.yaml:${expected}`);
  });

  test('keys that begin with x- are ignored at any depth', async () => {
    const text = 'name: X\nx-cost-centre: 12\neffort: {minutes: 5, x-source: guess}\ndemands: [{what: a, x-id: 1}]\n';
    expect(await load({ 'x.yaml': text })).toMatchObject({ ids: ['x'], problems: [] });
  });

  test('everything wrong with a file is reported at once, in the order of the file', async () => {
    const { problems } = await load({ 'x.yaml': 'ownr: a\nstatus: trail\nsince: 1\n' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'x.yaml:1:1',
      'x.yaml:1:1',
      'x.yaml:2:9',
      'x.yaml:3:8',
    ]);
  });
});

describe('the result', () => {
  test('processes are sorted by id, whatever the order of files and paths', async () => {
    const files = { 'a.yaml': 'id: z\nname: Z', 'b.yaml': 'id: m\nname: M', 'c.yaml': 'id: a\nname: A' };
    expect((await load(files, ['c.yaml', 'a.yaml', 'b.yaml'])).ids).toEqual(['a', 'm', 'z']);
  });

  test('a file with a byte order mark and a file of the largest allowed size are read', async () => {
    const { ids, problems } = await load({
      'bom.yaml': '\uFEFFname: x',
      'full.yaml': `name: x\n#${'-'.repeat(1024 * 1024 - 9)}`,
    });
    expect([ids, problems]).toEqual([['bom', 'full'], []]);
  });

  test('an id from a file name is in composed Unicode form', async () => {
    expect((await load({ ['cafe\u0301.yaml']: 'name: C' })).ids).toEqual(['caf\u00e9']);
  });
});

describe('ids', () => {
  test('an id defaults to the file name', async () => {
    expect((await load({ 'weekly-report.yaml': 'name: W' })).ids).toEqual(['weekly-report']);
  });

  test('a file name that cannot be an id is a problem', async () => {
    const { problems } = await load({ 'Weekly Report.yaml': 'name: W' });
    expect(problems).toEqual([
      'Weekly Report.yaml:1:1 invalid-default-id the file name gives the id "Weekly Report", which is not lower-case words joined by hyphens',
    ]);
  });

  test('an id that is used twice is a problem at the second place, which names the first', async () => {
    const { ids, problems } = await load({ 'a.yaml': 'id: same\nname: A', 'b.yaml': 'name: B\nid: same' });
    expect(ids).toEqual(['same']);
    expect(problems).toEqual([
      'b.yaml:2:5 duplicate-id the id "same" is taken by a.yaml:1:5; this process was not judged',
    ]);
  });

  test('an id may use letters of any script', async () => {
    expect((await load({ 'отчёт-недели.yaml': 'name: Отчёт', '週報.yaml': 'name: 週報' })).ids).toEqual([
      'отчёт-недели',
      '週報',
    ]);
  });
});
