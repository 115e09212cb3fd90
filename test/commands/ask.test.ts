import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ask } from '../../src/commands/ask/ask.js';
import { type AskRequest, SESSION } from '../../src/commands/ask/ask-request.js';
import { converse } from '../../src/commands/new/conversation.js';
import type { Io } from '../../src/io.js';
import { loadWords } from '../../src/wording/language.js';
import { folderWith, run } from '../support/fake-io.js';
import { scriptedPrompter } from '../support/scripted-prompter.js';

const SMALL = `name: Small report # kept
owner: finance
performed_by: [sales]
beneficiaries: [sales]
purpose: to know
demands: [{ what: a figure, used_by: [controlling], used_for: the plan }]
effort: { minutes: 10, every: week, people: 2 }
`;
const BIG = `name: Big report
owner: marketing
effort: { minutes: 90, every: week, people: 20 }
answers:
  value: { answer: no, why: A SECRET REASON, by: account-manager }
`;
const FOLDER = { 'processes/small.yaml': SMALL, 'processes/big.yaml': BIG };

type Script = Parameters<typeof scriptedPrompter>[0];

async function session(cwd: string, script: Script, request: Partial<AskRequest> = {}, today = '2026-07-01') {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    cwd,
    env: {},
    stdout: { write: (text) => void out.push(text), isTerminal: true, columns: 80 },
    stderr: { write: (text) => void err.push(text), isTerminal: true },
    isInteractive: true,
    readStdin: () => Buffer.alloc(0),
    now: () => Date.parse(`${today}T08:00:00Z`),
  };
  const prompter = scriptedPrompter(script);
  const scope = { paths: [], asOf: today, config: undefined };
  const exit = await ask({ ...SESSION, scope, ...request }, io, loadWords, () => prompter);
  return { exit, stdout: out.join(''), stderr: err.join(''), seen: prompter.seen };
}

function answersIn(cwd: string, id: string): Record<string, unknown> {
  return (
    (parse(readFileSync(join(cwd, `processes/${id}.yaml`), 'utf8')) as { answers?: Record<string, unknown> }).answers ??
    {}
  );
}

/** Answers, once the file may be written, or may not be. */
const withMode = (file: string, mode: number, answer: string) => () => {
  chmodSync(file, mode);
  return answer;
};

const NO = ['no', '', ''];
const TODAY = { asOf: '2026-07-01', config: undefined };
const SALES = { role: 'sales' } as const;

describe('who goes back', () => {
  const SAID = 'name: X\nanswers:\n  value: { answer: no, by: sales, on: 2026-07-01 }\n';
  const voice = (answer: string) => ({ answer, by: 'sales', on: '2026-07-01' });
  const flags = { ...SALES, isAll: true };

  test('takes the answer back also where somebody else has said the new one already', async () => {
    const cwd = folderWith({ 'processes/x.yaml': SAID });
    await session(cwd, ['yes', '', '', 'back', ...NO, 'stop'], flags);
    expect(answersIn(cwd, 'x')).toEqual({ value: [voice('no'), voice('no')] });
  });

  test('does not change what somebody else has said, be it in the same words', async () => {
    const cwd = folderWith({ 'processes/x.yaml': SAID });
    await session(cwd, [...NO, 'back', 'yes', '', '', 'stop'], flags);
    expect(answersIn(cwd, 'x')).toEqual({ value: [voice('no'), voice('yes')] });
  });

  test('takes the answer back when the second could only be saved at the end', async () => {
    const cwd = folderWith({ 'processes/x.yaml': 'name: X\n' });
    const file = join(cwd, 'processes/x.yaml');
    const [lock, unlock] = [withMode(file, 0o444, 'no'), withMode(file, 0o644, 'stop')];
    const { exit, stdout } = await session(cwd, ['yes', '', '', 'back', lock, '', '', unlock], SALES);
    expect(exit).toBe(0);
    expect(stdout).toContain('1 answer saved.');
    expect(answersIn(cwd, 'x')).toEqual({ value: voice('no') });
  });

  test('is told of the first answer, which stands in the file, when the second could not be saved', async () => {
    const cwd = folderWith({ 'processes/x.yaml': 'name: X\n' });
    const lock = withMode(join(cwd, 'processes/x.yaml'), 0o444, 'no');
    const { stdout, seen } = await session(cwd, ['yes', '', '', 'back', lock, '', '', 'back'], SALES);
    expect(answersIn(cwd, 'x')).toEqual({ value: voice('yes') });
    expect(stdout).toContain('1 answer saved.');
    expect(stdout).not.toContain('nothing was written');
    expect(seen.at(-1)).toContain('so far: no');
  });
});

describe('a text that says nothing', () => {
  test.each(['...', ' - ', '…', '__'])('is no reason and no pseudonym: %j', async (text) => {
    const cwd = folderWith({ 'processes/x.yaml': 'name: X\n' });
    const script = ['sales', text, '', 'no', text, 'since 2019', '', 'not-applicable', text, '', 'n/a', 'stop'];
    const { exit, seen } = await session(cwd, script);
    expect(seen.filter((line) => line.startsWith('! '))).toHaveLength(4);
    expect(exit).toBe(0);
    expect(answersIn(cwd, 'x')).toEqual({
      value: { answer: 'no', why: 'since 2019', by: 'sales', on: '2026-07-01' },
      explanation: { answer: 'not-applicable', why: 'n/a', by: 'sales', on: '2026-07-01' },
    });
  });

  test('is no --who; blanks around one and around a role do not count', async () => {
    const cwd = folderWith({ 'processes/x.yaml': 'name: X\n' });
    await expect(session(cwd, [], { ...SALES, who: '...' })).rejects.toMatchObject({
      code: 'blank-pseudonym',
      params: { got: '...' },
    });
    await session(cwd, ['unknown', 'stop'], { role: ' sales ', who: ' r1 ' });
    await session(cwd, ['unknown', 'stop'], { role: 'sales', who: '  ' });
    expect(answersIn(cwd, 'x')).toEqual({
      value: [
        { answer: 'unknown', by: 'sales', who: 'r1', on: '2026-07-01' },
        { answer: 'unknown', by: 'sales', on: '2026-07-01' },
      ],
    });
  });
});

describe('a session', () => {
  test('asks who speaks, goes from the costliest process on, saves each answer, and tells how verdicts moved', async () => {
    const cwd = folderWith(FOLDER);
    const script = ['sales', 'r1', ...NO, 'skip', ...NO, 'stop'];
    const { exit, stdout, seen } = await session(cwd, script);
    expect(exit).toBe(0);
    expect(seen[0]).toBe('Who is speaking?');
    expect(stdout.indexOf('Big report')).toBeLessThan(stdout.indexOf('process 1 of 2, question 1 of 6'));
    expect(answersIn(cwd, 'big')).toEqual({
      value: [
        { answer: 'no', why: 'A SECRET REASON', by: 'account-manager' },
        { answer: 'no', by: 'sales', who: 'r1', on: '2026-07-01' },
      ],
      necessity: { answer: 'no', by: 'sales', who: 'r1', on: '2026-07-01' },
    });
    expect(stdout).toContain('2 answers saved.');
    expect(stdout).toMatch(/Verdicts that moved:\n {2}Big report: undecided \(0-76\) → eliminate \(0-52\)/);
    expect(stdout).toMatch(
      /Still open:\n {2}Small report: ask sales: .*ask finance or sales: necessity|Still open:\n {2}Small report: ask/,
    );
  });

  test('shows the process in five lines, and how many have spoken but never what they said', async () => {
    const { stdout, seen } = await session(folderWith(FOLDER), ['stop'], SALES);
    for (const label of ['asks of you', 'how often', 'wanted by', 'said to be for', 'costs'])
      expect(stdout).toContain(label);
    expect(stdout).toContain('90 min × 46 times a year × 20 people = 1,380 h a year');
    expect(seen[0]).toContain('1 other has answered.');
    expect(seen.join() + stdout.split('saved')[0]).not.toContain('A SECRET REASON');
  });

  test('shows the answer one comes back to, and keeps it when skipped', async () => {
    const cwd = folderWith({ 'processes/small.yaml': SMALL });
    const { seen } = await session(cwd, ['yes', 'good', '', 'back', 'skip', 'stop'], SALES);
    expect(seen[3]).not.toContain('so far');
    expect(seen[4]).toContain('Your answer so far: yes, good (press s to keep it).');
    expect(answersIn(cwd, 'small')).toMatchObject({ value: { answer: 'yes' } });
  });

  test('goes back, and the new answer replaces the one before', async () => {
    const cwd = folderWith({ 'processes/small.yaml': SMALL });
    await session(cwd, ['yes', 'good', '', 'back', ...NO, 'stop'], SALES);
    expect(answersIn(cwd, 'small')).toEqual({ value: { answer: 'no', by: 'sales', on: '2026-07-01' } });
  });

  test('asks for evidence that exists, and for the reason of not applicable', async () => {
    const cwd = folderWith({ ...FOLDER, 'processes/proof.md': 'x' });
    const script = [
      'yes',
      '',
      'nowhere.md',
      'proof.md',
      'not-applicable',
      '',
      '  ',
      'we have no form',
      'unknown',
      'stop',
    ];
    const { seen } = await session(cwd, script, { ...SALES, processes: ['small'] });
    expect(seen).toContain(
      '! Not a link, and no such file. Write a link that begins with https://, or a path with / relative to processes; or clear the line.',
    );
    expect(seen).toContain('! Not applicable needs a reason: say why the question does not apply.');
    expect(answersIn(cwd, 'small')).toMatchObject({
      value: { answer: 'yes', evidence: ['proof.md'] },
      explanation: { answer: 'not-applicable', why: 'we have no form' },
      necessity: { answer: 'unknown' },
    });
  });

  test('leaves every other character of the file as it was', async () => {
    const cwd = folderWith(FOLDER);
    await session(cwd, ['yes', 'it: "helps" # really', ''], { ...SALES, processes: ['small'] });
    const after = readFileSync(join(cwd, 'processes/small.yaml'), 'utf8');
    expect(after.startsWith(SMALL)).toBe(true);
  });

  test('that is interrupted keeps what was confirmed, ends with 130, and the next one goes on from there', async () => {
    const cwd = folderWith({ 'processes/small.yaml': SMALL });
    const first = await session(cwd, [...NO, 'yes', 'half a sent'], SALES);
    expect(first.exit).toBe(130);
    expect(first.stdout).toContain('1 answer saved.');
    expect(Object.keys(answersIn(cwd, 'small'))).toEqual(['value']);
    expect(first.stdout).toContain('The answer to explanation was not finished and is not saved.');
    const second = await session(cwd, [], SALES);
    expect(second.seen[0]).toMatch(/^Explanation/);
    const nobody = await session(cwd, []);
    expect(nobody.exit).toBe(130);
  });
});

describe('who is asked what', () => {
  const asked = async (files: Record<string, string>, request: Partial<AskRequest>) => {
    const { seen, stdout } = await session(folderWith(files), Array(40).fill('skip'), request);
    return { questions: seen.map((message) => message.split(':')[0]!.toLowerCase()), stdout };
  };

  test('those who do it and the owner answer what arises; those who use it, whether it is necessary', async () => {
    const files = { 'processes/small.yaml': SMALL };
    const six = ['value', 'explanation', 'necessity', 'feedback', 'trust', 'strategy'];
    expect((await asked(files, SALES)).questions).toEqual(six);
    expect((await asked(files, { role: 'Account executives' })).questions).toEqual(six);
    expect((await asked(files, { role: 'finance' })).questions).toEqual(six);
    expect((await asked(files, { role: 'controlling' })).questions).toEqual(['necessity']);
    await expect(asked(files, { role: 'finence' })).rejects.toMatchObject({
      code: 'unknown-role',
      params: { role: 'finence', hint: 'did you mean "finance"?' },
    });
    const done = await asked(
      { 'processes/small.yaml': `${SMALL}answers: { necessity: { answer: no, by: controlling } }\n` },
      { role: 'controlling' },
    );
    expect(done.questions).toEqual([]);
    expect(done.stdout).toContain('controlling has answered everything, less than a year ago');
  });

  test('who is asked nothing hears why', async () => {
    const settled = { 'processes/a.yaml': 'name: A\nanswers: { strategy: { answer: no, by: sales } }\n' };
    expect((await asked(settled, { role: 'rep', isUndecidedOnly: true })).stdout).toContain('No verdict is undecided');
    const stale = `${SMALL}answers: { necessity: { answer: no, by: controlling, on: 2026-05-20 } }\n`;
    const validFor = await asked(
      { 'processes/small.yaml': stale, 'audit.config.yaml': 'answers_valid_for: 6 months\n' },
      { role: 'controlling', scope: { paths: [], asOf: '2026-06-01', config: undefined } },
    );
    expect(validFor.stdout.replace(/\s+/g, ' ')).toContain('everything, less than 6 months ago');
  });

  test('a role that the session is told by hand has to be known', async () => {
    const { seen } = await session(folderWith({ 'processes/small.yaml': SMALL }), ['', 'finence', 'finance', ''], {});
    expect(seen).toContain('! no process names the role "finence": did you mean "finance"?');
  });

  test('a fresh answer is not asked for again, a stale one is, and --all asks for all', async () => {
    const answered = (on: string) => ({
      'processes/small.yaml': `${SMALL}answers:\n  value: { answer: no, by: sales, on: ${on} }\n`,
    });
    expect((await asked(answered('2026-06-01'), SALES)).questions).not.toContain('value');
    expect((await asked(answered('2025-06-01'), SALES)).questions).toContain('value');
    expect((await asked(answered('2026-06-01'), { ...SALES, isAll: true })).questions).toContain('value');
    expect((await asked(answered('2026-06-01'), { ...SALES, who: 'r2' })).questions).toContain('value');
  });

  test('--question and --process choose; --undecided asks only what settles, the most telling first', async () => {
    expect((await asked(FOLDER, { ...SALES, questions: ['trust'], processes: ['big'] })).questions).toEqual(['trust']);
    expect((await asked(FOLDER, { ...SALES, questions: ['forecast'], processes: ['big'] })).questions).toEqual([
      'forecast',
    ]);
    const { questions } = await asked(FOLDER, { ...SALES, isUndecidedOnly: true });
    expect(questions.slice(0, 3)).toEqual(['necessity', 'strategy', 'explanation']);
  });
});

describe('bad input', () => {
  test('a file with problems is named and skipped, the rest goes on, exit 2 at the end', async () => {
    const cwd = folderWith({ ...FOLDER, 'processes/broken.yaml': 'nmae: x\n' });
    const { exit, stderr } = await session(cwd, [...NO, 'stop'], { ...SALES, processes: ['small'] });
    expect(stderr).toContain('processes/broken.yaml:1:1');
    expect(exit).toBe(2);
    expect(answersIn(cwd, 'small')).toHaveProperty('value');
  });

  test('what could not be saved is printed as a sheet that can be taken in', async () => {
    const cwd = folderWith({ 'processes/small.yaml': SMALL });
    const path = join(cwd, 'processes/small.yaml');
    const remove = () => {
      rmSync(path);
      return 'my reason: "x"';
    };
    const { exit, stdout, stderr } = await session(cwd, ['yes', remove, '', 'stop'], { ...SALES, who: 'r1' });
    expect(exit).toBe(2);
    expect(stdout).toContain('Not saved (small, value): the file cannot be written: there is no such file or folder.');
    expect(stderr).toContain('could not be saved');
    writeFileSync(path, SMALL);
    const sheet = stdout.slice(stdout.indexOf('sheet: 1'));
    const taken = await run(['ask', '--from', '-'], { cwd, stdin: sheet });
    expect(taken.exit).toBe(0);
    expect(answersIn(cwd, 'small')).toEqual({
      value: { answer: 'yes', why: 'my reason: "x"', by: 'sales', who: 'r1', on: '2026-07-01' },
    });
  });

  test('an answer that meets a read-only file is saved at the end when the file can be written again', async () => {
    const cwd = folderWith({ 'processes/small.yaml': SMALL });
    const path = join(cwd, 'processes/small.yaml');
    const [lock, unlock] = [withMode(path, 0o444, ''), withMode(path, 0o644, 'skip')];
    const { exit } = await session(cwd, ['no', lock, '', unlock, 'stop'], SALES);
    expect(exit).toBe(0);
    expect(answersIn(cwd, 'small')).toHaveProperty('value');
  });

  test.each([
    [{ processes: ['smal'] }, 'no-such-process', { wanted: 'smal', meant: 'small' }],
    [{ questions: ['vale'] }, 'no-such-question', { wanted: 'vale', meant: 'value' }],
  ])('a misspelt choice is refused: %j', async (request, code, params) => {
    await expect(session(folderWith(FOLDER), [], request)).rejects.toMatchObject({ code, params });
  });

  test('without a terminal a session says what to do instead, exit 2', async () => {
    const { exit, stderr } = await run(['ask'], { cwd: folderWith(FOLDER) });
    expect(exit).toBe(2);
    expect(stderr).toContain('audit ask --print');
  });
});

describe('audit new as a conversation', () => {
  test('asks for the facts, writes a valid file, and goes on with the eight questions', async () => {
    const cwd = folderWith({});
    const out: string[] = [];
    const io = {
      cwd,
      env: {},
      stdout: { write: (text: string) => void out.push(text), isTerminal: true, columns: 80 },
      stderr: { write: () => {}, isTerminal: true },
      isInteractive: true,
      readStdin: () => Buffer.alloc(0),
      now: () => Date.parse('2026-07-01'),
    } satisfies Io;
    const prompter = scriptedPrompter([
      'Win: loss "form"',
      '',
      'form',
      'marketing',
      'reason lost',
      'marketing, product',
      'the price list',
      '',
      'sales',
      'to learn',
      '',
      '45 30',
      '30 45',
      'weekly',
      'week',
      '0',
      '12',
      'month',
      '2026-02-31',
      '2026-06-20',
      true,
      true,
      'sales',
      '',
      'no',
      'nobody told us',
      '',
      'stop',
    ]);
    expect(await converse(undefined, join(cwd, 'processes'), TODAY, io, loadWords, () => prompter)).toBe(0);
    const written = parse(readFileSync(join(cwd, 'processes/win-loss-form.yaml'), 'utf8'));
    expect(written).toEqual({
      name: 'Win: loss "form"',
      kind: 'form',
      owner: 'marketing',
      purpose: 'to learn',
      beneficiaries: ['sales'],
      demands: [{ what: 'reason lost', used_by: ['marketing', 'product'], used_for: 'the price list' }],
      effort: { minutes: [30, 45], every: 'week', people: 12 },
      feedback: { every: 'month', last: '2026-06-20' },
      answers: { value: { answer: 'no', why: 'nobody told us', by: 'sales', on: '2026-07-01' } },
    });
    expect(prompter.seen.filter((line) => line.startsWith('!'))).toHaveLength(4);
    expect(out.join('')).toContain('1 answer saved.');
  });

  const told = async (script: Script, cwd = folderWith({ 'processes/small.yaml': SMALL })) => {
    const io = { cwd, env: {}, stdout: { write: () => {} }, stderr: { write: () => {} } } as unknown as Io;
    const prompter = scriptedPrompter(script);
    const exit = await converse(undefined, join(cwd, 'processes'), TODAY, io, loadWords, () => prompter);
    return { exit, cwd, wrong: prompter.seen.filter((line) => line.startsWith('! ')).length };
  };

  test('an audit new asks again for what no file may say', async () => {
    const script = ['...', 'New', '', 'form', '--', 'ops', '…', 'a date', '-, sales', 'sales', '__', 'the plan', ''];
    const rest = ['', '...', 'to know', '', '1e400', 'Infinity', '30-2000000', '30-45', 'per deal, x: # y }'];
    const last = ['Infinity', '12', 'per "visit"', '', true, false];
    const { exit, cwd, wrong } = await told([...script, ...rest, ...last]);
    expect(exit).toBe(0);
    expect(wrong).toBe(10);
    expect(parse(readFileSync(join(cwd, 'processes/new.yaml'), 'utf8'))).toEqual({
      name: 'New',
      kind: 'form',
      owner: 'ops',
      purpose: 'to know',
      demands: [{ what: 'a date', used_by: ['sales'], used_for: 'the plan' }],
      effort: { minutes: [30, 45], every: 'per deal, x: # y }', people: 12 },
      feedback: { every: 'per "visit"' },
    });
    const { exit: reported, stderr } = await run(['report'], { cwd });
    expect(stderr).toBe('');
    expect(reported).toBe(0);
  });

  test('what was told to audit new is not lost where it cannot be written', async () => {
    const cwd = folderWith({ 'processes/small.yaml': SMALL });
    const file = join(cwd, 'processes/new.yaml');
    const taken = () => {
      writeFileSync(file, 'name: of somebody else\n');
      return '';
    };
    const script = ['New', '', 'form', 'ops', '', '', 'to know it all', '', '', '', '', taken, true, false];
    const error = await told(script, cwd).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'process-exists',
      details: { toCopy: { why: 'keep', text: expect.stringContaining('purpose: to know it all') } },
    });
    expect(readFileSync(file, 'utf8')).toBe('name: of somebody else\n');
  });

  test('audit new with flags writes nothing that could not be read', async () => {
    const cwd = folderWith({ 'processes/small.yaml': SMALL });
    const { exit, stderr } = await run(['new', 'x', '--owner', '...'], { cwd });
    expect(stderr).toContain('owner must not be empty');
    expect(exit).toBe(2);
  });
});
