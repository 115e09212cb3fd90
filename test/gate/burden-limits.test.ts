import { expect, test } from 'vitest';
import { checkLimits, growthBetween } from '../../src/gate/burden-limits.js';
import { judgeData } from '../support/judge-data.js';

const effort = (minutes: number | readonly number[]) => ({ effort: { minutes, every: 'year', people: 60 } });
const process = (id: string, stated: object = {}) => judgeData({ id, name: id, ...stated });
const hours = (low: number, high = low) => ({ low, high });

test('a limit is exceeded if the upper end of the hours is over it', () => {
  const judged = [process('a', { owner: 'Finance', ...effort([1, 3]) }), process('b', { owner: 'legal' })];
  const of = (all: number | undefined, finance: number) => checkLimits({ all, owners: { finance } }, judged);
  expect(of(3, 2)).toEqual([
    { owner: null, limit: 3, taken: { hours: hours(1, 3), unknown: 1 }, processes: 2, isExceeded: false },
    { owner: 'finance', limit: 2, taken: { hours: hours(1, 3), unknown: 0 }, processes: 1, isExceeded: true },
  ]);
  expect(of(undefined, 3).map(({ owner, isExceeded }) => [owner, isExceeded])).toEqual([['finance', false]]);
});

test('hours that come without others going are growth', () => {
  const [light, heavy] = [process('a', effort(1)), process('a', effort(3))];
  expect(growthBetween([light], [heavy])).toMatchObject({ added: hours(2), taken: hours(0), isGrowth: true });
  expect(growthBetween([heavy], [light])).toMatchObject({ added: hours(0), taken: hours(2), isGrowth: false });
  const added = process('b', effort(5));
  expect(growthBetween([heavy], [light, added])).toMatchObject({ added: hours(5), taken: hours(2), isGrowth: false });
});

test('a wider range counts by its upper end', () => {
  const wider = growthBetween([process('a', effort([2, 4]))], [process('a', effort([1, 6]))]);
  expect(wider).toMatchObject({ added: hours(0, 2), taken: hours(0), isGrowth: true });
  const narrower = growthBetween([process('a', effort([1, 6]))], [process('a', effort([2, 4]))]);
  expect(narrower).toMatchObject({ added: hours(0), taken: hours(0, 2), isGrowth: false });
});

test('a process without stated hours is growth if it is new or stated them before', () => {
  expect(growthBetween([], [process('a')])).toMatchObject({ unstated: ['a'], isGrowth: true });
  expect(growthBetween([process('a', effort(1))], [process('a')])).toMatchObject({
    unstated: ['a'],
    taken: hours(0),
    isGrowth: true,
  });
  expect(growthBetween([process('a')], [process('a')])).toMatchObject({ unstated: [], isGrowth: false });
});

test('hours stated for the first time are neither added nor growth', () => {
  expect(growthBetween([process('a')], [process('a', effort(9))])).toMatchObject({
    added: hours(0),
    firstStated: ['a'],
    isGrowth: false,
  });
});
