import { expect, test } from 'vitest';
import { settingsFor } from '../../src/judging/settings.js';
import { shareOfSalesperson, sharesOfOwners, sharesOfRoles, unknownRoles } from '../../src/portfolio/hours-shares.js';
import { judgeData } from '../support/judge-data.js';

const effort = (minutes: number | number[], people: number) => ({ minutes, every: 'week', people });
const no = { answers: { necessity: 'no' } };
const justified = { mandate: { kind: 'law', reference: 'Act, section 3', review_by: '2027-01-01' } };
const shares = (files: object[], settings = settingsFor('2026-07-01')) => {
  const judged = files.map((file, index) => judgeData({ id: `p-${index}`, name: 'x', ...file }, settings));
  return {
    owners: sharesOfOwners(judged),
    roles: sharesOfRoles(judged, settings),
    one: shareOfSalesperson(judged, settings),
  };
};

test('hours are grouped by owner however the role is spelled, and hours not stated are counted, never taken as zero', () => {
  const { owners } = shares([
    { owner: 'Finance', effort: effort(60, 2), ...no },
    { owner: 'finance', effort: effort([60, 90], 2) },
    { owner: 'finance' },
    {},
  ]);
  expect(owners).toEqual([
    {
      owner: 'Finance',
      processes: 3,
      all: { hours: { low: 184, high: 230 }, unknown: 1 },
      unjustified: { hours: { low: 184, high: 230 }, unknown: 1 },
    },
    {
      owner: undefined,
      processes: 1,
      all: { hours: { low: 0, high: 0 }, unknown: 1 },
      unjustified: { hours: { low: 0, high: 0 }, unknown: 1 },
    },
  ]);
});

test('owners are sorted by hours, then by the number of processes without hours, then by name', () => {
  const { owners } = shares([
    { owner: 'Board' },
    {},
    { owner: 'Archive' },
    { owner: 'audit' },
    { owner: 'audit' },
    { owner: 'legal', effort: effort(60, 1) },
    { owner: 'finance', effort: effort(60, 1) },
    { owner: 'marketing', effort: effort([10, 120], 1) },
  ]);
  const inOrder = ['marketing', 'finance', 'legal', 'audit', undefined, 'Archive', 'Board'];
  expect(owners.map(({ owner }) => owner)).toEqual(inOrder);
});

test('roles are sorted by hours a week, then by name, and keep their first spelling', () => {
  const { roles } = shares([
    { performed_by: ['SDR'], effort: effort(60, 1) },
    { performed_by: ['SDR', 'sdr'] },
    { performed_by: ['engineer'], effort: effort(60, 1) },
    { performed_by: ['manager'], effort: effort(60, 1) },
    { performed_by: ['account-executive'], effort: effort([30, 120], 1) },
  ]);
  expect(roles.map(({ role, processes }) => [role, processes])).toEqual([
    ['account-executive', 1],
    ['SDR', 2],
    ['engineer', 1],
    ['manager', 1],
  ]);
});

test('justified processes count in the hours but not in the unjustified hours', () => {
  const { owners, roles, one } = shares([
    { owner: 'finance', effort: effort(60, 2), ...no },
    { owner: 'finance', effort: effort(180, 2), ...justified },
    { owner: 'finance', ...justified },
  ]);
  const all = { hours: { low: 368, high: 368 }, unknown: 1 };
  const unjustified = { hours: { low: 92, high: 92 }, unknown: 0 };
  expect(owners).toMatchObject([{ all, unjustified }]);
  const [aWeek, unjustifiedAWeek] = [
    { low: 4, high: 4 },
    { low: 1, high: 1 },
  ];
  expect(roles).toMatchObject([{ all, unjustified, aWeek, unjustifiedAWeek }]);
  expect(one).toMatchObject({ aWeek, unjustifiedAWeek, unknown: 1, unjustifiedUnknown: 0 });
  expect([one!.share.high, one!.unjustifiedShare.high]).toEqual([4 / 40, 1 / 40]);
});

test('a role gets all hours of a process it does alone, and a range for one it shares', () => {
  const files = [
    { performed_by: ['sdr'], effort: effort(60, 2) },
    { performed_by: ['sdr', 'account-executive'], effort: effort(60, 10) },
  ];
  const of = (settings = settingsFor('2026-07-01')) =>
    Object.fromEntries(shares(files, settings).roles.map(({ role, all, aWeek }) => [role, [all.hours, aWeek]]));
  expect(of()).toEqual({
    sdr: [
      { low: 92, high: 552 },
      { low: 2, high: 2 },
    ],
    'account-executive': [
      { low: 0, high: 460 },
      { low: 1, high: 1 },
    ],
  });
  // At most four of the ten people are SDRs, so at least six are not.
  expect(of(settingsFor('2026-07-01', { headcount: { sdr: 4 } }))).toEqual({
    sdr: [
      { low: 92, high: 276 },
      { low: 2, high: 2 },
    ],
    'account-executive': [
      { low: 276, high: 460 },
      { low: 1, high: 1 },
    ],
  });
  expect(of(settingsFor('2026-07-01', { headcount: { SDR: 4, 'account-executive': 6 } }))).toEqual({
    sdr: [
      { low: 276, high: 276 },
      { low: 2, high: 2 },
    ],
    'account-executive': [
      { low: 276, high: 276 },
      { low: 1, high: 1 },
    ],
  });
});

test('headcounts that contradict the file never make a range with the higher number first', () => {
  const files = [{ performed_by: ['sdr', 'rep'], effort: effort(60, 10) }];
  const { roles } = shares(files, settingsFor('2026-07-01', { headcount: { sdr: 2, rep: 3 } }));
  for (const { all } of roles) expect(all.hours.low).toBeLessThanOrEqual(all.hours.high);
});

test('the average salesperson has hours a week and a share of the working time, in all and unjustified', () => {
  const files = [
    { effort: effort([60, 120], 10), ...no },
    { performed_by: ['manager'], effort: effort(600, 10) },
    { performed_by: ['sdr', 'manager'], effort: effort(60, 10) },
    {},
  ];
  expect(shares(files).one).toMatchObject({
    people: 10,
    from: 'most-named',
    aWeek: { low: 1, high: 3 },
    share: { low: expect.closeTo(1 / 40), high: expect.closeTo(3 / 40) },
    unknown: 1,
  });
  const settings = settingsFor('2026-07-01', {
    headcount: { sales: 12, sdr: 8, manager: 3 },
    workingTime: { weeks: 52, daysAWeek: 5, hoursAWeek: 30, holidays: 60 },
  });
  const one = shares(files, settings).one!;
  expect([one.people, one.from]).toEqual([20, 'headcount']);
  // Ten people spend one or two hours a week; of ten others, seven or eight spend one.
  expect(one.aWeek.low).toBeCloseTo(17 / 20);
  expect(one.aWeek.high).toBeCloseTo(28 / 20);
  expect(one.share.high).toBeCloseTo(28 / 20 / 30);
});

test('the sales team has at least as many people as any process names, even one without hours, whatever the headcount says', () => {
  const one = (files: object[], headcount = {}) => shares(files, settingsFor('2026-07-01', { headcount })).one;
  const ten = { effort: effort(60, 10) };
  expect(one([ten], { sales: 10 })).toMatchObject({ people: 10, from: 'headcount', aWeek: { low: 1, high: 1 } });
  expect(one([ten], { sales: 4 })).toMatchObject({ people: 10, from: 'most-named', aWeek: { low: 1, high: 1 } });
  expect(one([ten, { effort: { people: 20 } }])).toMatchObject({ people: 20, from: 'most-named', unknown: 1 });
});

test('what other roles do is in none of the figures for a salesperson', () => {
  expect(shares([{ effort: effort(60, 10) }, { performed_by: ['manager'] }]).one).toMatchObject({ unknown: 0 });
});

test('roles of the headcount that no process names are reported', () => {
  const files = [{ performed_by: ['SDR'] }, {}].map((file) => judgeData({ name: 'x', ...file }));
  const settings = settingsFor('2026-07-01', { headcount: { sdr: 4, sales: 3, engineer: 2 } });
  expect(unknownRoles(files, settings)).toEqual(['engineer']);
});

test('there are no figures for a salesperson if no hours are stated or sales does none of the processes', () => {
  expect(shares([{}]).one).toBeUndefined();
  expect(shares([{ effort: { people: 5 } }]).one).toBeUndefined();
  expect(shares([{ performed_by: ['sdr', 'manager'], effort: effort(60, 10) }]).one).toBeUndefined();
  expect(shares([{ performed_by: ['manager'], effort: effort(60, 3) }]).one).toBeUndefined();
});
