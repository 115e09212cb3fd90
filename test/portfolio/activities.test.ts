import { expect, test } from 'vitest';
import { settingsFor } from '../../src/judging/settings.js';
import { activityLoads } from '../../src/portfolio/activities.js';
import { judgeData } from '../support/judge-data.js';

const settings = settingsFor('2026-07-01');
const loads = (files: object[]) =>
  activityLoads({ members: files.map((file, at) => judgeData({ id: `p-${at}`, name: 'x', ...file })), settings });
const kpi = { name: 'K', measure: 'activity-count', target: 10, every: 'week', minutes: 30 };

test('each role with activity targets has a load: its targets, the most demanding first, and the time its other processes take', () => {
  const found = loads([
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
    found.map(({ role, targets, hours, taken, there }) => ({
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

test('a load leaves out the effort of a process with a target, which may be the activity itself', () => {
  const effort = { minutes: 300, every: 'week', people: 3 };
  expect(loads([{ kpis: [kpi], effort }])).toMatchObject([{ hours: { low: 5 }, taken: { low: 0, high: 0 } }]);
});

test.each([
  ['another measure', { measure: 'other' }],
  ['no minutes', { minutes: undefined }],
  ['no time span', { every: undefined }],
  ['an event as its time span', { every: 'per deal' }],
  ['a percentage', { target: '60 %' }],
])('a target with %s makes no load', (_, changed) => {
  const entries = Object.entries({ ...kpi, ...changed }).filter(([, value]) => value !== undefined);
  expect(loads([{ kpis: [Object.fromEntries(entries)] }])).toEqual([]);
});
