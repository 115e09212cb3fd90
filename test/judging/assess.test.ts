import { afterEach, describe, expect, test, vi } from 'vitest';
import { assess, assessOne } from '../../src/judging/assess.js';
import { settingsFor } from '../../src/judging/settings.js';
import { defineQuestion } from '../../src/questions/contract.js';
import { trust } from '../../src/questions/trust.js';
import { validateProcess } from '../../src/sales-process/validate-process.js';
import { folderWith, run } from '../support/fake-io.js';
import { judgeData } from '../support/judge-data.js';

const settings = settingsFor('2026-07-01');

afterEach(() => vi.restoreAllMocks());

describe('a question that throws', () => {
  const broken = defineQuestion({
    id: 'value',
    number: 1,
    weight: 20,
    salesSpeaks: true,
    assess(): never[] {
      throw new Error('our own fault');
    },
  });

  test('is failed, whatever was said, with what happened and where', () => {
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

  test('leaves the other seven to run, ends in exit 3, and can never help a process to be kept', async () => {
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
});

describe('where a reader should look first', () => {
  const said = { answer: 'yes', by: 'sales', why: 'it helps' };

  test.each([
    ['at the file when nobody has spoken', { beneficiaries: ['sales'] }, []],
    ['at the voice that counts', { beneficiaries: ['sales'], answers: { value: said } }, ['answers', 'value']],
    ['at what holds it down', { beneficiaries: ['finance'], answers: { value: said } }, ['beneficiaries']],
  ])('%s', (_, data, path) => {
    expect(judgeData({ name: 'X', ...data }).assessments[0]!.path).toEqual(path);
  });
});

describe('the level of evidence', () => {
  const levelOf = (said: unknown) =>
    judgeData({ name: 'X', beneficiaries: ['sales'], answers: { value: said } }).assessments[0]!.evidence;
  const yes = { answer: 'yes', by: 'sales' };

  test.each([
    ['nobody has spoken', undefined, undefined],
    ['asserted: somebody says so', yes, 'asserted'],
    ['reasoned: and says why', { ...yes, why: 'it helps' }, 'reasoned'],
    ['documented: with evidence', { ...yes, evidence: ['https://example.com'] }, 'documented'],
    ['measured: three of the sales team', [yes, yes, yes], 'measured'],
    [
      'of those who claim it only',
      [yes, { answer: 'no', by: 'rep' }, { answer: 'no', by: 'rep', why: 'no' }],
      'measured',
    ],
    [
      'not of those who say otherwise',
      [
        { answer: 'no', by: 'sales' },
        { ...yes, why: 'it helps' },
      ],
      'asserted',
    ],
  ])('is %s', (_, said, level) => {
    expect(said === undefined ? judgeData({ name: 'X' }).assessments[0]!.evidence : levelOf(said)).toBe(level);
  });

  const no = { answer: 'no', by: 'sales' };
  const unsaid = { answer: 'unknown', why: 'nobody told me', by: 'sales' };
  const mandate = { kind: 'law', reference: 'Act 1', review_by: '2027-01-01' };
  const forecast = { set_by: ['sales'] };

  test.each([
    ['a fact that answers in the place of people', 'forecast', undefined, { forecast }, 'documented'],
    ['no fact that people contradict', 'forecast', no, { forecast }, 'asserted'],
    ['no duty that overrules people', 'necessity', no, { mandate }, 'asserted'],
    ['a duty of which nobody has spoken', 'necessity', undefined, { mandate }, 'documented'],
    ['why somebody does not know, which is a no', 'explanation', unsaid, {}, 'reasoned'],
  ])('goes by %s', (_, question, said, data, level) => {
    const { assessments } = judgeData({ name: 'X', ...data, ...(said && { answers: { [question]: said } }) });
    expect(assessments.find((one) => one.question === question)!.evidence).toBe(level);
  });
});

test('only those who say yes are said to say yes', () => {
  const value = ['marketing', 'finance', 'legal'].map((by) => ({
    answer: by === 'legal' ? 'no' : 'yes',
    by,
    why: 'x',
  }));
  const { assessments } = judgeData({ name: 'X', beneficiaries: ['sales'], answers: { value } });
  const [reason] = assessments[0]!.reasons;
  expect(reason).toMatchObject({ code: 'sales-not-heard', params: { by: ['finance', 'marketing'] } });
});
