import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, run } from '../support/fake-io.js';

const FOLDER = { 'processes/a.yaml': 'name: A # one\nowner: finance\n', 'processes/b.yaml': 'name: "<b> *B* | `x`"\n' };

function answers(cwd: string, id: string): unknown {
  return parse(readFileSync(join(cwd, `processes/${id}.yaml`), 'utf8')).answers;
}

describe('a blank sheet', () => {
  test('a blank sheet asks again what was answered with a future day, which does not count yet', async () => {
    const answered = (on: string) =>
      `name: A\nanswers: { trust: { answer: yes, why: x, by: sales, on: ${on} }, value: { answer: no, by: sales } }\n`;
    const asked = async (on: string) => {
      const cwd = folderWith({ 'processes/a.yaml': answered(on) });
      return (await run(['ask', '--print', '--role', 'sales'], { cwd })).stdout;
    };
    expect(await asked('2026-06-30')).not.toMatch(/^ {4}trust:/m);
    expect(await asked('2027-06-30')).toMatch(/^ {4}trust:/m);
  });

  test('a blank sheet is YAML and can be taken in once it is filled in', async () => {
    const cwd = folderWith(FOLDER);
    const { stdout, exit } = await run(['ask', '--print', '--role', 'sales'], { cwd });
    expect(exit).toBe(0);
    const empty = await run(['ask', '--from', '-'], { cwd, stdin: stdout });
    expect(empty.exit).toBe(2);
    expect(empty.stderr).toContain('the sheet holds no answer');
    const filled = stdout.replace('      answer:\n      why:', '      answer: no\n      why: "never: used # x"');
    const taken = await run(['ask', '--from', '-'], { cwd, stdin: filled });
    expect(taken.stderr).toBe('');
    expect(taken.stdout).toContain('1 answer saved.');
    expect(answers(cwd, 'a')).toEqual({
      value: { answer: 'no', why: 'never: used # x', by: 'sales', on: '2026-07-01' },
    });
    expect(readFileSync(join(cwd, 'processes/a.yaml'), 'utf8')).toMatch(/^name: A # one\nowner: finance\n/);
  });

  test('a Markdown sheet shows names as plain text, and every question that applies', async () => {
    const { stdout } = await run(['ask', '--print', '--format', 'markdown'], { cwd: folderWith(FOLDER) });
    expect(stdout).toContain('## \\<b\\> \\*B\\* \\| \\`x\\`');
    expect(stdout.match(/☐ yes/g)).toHaveLength(12);
  });

  test('a blank sheet can be narrowed like a session', async () => {
    const cwd = folderWith(FOLDER);
    const { stdout } = await run(['ask', '--print', '--process', 'b', '--question', 'trust'], { cwd });
    expect(stdout).toContain('  b:\n');
    expect(stdout).not.toContain('  a:\n');
    expect(stdout.match(/answer:$/gm)).toHaveLength(1);
  });
});

describe('a sheet that was filled in', () => {
  const sheet = (body: string) => `sheet: 1\nrole: sales\non: 2026-06-30\nanswers:\n${body}`;

  test.each([
    ['  aa: { value: { answer: no } }\n', '<stdin>:5:3  there is no process "aa"\n  did you mean "a"?'],
    ['  a: { valeu: { answer: no } }\n', '<stdin>:5:8  in answers.a: unknown key "valeu"; did you mean "value"?'],
    [
      '  a: { value: { answer: nope } }\n',
      '<stdin>:5:25  answers.a.value.answer must be one of yes, partly, no, unknown, not-applicable, or empty, got "nope"',
    ],
    [
      '  a: { value: { answer: not-applicable } }\n',
      'answers.a.value.why is needed with not-applicable: say why the question does not apply',
    ],
    [
      '  a: { necessity: { answer: not-applicable, why: x } }\n',
      'answers.a.necessity.answer must be one of yes, partly, no, unknown, or empty',
    ],
    [
      '  a: { value: { answer: yes, evidence: [nowhere.md] } }\n',
      'the evidence "nowhere.md" is not a link, and there is no such file',
    ],
    ['  a: { value: { why: because } }\n', 'there is a reason but no answer'],
    ['  a: [\n', '<stdin>:'],
    ['  a:\n    value:\n      answer: no\n      why: only field #3 is read\n', 'everything after " #" would be lost'],
  ])('a sheet with a mistake writes nothing and says where the mistake is: %s', async (body, message) => {
    const cwd = folderWith(FOLDER);
    const good = '  b: { trust: { answer: yes, why: open } }\n';
    const { exit, stderr } = await run(['ask', '--from', '-'], { cwd, stdin: sheet(body + good) });
    expect(stderr).toContain(message);
    expect(exit).toBe(2);
    expect([answers(cwd, 'a'), answers(cwd, 'b')]).toEqual([undefined, undefined]);
  });

  test('of several sheets, each is written completely or not at all', async () => {
    const cwd = folderWith({
      ...FOLDER,
      'good.yaml': sheet('  a: { value: { answer: true } }\n'),
      'bad.yaml': sheet('  x: {}\n').replace('role: sales\n', ''),
    });
    const { exit, stderr, stdout } = await run(['ask', '--from', 'good.yaml', 'bad.yaml'], { cwd });
    expect(exit).toBe(2);
    expect(stderr).toContain('bad.yaml:1:1  role is missing; it must be text');
    expect(stdout).toContain('1 answer saved.');
    expect(answers(cwd, 'a')).toEqual({ value: { answer: 'yes', by: 'sales', on: '2026-06-30' } });
  });

  test.each([
    ['role: sales', 'role: finence', 'no process names the role "finence"\n  did you mean "finance"?'],
    ['on: 2026-06-30', 'on: 2026-12-31', 'the day 2026-12-31 is after 2026-07-01'],
  ])('a sheet with a wrong head writes nothing: %s becomes %s', async (right, wrong, message) => {
    const cwd = folderWith(FOLDER);
    const stdin = sheet('  a: { value: { answer: no } }\n').replace(right, wrong);
    const { exit, stderr } = await run(['ask', '--from', '-'], { cwd, stdin });
    expect(stderr).toContain(message);
    expect(stderr).toContain('nothing from this sheet was taken in');
    expect([exit, answers(cwd, 'a')]).toEqual([2, undefined]);
  });

  test('a sheet may say Yes and NO, and answers of two people in one role without pseudonyms are both kept', async () => {
    const cwd = folderWith(FOLDER);
    for (const answer of ['Yes', 'NO']) {
      const stdin = sheet(`  a: { value: { answer: ${answer} } }\n`);
      expect((await run(['ask', '--from', '-'], { cwd, stdin })).exit).toBe(0);
    }
    expect(answers(cwd, 'a')).toMatchObject({ value: [{ answer: 'yes' }, { answer: 'no' }] });
  });

  test('a Markdown sheet is refused, with what to do instead', async () => {
    const cwd = folderWith(FOLDER);
    const { stdout } = await run(['ask', '--print', '--format', 'markdown'], { cwd });
    const { exit, stderr } = await run(['ask', '--from', '-'], { cwd, stdin: stdout });
    expect(stderr).toContain('a Markdown sheet is for people');
    expect(exit).toBe(2);
  });

  test('a sheet that is taken in twice is written once', async () => {
    const cwd = folderWith(FOLDER);
    const text = sheet('  a: { value: { answer: no, why: x } }\n');
    await run(['ask', '--from', '-'], { cwd, stdin: text });
    const once = readFileSync(join(cwd, 'processes/a.yaml'), 'utf8');
    await run(['ask', '--from', '-'], { cwd, stdin: text });
    expect(readFileSync(join(cwd, 'processes/a.yaml'), 'utf8')).toBe(once);
  });

  test('if one file of a sheet cannot be written, all files stay as they were', async () => {
    const cwd = folderWith(FOLDER);
    const before = readFileSync(join(cwd, 'processes/a.yaml'), 'utf8');
    chmodSync(join(cwd, 'processes/b.yaml'), 0o444);
    const body = '  a: { value: { answer: no } }\n  b: { value: { answer: no } }\n';
    const { exit, stderr } = await run(['ask', '--from', '-'], { cwd, stdin: sheet(body) });
    expect(exit).toBe(2);
    expect(stderr).toContain('nothing from this sheet was saved');
    expect(readFileSync(join(cwd, 'processes/a.yaml'), 'utf8')).toBe(before);
  });

  test('a sheet that cannot be read is exit 2', async () => {
    const cwd = folderWith(FOLDER);
    writeFileSync(join(cwd, 'empty.yaml'), '');
    expect((await run(['ask', '--from', 'none.yaml'], { cwd })).stderr).toContain('cannot read none.yaml');
    expect((await run(['ask', '--from', 'empty.yaml'], { cwd })).stderr).toContain('the file holds no sheet');
  });
});
