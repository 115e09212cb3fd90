import { expect, test } from 'vitest';
import { addCadence, parseCadence } from '../../src/time/cadence.js';

test.each([
  ['day', 1, '2026-07-02'],
  ['10 days', 1, '2026-07-11'],
  ['week', 1.5, '2026-07-11'],
  ['month', 1, '2026-08-01'],
  ['month', 1.5, '2026-08-16'],
  ['quarter', 1, '2026-10-01'],
  ['year', 1, '2027-07-01'],
])('the cadence "%s", %d times, from 1 July 2026 ends on %s', (text, times, end) => {
  expect(addCadence('2026-07-01', parseCadence(text), times)).toBe(end);
});

test('a period that would go beyond the calendar ends on its last day', () => {
  expect(addCadence('2026-07-01', parseCadence('9999 years'))).toBe('9999-12-31');
});

test('an event never falls due', () => {
  expect(addCadence('2026-07-01', parseCadence('per deal'))).toBeUndefined();
});
