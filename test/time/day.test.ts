import { expect, test } from 'vitest';
import { addMonths, isDay } from '../../src/time/day.js';

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-01', false],
  ['today', false],
])('%s is a day that exists: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test('a month after the last day of a longer month is the last day of the shorter one, and the calendar has two ends', () => {
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
