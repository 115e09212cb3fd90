import { expect, test } from 'vitest';
import { plus, sumOfRanges, times, toRange } from '../../src/util/range.js';

test('one number is a range from and to that number', () => {
  expect([toRange(5), toRange([5, 10])]).toEqual([
    { low: 5, high: 5 },
    { low: 5, high: 10 },
  ]);
});

test('ranges are added and multiplied at both ends', () => {
  const range = { low: 1, high: 2 };
  expect(plus(range, { low: 10, high: 30 })).toEqual({ low: 11, high: 32 });
  expect(times(range, 3)).toEqual({ low: 3, high: 6 });
  expect(sumOfRanges([range, range, range])).toEqual({ low: 3, high: 6 });
  expect(sumOfRanges([])).toEqual({ low: 0, high: 0 });
});
