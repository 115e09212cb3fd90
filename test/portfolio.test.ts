import { describe, expect, test } from 'vitest';
import { burdenOf, sumOfBurdens } from '../src/portfolio/burden.js';
import { addCadence, parseCadence } from '../src/time/cadence.js';
import { addMonths, isDay } from '../src/time/day.js';

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
