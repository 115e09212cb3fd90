import { expect, test } from 'vitest';
import { MOST_STEPS, stepsOf } from '../../src/history/steps.js';

const commits = [
  { commit: 'a', day: '2026-01-15' },
  { commit: 'b', day: '2026-01-31' },
  { commit: 'c', day: '2026-03-01' },
  { commit: 'd', day: '2026-03-01' },
];
const steps = (every: Parameters<typeof stepsOf>[1], until: string) =>
  stepsOf(commits, every, until).map(({ day, commit }) => `${day} ${commit}`);

test('the steps are the day of the first commit, the last day of each period, and the last day', () => {
  const month = { kind: 'period', unit: 'month', count: 1 } as const;
  expect(steps(month, '2026-03-02')).toEqual(['2026-01-15 a', '2026-01-31 b', '2026-02-28 b', '2026-03-02 d']);
  expect(steps({ ...month, count: 2 }, '2026-05-31')).toEqual([
    '2026-01-15 a',
    '2026-02-28 b',
    '2026-04-30 d',
    '2026-05-31 d',
  ]);
  expect(steps({ ...month, unit: 'year' }, '2027-01-01')).toEqual(['2026-01-15 a', '2026-12-31 d', '2027-01-01 d']);
  expect(steps({ ...month, unit: 'quarter' }, '2026-07-01')).toEqual([
    '2026-01-15 a',
    '2026-03-31 d',
    '2026-06-30 d',
    '2026-07-01 d',
  ]);
  expect(steps({ ...month, unit: 'week' }, '2026-02-01')).toEqual([
    '2026-01-15 a',
    '2026-01-21 a',
    '2026-01-28 a',
    '2026-02-01 b',
  ]);
});

test('steps end with the calendar, and their number is limited', () => {
  const month = { kind: 'period', unit: 'month', count: 1 } as const;
  const late = [{ commit: 'a', day: '9998-11-15' }];
  const days = (every: Parameters<typeof stepsOf>[1], until: string) =>
    stepsOf(late, every, until).map(({ day }) => day);
  expect(days(month, '9999-12-31').slice(-3)).toEqual(['9999-11-30', '9999-12-30', '9999-12-31']);
  expect(days({ ...month, unit: 'quarter' }, '9999-12-31').at(-1)).toBe('9999-12-31');
  expect(days({ ...month, unit: 'week' }, '9999-12-31').at(-1)).toBe('9999-12-31');
  expect(days({ ...month, unit: 'year', count: 999 }, '9999-12-31')).toEqual([
    '9998-11-15',
    '9999-12-30',
    '9999-12-31',
  ]);
  expect(steps({ ...month, unit: 'day' }, '9999-12-31').length).toBeLessThan(MOST_STEPS + 10);
});

test('each commit can be a step, and the last day is one too', () => {
  expect(steps('commit', '2026-03-01')).toEqual(['2026-01-15 a', '2026-01-31 b', '2026-03-01 c', '2026-03-01 d']);
  expect(steps('commit', '2026-02-01')).toEqual(['2026-01-15 a', '2026-01-31 b', '2026-02-01 b']);
  expect(steps('commit', '2026-01-01')).toEqual([]);
});
