import { expect, test } from 'vitest';
import { burdenOf, sumOfBurdens } from '../../src/judging/burden.js';

test.each([
  [{ minutes: 60, every: 'day', people: 1 }, 230],
  [{ minutes: 60, every: 'week', people: 1 }, 46],
  [{ minutes: 60, every: '2 weeks', people: 1 }, 23],
  [{ minutes: 60, every: 'month', people: 2 }, 24],
  [{ minutes: 60, every: 'quarter', people: 1 }, 4],
  [{ minutes: 60, every: 'year', people: 1 }, 1],
  [{ minutes: 30, times_per_year: 400, people: 12 }, 2400],
  [{ minutes: 30, every: 'per deal', times_per_year: 10, people: 1 }, 5],
])('an effort of %j is %d hours a year', (effort, hours) => {
  expect(burdenOf({ effort }).hours).toEqual({ low: hours, high: hours });
});

test('minutes given as a range make the hours a range', () => {
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
])('the hours of an effort of %j are unknown, never zero, and it says what is missing: %s', (effort, missing) => {
  expect(burdenOf({ effort })).toEqual({ hours: undefined, missing });
});

test('a sum of burdens adds up the known hours and counts the burdens without any', () => {
  const known = { hours: { low: 1, high: 2 } };
  expect(sumOfBurdens([known, known, { hours: undefined }])).toEqual({ hours: { low: 2, high: 4 }, unknown: 1 });
});

test('a working time of its own changes the hours of daily and weekly efforts only', () => {
  const workingTime = { weeks: 50, daysAWeek: 4, hoursAWeek: 32, holidays: 20 };
  const hours = (every: string) => burdenOf({ effort: { minutes: 60, every, people: 1 } }, workingTime).hours!.low;
  expect(['day', 'week', 'month', 'quarter', 'year'].map(hours)).toEqual([180, 45, 12, 4, 1]);
});
