import { expect, test } from 'vitest';
import { earlierProcess, improvements, lowOf, rankOfReasons, worsenings } from '../../src/gate/earlier-process.js';
import { DEFAULT_POLICY } from '../../src/gate/policy.js';
import { gateReasons } from '../../src/gate/reasons.js';
import type { JudgedProcess } from '../../src/judging/judge.js';
import { judgeData } from '../support/judge-data.js';

const yes = { answer: 'yes', why: 'so it is', by: 'sales' };
const eliminated = judgeData({ name: 'x', answers: { necessity: 'no', value: yes } });
const undecided = judgeData({ name: 'x', answers: { value: yes } });
const silent = judgeData({ name: 'x' });
const kept = judgeData({ name: 'x', mandate: { kind: 'law', reference: 'Act 1', review_by: '2027-01-01' } });

const before = (judged: JudgedProcess) => earlierProcess(judged, DEFAULT_POLICY);
const worse = (now: JudgedProcess, was: JudgedProcess | undefined, from: 'baseline' | 'since' = 'since') =>
  worsenings(now, gateReasons(now, DEFAULT_POLICY), was && before(was), from);
const better = (now: JudgedProcess, was: JudgedProcess) =>
  improvements(now, gateReasons(now, DEFAULT_POLICY), before(was));

test('a process that nothing is known of is new', () => {
  expect(worse(undecided, undefined)).toEqual([{ code: 'new' }]);
});

test('a process that did not change is neither worse nor better', () => {
  for (const judged of [eliminated, undecided, kept])
    expect([worse(judged, judged), worse(judged, judged, 'baseline'), better(judged, judged)]).toEqual([[], [], []]);
});

test('a worse verdict is a worsening, and the way back an improvement', () => {
  expect(worse(eliminated, undecided)).toEqual([{ code: 'verdict', from: 'undecided', to: 'eliminate' }]);
  expect(better(undecided, eliminated)).toEqual([{ code: 'verdict', from: 'eliminate', to: 'undecided' }]);
});

test('a lower end of the score that goes down is a worsening, even with the same verdict', () => {
  const change = { code: 'score', from: lowOf(undecided), to: lowOf(silent) };
  expect(lowOf(undecided)).toBeGreaterThan(lowOf(silent));
  expect(worse(silent, undecided)).toEqual([change]);
  expect(better(undecided, silent)).toEqual([{ ...change, from: change.to, to: change.from }]);
});

test('another reason is a worsening compared with a baseline, but not with an earlier commit', () => {
  const alsoSenseless = judgeData({ name: 'x', answers: { necessity: 'no', value: yes, strategy: 'no' } });
  const reasons = (from: 'baseline' | 'since') => worse(alsoSenseless, eliminated, from).map(({ code }) => code);
  expect(reasons('baseline')).toContain('reason');
  expect(reasons('since')).not.toContain('reason');
  expect(better(eliminated, alsoSenseless)).toContainEqual({ code: 'reason', reason: 'strategy-no' });
});

test('a score is kept rounded down to two decimals', () => {
  const scored = (low: number) => lowOf({ verdict: { ...kept.verdict, score: { low, high: 100 } } });
  expect([scored(33.339), scored(33.33), scored(100)]).toEqual([33.33, 33.33, 100]);
});

test.each([
  [['necessity-no', 'min-score'], 'eliminate'],
  [['undecided', 'min-score'], 'undecided'],
  [['value'], 'conditions'],
  [['min-score'], undefined],
])('the reasons %j imply the rank %s', (reasons, rank) => {
  expect(rankOfReasons(new Set(reasons))).toBe(rank);
});
