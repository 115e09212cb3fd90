import { expect, test } from 'vitest';
import { DEFAULT_POLICY, type GatePolicy } from '../../src/gate/policy.js';
import { judgeWaivers, type Waiver, type WaiverContext } from '../../src/gate/waivers.js';
import { parseCadence } from '../../src/time/cadence.js';
import { AS_OF } from '../support/generate.js';
import { judgeData } from '../support/judge-data.js';

const place = { file: 'audit.config.yaml', line: 1, column: 1 };
const waiver = (changed: Partial<Waiver> = {}): Waiver => ({
  process: 'a',
  reason: 'being rebuilt',
  approvedBy: 'sales-director',
  until: '2026-12-31',
  isInProcessFile: false,
  place,
  untilPlace: place,
  ...changed,
});
const eliminated = judgeData({ id: 'a', name: 'A', owner: 'finance', answers: { necessity: 'no' } });
const kept = judgeData({ id: 'a', name: 'A', mandate: { kind: 'law', reference: 'Act 1', review_by: '2027-01-01' } });
const context = (changed: Partial<WaiverContext> = {}): WaiverContext => ({
  judged: [eliminated],
  retired: [],
  policy: DEFAULT_POLICY,
  asOf: AS_OF,
  isWhole: true,
  ...changed,
});
const policy = (changed: Partial<GatePolicy>): Partial<WaiverContext> => ({
  policy: { ...DEFAULT_POLICY, ...changed },
});

test.each<[string, Partial<Waiver>, Partial<WaiverContext>, object]>([
  ['active on its last day', { until: AS_OF }, {}, { state: 'active' }],
  ['expired the day after', { until: '2026-06-30' }, {}, { state: 'expired' }],
  ['active on the day it is granted', { granted: AS_OF }, {}, { state: 'active' }],
  ['not yet active the day before', { granted: '2026-07-02' }, {}, { state: 'not-yet' }],
  ['self-approved, however the owner is spelled', { approvedBy: 'Finance' }, {}, { state: 'self-approved' }],
  ['unused if the process passes', {}, { judged: [kept] }, { state: 'unused', because: 'passes' }],
  ['unused if the process is retired', {}, { judged: [], retired: [kept] }, { state: 'unused', because: 'retired' }],
  ['unused if there is no such process', { process: 'b' }, {}, { state: 'unused', because: 'no-such-process' }],
  [
    'not waivable if the policy forbids the rule',
    {},
    policy({ unwaivable: ['strategy-no', 'necessity-no'] }),
    { state: 'not-waivable', forbiddenBy: ['necessity-no'] },
  ],
  [
    'not waivable if the policy forbids the question behind the rule',
    {},
    policy({ unwaivable: ['necessity'] }),
    { state: 'not-waivable', forbiddenBy: ['necessity'] },
  ],
  [
    'too long, counted from the day it is granted',
    { granted: '2026-01-01', until: '2026-07-02' },
    policy({ waiverMax: parseCadence('6 months') }),
    { state: 'too-long', latest: '2026-07-01' },
  ],
])('a waiver is %s', (_, changed, among, expected) => {
  expect(judgeWaivers([waiver(changed)], context(among))).toMatchObject([expected]);
});

test('of two waivers that would count, only the first does', () => {
  const judged = judgeWaivers([waiver({ until: '2026-06-30' }), waiver(), waiver()], context());
  expect(judged.map(({ state, because }) => [state, because])).toEqual([
    ['expired', undefined],
    ['active', undefined],
    ['unused', 'another-counts'],
  ]);
});

test('a waiver for a process that was not among those judged is left out unless all were judged', () => {
  const other = waiver({ process: 'b' });
  expect(judgeWaivers([other], context({ isWhole: false }))).toEqual([]);
  expect(judgeWaivers([other], context({ isWhole: true }))).toHaveLength(1);
});
