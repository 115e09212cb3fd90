import { afterEach, expect, test, vi } from 'vitest';
import { assess, assessOne } from '../../src/judging/assess.js';
import { settingsFor } from '../../src/judging/settings.js';
import { defineQuestion } from '../../src/questions/contract.js';
import { trust } from '../../src/questions/trust.js';
import { validateProcess } from '../../src/sales-process/validate-process.js';
import { folderWith, run } from '../support/fake-io.js';
import { judgeData } from '../support/judge-data.js';

const settings = settingsFor('2026-07-01');

afterEach(() => vi.restoreAllMocks());

const broken = defineQuestion({
  id: 'value',
  number: 1,
  weight: 20,
  salesSpeaks: true,
  assess(): never[] {
    throw new Error('our own fault');
  },
});

test('a question that throws is failed, whatever was answered, with the message and the stack', () => {
  const validated = validateProcess({ name: 'X', answers: { value: 'yes' } }, 'x');
  if ('issues' in validated) throw new Error('valid data was refused');
  const message = expect.stringMatching(/^Error: our own fault\n +at .*assess\.test\.ts/);
  expect(assessOne(broken, validated.salesProcess, { settings })).toEqual({
    question: 'value',
    outcome: 'failed',
    claimed: undefined,
    reasons: [{ code: 'question-failed', effect: 'settles', path: [], params: { message }, isDecisive: true }],
    voices: [],
    evidence: undefined,
    path: [],
  });
});

test('a question that throws does not stop the others, ends with exit code 3, and never helps a process to be kept', async () => {
  vi.spyOn(trust, 'assess').mockImplementation(() => {
    throw new Error('our own fault');
  });
  const validated = validateProcess({ name: 'X' }, 'x');
  if ('issues' in validated) throw new Error('valid data was refused');
  const outcomes = assess(validated.salesProcess, { settings }).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === 'failed')).toHaveLength(1);
  const cwd = folderWith({ 'processes/x.yaml': 'name: X\n', 'processes/bad.yaml': 'nmae: x\n' });
  const { exit, stdout } = await run(['--verbose'], { cwd });
  expect(exit).toBe(3);
  expect(stdout).toContain('Internal error: 1 question failed');
  expect(stdout).toContain('our own fault');
});

const said = { answer: 'yes', by: 'sales', why: 'it helps' };

test.each([
  ['the whole file if nobody has spoken', { beneficiaries: ['sales'] }, []],
  ['the voice that counts', { beneficiaries: ['sales'], answers: { value: said } }, ['answers', 'value']],
  ['the reason that caps it', { beneficiaries: ['finance'], answers: { value: said } }, ['beneficiaries']],
])('an assessment points at %s', (_, data, path) => {
  expect(judgeData({ name: 'X', ...data }).assessments[0]!.path).toEqual(path);
});

const levelOf = (said: unknown) =>
  judgeData({ name: 'X', beneficiaries: ['sales'], answers: { value: said } }).assessments[0]!.evidence;
const yes = { answer: 'yes', by: 'sales' };

test.each([
  ['undefined if nobody has spoken', undefined, undefined],
  ['asserted if somebody says so', yes, 'asserted'],
  ['reasoned if somebody says why', { ...yes, why: 'it helps' }, 'reasoned'],
  ['documented if there is evidence', { ...yes, evidence: ['https://example.com'] }, 'documented'],
  ['measured if three of the sales team have answered', [yes, yes, yes], 'measured'],
  [
    'measured even if the three disagree',
    [yes, { answer: 'no', by: 'rep' }, { answer: 'no', by: 'rep', why: 'no' }],
    'measured',
  ],
  [
    'asserted if only those who disagree say why',
    [
      { answer: 'no', by: 'sales' },
      { ...yes, why: 'it helps' },
    ],
    'asserted',
  ],
])('the level of evidence is %s', (_, said, level) => {
  expect(said === undefined ? judgeData({ name: 'X' }).assessments[0]!.evidence : levelOf(said)).toBe(level);
});

const no = { answer: 'no', by: 'sales' };
const unsaid = { answer: 'unknown', why: 'nobody told me', by: 'sales' };
const mandate = { kind: 'law', reference: 'Act 1', review_by: '2027-01-01' };
const forecast = { set_by: ['sales'] };

test.each([
  ['documented by a fact that answers for people', 'forecast', undefined, { forecast }, 'documented'],
  ['not documented by a fact that people contradict', 'forecast', no, { forecast }, 'asserted'],
  ['not documented by a mandate that overrules people', 'necessity', no, { mandate }, 'asserted'],
  ['documented by a mandate on which nobody has spoken', 'necessity', undefined, { mandate }, 'documented'],
  ['reasoned by why somebody does not know, which counts as a no', 'explanation', unsaid, {}, 'reasoned'],
])('a level of evidence is %s', (_, question, said, data, level) => {
  const { assessments } = judgeData({ name: 'X', ...data, ...(said && { answers: { [question]: said } }) });
  expect(assessments.find((one) => one.question === question)!.evidence).toBe(level);
});

test('the reason sales-not-heard names only those who say yes', () => {
  const value = ['marketing', 'finance', 'legal'].map((by) => ({
    answer: by === 'legal' ? 'no' : 'yes',
    by,
    why: 'x',
  }));
  const { assessments } = judgeData({ name: 'X', beneficiaries: ['sales'], answers: { value } });
  const [reason] = assessments[0]!.reasons;
  expect(reason).toMatchObject({ code: 'sales-not-heard', params: { by: ['finance', 'marketing'] } });
});
