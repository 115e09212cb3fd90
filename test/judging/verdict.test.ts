import { expect, test } from 'vitest';
import type { Assessment, Outcome } from '../../src/judging/assess.js';
import { DEFAULT_WEIGHTS, settingsFor } from '../../src/judging/settings.js';
import { decide, isUnjustified } from '../../src/judging/verdict.js';
import { type QuestionId, questionIds } from '../../src/questions/index.js';

const AS_OF = '2026-07-01';
const MANDATE = { kind: 'law', reference: 'Act, section 3', review_by: '2027-01-01' } as const;
const LETTERS: Record<string, Outcome> = {
  y: 'yes',
  p: 'partly',
  n: 'no',
  '?': 'unknown',
  '-': 'not-applicable',
  '!': 'failed',
};

/** Outcomes in the article's order, one letter each: value creativity explanation necessity feedback trust forecast strategy; then none applies. */
function verdictOf(letters: string, mandate?: typeof MANDATE, keepAt = 33) {
  const assessments = questionIds.map(
    (question, index) =>
      ({
        question,
        outcome: LETTERS[letters[index] ?? '-']!,
        reasons: [],
        voices: [],
        path: [],
      }) as unknown as Assessment,
  );
  return decide({ mandate }, assessments, { ...settingsFor(AS_OF), keepAt });
}

test.each([
  // letters    verdict       rules                                   why
  ['yyyyyyyy', 'keep', [], 'everything is right'],
  ['yyypyyyy', 'keep', [], 'a partly is only a condition'],
  ['yyynyyyy', 'eliminate', ['necessity-no'], 'an unnecessary process is eliminated, however right the rest is'],
  ['yyyyyyyn', 'eliminate', ['strategy-no'], 'a process that makes no sense is eliminated'],
  ['nyypyyyy', 'eliminate', ['nothing-for-sales'], 'a process that gives sales nothing must be fully necessary'],
  ['nyyyyyyy', 'keep', [], 'a process that gives sales nothing is kept if it is fully necessary'],
  ['pnnpnnnp', 'eliminate', ['score-too-low'], '26 points of 100 are too few'],
  ['ppppnnnp', 'keep', [], '36 points of 100 are enough'],
  [
    '????????',
    'undecided',
    ['necessity-no', 'strategy-no', 'nothing-for-sales', 'score-too-low'],
    'nobody has answered',
  ],
  ['n??p????', 'eliminate', ['nothing-for-sales'], 'none of the missing answers could save it'],
  ['yyyyyyy?', 'undecided', ['strategy-no'], 'the one open question can eliminate'],
  ['yyyyy?yy', 'keep', [], 'the one open question cannot eliminate'],
  ['yyy!yyyy', 'undecided', ['necessity-no'], 'a failed question counts as open'],
  ['y-yyyy-y', 'keep', [], 'a question that does not apply is left out of the score'],
])('the outcomes %s give %s by the rules %j: %s', (letters, name, rules) => {
  expect(verdictOf(letters)).toMatchObject({ name, rules });
});

test('a process to which no question applies is undecided, without a score', () => {
  expect(verdictOf('--------')).toMatchObject({ name: 'undecided', score: undefined, rules: [] });
});

test('rules and a mandate hold even if the questions that apply have no weight', () => {
  const assessments = questionIds.map((question) => ({
    question,
    outcome: question === 'necessity' ? 'no' : 'not-applicable',
    reasons: [],
    voices: [],
    path: [],
  })) as unknown as Assessment[];
  const settings = settingsFor(AS_OF);
  const weightless = { ...settings, weights: { ...settings.weights, necessity: 0 } };
  const eliminated = { name: 'eliminate', score: undefined, rules: ['necessity-no'] };
  expect(decide({}, assessments, weightless)).toMatchObject(eliminated);
  const open = assessments.map((one) => (one.outcome === 'no' ? { ...one, outcome: 'unknown' as const } : one));
  expect(decide({}, open, weightless)).toMatchObject({ name: 'undecided', toAsk: ['necessity'] });
  expect(decide({ mandate: MANDATE }, assessments, weightless)).toMatchObject({
    name: 'keep',
    isKeptByMandate: true,
  });
});

test('a score at the limit is enough, one below it is too little', () => {
  expect(verdictOf('pppppppp', undefined, 50).name).toBe('keep');
  expect(verdictOf('pppppppp', undefined, 51).rules).toEqual(['score-too-low']);
});

test('a score that is below the limit only by rounding is not too little', () => {
  const weights = {
    value: 1.9,
    creativity: 3,
    explanation: 2.1,
    necessity: 0.4,
    feedback: 0.9,
    trust: 0.8,
    forecast: 2.7,
    strategy: 1.9,
  };
  const assessments = questionIds.map((question) => ({
    question,
    outcome: 'partly',
    reasons: [],
    voices: [],
    path: [],
  }));
  const settings = { ...settingsFor(AS_OF), keepAt: 50, weights: { ...DEFAULT_WEIGHTS, ...weights } };
  expect(decide({}, assessments as unknown as Assessment[], settings).rules).toEqual([]);
});

test('leaving out a no never justifies a process', () => {
  for (const id of questionIds) {
    const withNo = questionIds.map((other) => (other === id ? 'n' : 'p')).join('');
    const withNothing = withNo.replace('n', '?');
    if (isUnjustified(verdictOf(withNo))) expect(isUnjustified(verdictOf(withNothing)), id).toBe(true);
  }
});

test('the score is the weighted share of yes as 1, partly as a half and no as 0', () => {
  expect(verdictOf('ypnypnyp').score).toEqual({ low: 20 + 4 + 20 + 6 + 8 + 6, high: 64 });
});

test('the score counts each open question as no at its low end and as yes at its high end', () => {
  expect(verdictOf('y??????n').score).toEqual({ low: 20, high: 88 });
});

test('the score is shared among the questions that apply', () => {
  const score = verdictOf('y-nnnn-n').score!;
  expect(score.low).toBeCloseTo((100 * 20) / 84, 10);
});

test('an open question of a kept process is a condition too', () => {
  expect(verdictOf('yyypy?-y').conditions).toEqual(['necessity', 'trust']);
});

test('questions on which one no can eliminate are asked first, the others by weight', () => {
  expect(verdictOf('????????').toAsk.slice(0, 3)).toEqual(['necessity', 'value', 'strategy']);
  expect(verdictOf('yy?yy??p', undefined, 80).toAsk).toEqual(['explanation', 'trust', 'forecast']);
});

test('a process that no rule eliminates is not kept by its mandate', () => {
  expect(verdictOf('yyyyyyyy', MANDATE).isKeptByMandate).toBe(false);
});

test('a failed question counts as open in the score', () => {
  expect(verdictOf('!yyyyyyy').score).toEqual({ low: 80, high: 100 });
});

test('a mandate turns eliminate into keep, and every other question into a condition', () => {
  const verdict = verdictOf('nnnynnnn', MANDATE);
  expect(verdict).toMatchObject({ name: 'keep', isKeptByMandate: true });
  expect(verdict.conditions).toEqual(questionIds.filter((id) => id !== 'necessity'));
});

test('a mandate keeps an undecided process too, because no answer can abolish it', () => {
  expect(verdictOf('????????', MANDATE).name).toBe('keep');
});

test('a mandate counts through its review day and not a day longer', () => {
  expect(verdictOf('nnnynnnn', { ...MANDATE, review_by: AS_OF } as never).name).toBe('keep');
  expect(verdictOf('nnnynnnn', { ...MANDATE, review_by: '2026-06-30' } as never).name).toBe('eliminate');
});

test('only open questions that can change the verdict are asked', () => {
  expect(verdictOf('yyyyyyy?').toAsk).toEqual(['strategy']);
  expect(verdictOf('y?yyyyy?').toAsk).toEqual(['strategy']);
  expect(verdictOf('yyyyyyyy').toAsk).toEqual([]);
});

test('an answered question is not asked again, however decisive it is', () => {
  expect(verdictOf('nnnyp-?-').toAsk).toEqual(['forecast']);
});

test('every way to answer the questions asked decides the verdict, and none of them is superfluous', () => {
  for (const letters of ['????????', 'n??y????', 'p?p?p?-?', '?-??n?-p', 'y??y???y', 'nnn?yyy?']) {
    const { toAsk, name } = verdictOf(letters);
    if (name !== 'undecided') continue;
    expect(everyAnswerDecides(letters, toAsk), `${letters} ${toAsk}`).toBe(true);
    for (const id of toAsk) {
      expect(
        everyAnswerDecides(
          letters,
          toAsk.filter((other) => other !== id),
        ),
        `${letters} without ${id}`,
      ).toBe(false);
    }
  }
});

function everyAnswerDecides(letters: string, asked: readonly QuestionId[]): boolean {
  const [next, ...rest] = asked;
  if (next === undefined) return verdictOf(letters).name !== 'undecided';
  const at = questionIds.indexOf(next);
  return [...'npy'].every((answer) => everyAnswerDecides(letters.slice(0, at) + answer + letters.slice(at + 1), rest));
}
