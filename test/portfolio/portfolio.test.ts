import { describe, expect, test } from 'vitest';
import { burdenOf, sumOfBurdens } from '../../src/judging/burden.js';
import { settingsFor } from '../../src/judging/settings.js';
import { activityLoads } from '../../src/portfolio/activities.js';
import { shareOfSalesperson, sharesOfOwners, sharesOfRoles, unknownRoles } from '../../src/portfolio/hours-shares.js';
import { addCadence, parseCadence } from '../../src/time/cadence.js';
import { addMonths, isDay } from '../../src/time/day.js';
import { judgeData } from '../support/judge-data.js';

describe('burden: minutes × times a year × people', () => {
  test.each([
    [{ minutes: 60, every: 'day', people: 1 }, 230],
    [{ minutes: 60, every: 'week', people: 1 }, 46],
    [{ minutes: 60, every: '2 weeks', people: 1 }, 23],
    [{ minutes: 60, every: 'month', people: 2 }, 24],
    [{ minutes: 60, every: 'quarter', people: 1 }, 4],
    [{ minutes: 60, every: 'year', people: 1 }, 1],
    [{ minutes: 30, times_per_year: 400, people: 12 }, 2400],
    [{ minutes: 30, every: 'per deal', times_per_year: 10, people: 1 }, 5],
  ])('%j is %d hours', (effort, hours) => {
    expect(burdenOf({ effort }).hours).toEqual({ low: hours, high: hours });
  });

  test('from a range is a range', () => {
    expect(burdenOf({ effort: { minutes: [30, 60], every: 'week', people: 10 } }).hours).toEqual({
      low: 230,
      high: 460,
    });
  });

  test.each([
    [undefined, 'effort'],
    [{ every: 'week', people: 3 }, 'minutes'],
    [{ minutes: 5, people: 3 }, 'frequency'],
    [{ minutes: 5, every: 'per deal', people: 3 }, 'times'],
    [{ minutes: 5, every: 'week' }, 'people'],
  ])('of %j is unknown, never zero, and says what is missing', (effort, missing) => {
    expect(burdenOf({ effort })).toEqual({ hours: undefined, missing });
  });

  test('sums what is known and counts what is not', () => {
    const known = { hours: { low: 1, high: 2 } };
    expect(sumOfBurdens([known, known, { hours: undefined }])).toEqual({ hours: { low: 2, high: 4 }, unknown: 1 });
  });
});

describe('whose hours they are', () => {
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

  test('by owner, however the role is written; what is not stated is counted and never zero', () => {
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

  test('of owners, the costliest come first, then those of whom least is known, then by name', () => {
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

  test('of roles, those who spend most a week come first, then by name as it is first written', () => {
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

  test('what is justified is in the hours, and not among those that are not', () => {
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

  test('a role that alone does a process has all of its hours; of a shared one it is not known how many', () => {
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
    // Of ten people at most four are SDRs, and so at least six are not.
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

  test('headcounts that contradict the file never make a range that ends before it begins', () => {
    const files = [{ performed_by: ['sdr', 'rep'], effort: effort(60, 10) }];
    const { roles } = shares(files, settingsFor('2026-07-01', { headcount: { sdr: 2, rep: 3 } }));
    for (const { all } of roles) expect(all.hours.low).toBeLessThanOrEqual(all.hours.high);
  });

  test('for one salesperson: hours a week and the share of the working time, all and unjustified', () => {
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
    // Ten people an hour or two a week, and of ten others at least seven, at most eight an hour.
    expect(one.aWeek.low).toBeCloseTo(17 / 20);
    expect(one.aWeek.high).toBeCloseTo(28 / 20);
    expect(one.share.high).toBeCloseTo(28 / 20 / 30);
  });

  test('people that a process names are there, whatever the headcount says, and even where its hours are not known', () => {
    const one = (files: object[], headcount = {}) => shares(files, settingsFor('2026-07-01', { headcount })).one;
    const ten = { effort: effort(60, 10) };
    expect(one([ten], { sales: 10 })).toMatchObject({ people: 10, from: 'headcount', aWeek: { low: 1, high: 1 } });
    expect(one([ten], { sales: 4 })).toMatchObject({ people: 10, from: 'most-named', aWeek: { low: 1, high: 1 } });
    expect(one([ten, { effort: { people: 20 } }])).toMatchObject({ people: 20, from: 'most-named', unknown: 1 });
  });

  test('what others do is in no figure of one salesperson', () => {
    expect(shares([{ effort: effort(60, 10) }, { performed_by: ['manager'] }]).one).toMatchObject({ unknown: 0 });
  });

  test('roles of the headcount that no process names are told', () => {
    const files = [{ performed_by: ['SDR'] }, {}].map((file) => judgeData({ name: 'x', ...file }));
    const settings = settingsFor('2026-07-01', { headcount: { sdr: 4, sales: 3, engineer: 2 } });
    expect(unknownRoles(files, settings)).toEqual(['engineer']);
  });

  test('nothing is said of one where no hours are stated, or nobody of sales does anything', () => {
    expect(shares([{}]).one).toBeUndefined();
    expect(shares([{ effort: { people: 5 } }]).one).toBeUndefined();
    expect(shares([{ performed_by: ['sdr', 'manager'], effort: effort(60, 10) }]).one).toBeUndefined();
    expect(shares([{ performed_by: ['manager'], effort: effort(60, 3) }]).one).toBeUndefined();
  });

  test('weeks, days and holidays come from the configuration', () => {
    const workingTime = { weeks: 50, daysAWeek: 4, hoursAWeek: 32, holidays: 20 };
    const hours = (every: string) => burdenOf({ effort: { minutes: 60, every, people: 1 } }, workingTime).hours!.low;
    expect(['day', 'week', 'month', 'quarter', 'year'].map(hours)).toEqual([180, 45, 12, 4, 1]);
  });
});

describe('what activity targets ask of one person', () => {
  const settings = settingsFor('2026-07-01');
  const loads = (files: object[]) =>
    activityLoads({ members: files.map((file, at) => judgeData({ id: `p-${at}`, name: 'x', ...file })), settings });
  const kpi = { name: 'K', measure: 'activity-count', target: 10, every: 'week', minutes: 30 };

  test('is told of each role that has targets, the most demanding target first, beside what else takes its time', () => {
    const some = loads([
      { performed_by: ['sdr'], kpis: [kpi] },
      {
        performed_by: ['sdr', 'rep'],
        kpis: [
          { ...kpi, target: '20', minutes: [30, 60] },
          { ...kpi, target: 4 },
        ],
      },
      { performed_by: ['rep'], effort: { minutes: 120, every: 'week', people: 2 } },
      { performed_by: ['manager'], effort: { minutes: 600, every: 'week', people: 2 } },
    ]);
    expect(
      some.map(({ role, targets, hours, taken, there }) => ({
        role,
        targets: targets.map(({ process, index, hours }) => [process, index, hours.low, hours.high]),
        hours,
        taken,
        there,
      })),
    ).toEqual([
      {
        role: 'sdr',
        targets: [
          ['p-1', 0, 10, 20],
          ['p-0', 0, 5, 5],
          ['p-1', 1, 2, 2],
        ],
        hours: { low: 17, high: 27 },
        taken: { low: 0, high: 0 },
        there: 40,
      },
      {
        role: 'rep',
        targets: [
          ['p-1', 0, 10, 20],
          ['p-1', 1, 2, 2],
        ],
        hours: { low: 12, high: 22 },
        taken: { low: 2, high: 2 },
        there: 40,
      },
    ]);
  });

  test('leaves out the time of a process that has such a target: it may be the activity itself', () => {
    const effort = { minutes: 300, every: 'week', people: 3 };
    expect(loads([{ kpis: [kpi], effort }])).toMatchObject([{ hours: { low: 5 }, taken: { low: 0, high: 0 } }]);
  });

  test.each([
    ['another measure', { measure: 'other' }],
    ['no minutes', { minutes: undefined }],
    ['no time in which to meet it', { every: undefined }],
    ['an event, which has no number', { every: 'per deal' }],
    ['a share', { target: '60 %' }],
  ])('is not told of a target with %s', (_, changed) => {
    const entries = Object.entries({ ...kpi, ...changed }).filter(([, value]) => value !== undefined);
    expect(loads([{ kpis: [Object.fromEntries(entries)] }])).toEqual([]);
  });
});

describe('days and cadences', () => {
  test.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-01', false],
    ['today', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  test('a month from the last of January is the last of February', () => {
    expect([
      addMonths('0050-01-31', 1),
      addMonths('0099-12-31', 2),
      addMonths('0000-01-01', -1),
      addMonths('9999-12-31', 1),
    ]).toEqual(['0050-02-28', '0100-02-28', '0000-01-01', '9999-12-31']);
    expect([addMonths('2026-01-31', 1), addMonths('2024-01-31', 1), addMonths('2026-11-30', 3)]).toEqual([
      '2026-02-28',
      '2024-02-29',
      '2027-02-28',
    ]);
  });

  test.each([
    ['day', 1, '2026-07-02'],
    ['10 days', 1, '2026-07-11'],
    ['week', 1.5, '2026-07-11'],
    ['month', 1, '2026-08-01'],
    ['month', 1.5, '2026-08-16'],
    ['quarter', 1, '2026-10-01'],
    ['year', 1, '2027-07-01'],
  ])('%s, %d times, from 1 July 2026 ends on %s', (text, times, end) => {
    expect(addCadence('2026-07-01', parseCadence(text), times)).toBe(end);
  });

  test('a length of time beyond the calendar ends with it', () => {
    expect(addCadence('2026-07-01', parseCadence('9999 years'))).toBe('9999-12-31');
  });

  test('an event never falls due', () => {
    expect(addCadence('2026-07-01', parseCadence('per deal'))).toBeUndefined();
  });
});
