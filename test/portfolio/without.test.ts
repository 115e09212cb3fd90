import { expect, test } from 'vitest';
import { settingsFor } from '../../src/judging/settings.js';
import { dependenciesIn } from '../../src/portfolio/dependencies.js';
import { portfolioOf } from '../../src/portfolio/portfolio.js';
import { without } from '../../src/portfolio/without.js';
import { AS_OF } from '../support/generate.js';
import { judgeData } from '../support/judge-data.js';

const members = (files: Record<string, object>) =>
  Object.entries(files).map(([id, file]) => judgeData({ id, name: id, ...file }));
const effort = { minutes: 60, every: 'week', people: 2 };

test('removing processes gives hours, broken feeds, lost demands, and processes that may no longer be needed', () => {
  const portfolio = portfolioOf(
    members({
      a: {
        effort,
        feeds: ['b', 'c'],
        demands: [
          { what: 'deal amount', used_by: ['cfo'] },
          { what: 'x', already_in: 'CRM' },
        ],
      },
      b: { feeds: ['c'], demands: ['amount of the deal', 'weather'] },
      c: { demands: ['Amount of deals'], because_of: ['a', 'b'] },
      d: { feeds: ['a', 'd'] },
    }),
    [],
    settingsFor(AS_OF),
  );
  const what = without(new Set(['a', 'b']), portfolio);
  expect(what.returned).toEqual({ hours: { low: 92, high: 92 }, unknown: 1 });
  expect(what.feeds).toEqual([
    { from: 'a', to: 'c', other: 'undecided', goes: 'source', index: 1 },
    { from: 'd', to: 'a', other: 'undecided', goes: 'consumer', index: 0 },
    { from: 'b', to: 'c', other: 'undecided', goes: 'source', index: 0 },
  ]);
  expect(what.demands.map(({ process: id, index, still }) => [id, index, still])).toEqual([
    ['a', 0, { askedBy: 'c' }],
    ['a', 1, { in: 'CRM' }],
    ['b', 0, { askedBy: 'c' }],
    ['b', 1, undefined],
  ]);
  expect(what.begotten).toEqual([
    { process: 'c', because: 'a', index: 0 },
    { process: 'c', because: 'b', index: 1 },
  ]);
});

test('a demand is still made by the first process by id that stays, even one that makes it twice', () => {
  const portfolio = portfolioOf(
    members({
      a: { demands: ['deal stage'] },
      b: { demands: ['stage of the deal', 'deal stages'] },
      c: { demands: ['weather', 'deal stage'] },
      d: { demands: ['deal stage'] },
    }),
    [],
    settingsFor(AS_OF),
  );
  const still = (...gone: string[]) => without(new Set(gone), portfolio).demands.map((one) => one.still);
  expect(still('a')).toEqual([{ askedBy: 'b' }]);
  expect(still('b')).toEqual([{ askedBy: 'a' }, { askedBy: 'a' }]);
  expect(still('d')).toEqual([{ askedBy: 'a' }]);
  expect(still('a', 'd')).toEqual([{ askedBy: 'b' }, { askedBy: 'b' }]);
  expect(still('a', 'b', 'c')).toEqual([
    { askedBy: 'd' },
    { askedBy: 'd' },
    { askedBy: 'd' },
    undefined,
    { askedBy: 'd' },
  ]);
  expect(dependenciesIn(portfolio).alike('c', 1)).toEqual(['a', 'b', 'd']);
  expect(dependenciesIn(portfolio).alike('c', 0)).toEqual([]);
});

test('of demands that are alike and exactly the same, the first by id is named', () => {
  const portfolio = portfolioOf(
    members({
      a: { demands: ['red green blue grey'] },
      c: { demands: ['red green blue pink'] },
      d: { demands: ['pink red green blue'] },
    }),
    [],
    settingsFor(AS_OF),
  );
  expect(dependenciesIn(portfolio).alike('c', 0)).toEqual(['a', 'd']);
  expect(without(new Set(['c']), portfolio).demands[0]!.still).toEqual({ askedBy: 'a' });
});

test('a demand is found in a process that resembles it only by way of one that goes', () => {
  const portfolio = portfolioOf(
    members({
      a: { demands: ['red green blue grey'] },
      b: { demands: ['red green blue pink'] },
      c: { demands: ['red green blue teal'] },
    }),
    [],
    settingsFor(AS_OF),
  );
  const still = without(new Set(['a', 'c']), portfolio).demands.map((one) => one.still);
  expect(still).toEqual([{ askedBy: 'b' }, { askedBy: 'b' }]);
});

test('information in the place a file names is lost with the process that collects it, unless another that stays asks for it', () => {
  const elsewhere = { what: 'deal stage', already_in: 'CRM' };
  const still = (files: Record<string, object>, ...gone: string[]) =>
    without(new Set(gone), portfolioOf(members(files), [], settingsFor(AS_OF))).demands.map((one) => one.still);
  const files = { a: { demands: [elsewhere] }, b: { demands: ['deal stage'] }, c: { demands: [elsewhere] } };
  expect(still(files, 'a')).toEqual([{ in: 'CRM' }]);
  expect(still(files, 'a', 'b')).toEqual([{ in: 'CRM' }, { askedBy: 'c' }]);
  expect(still(files, 'b', 'c')).toEqual([{ askedBy: 'a' }, { in: 'CRM' }]);
  expect(still(files, 'a', 'b', 'c')).toEqual([undefined, undefined, undefined]);
  expect(still({ a: files.a, c: files.c }, 'a', 'c')).toEqual([{ in: 'CRM' }, { in: 'CRM' }]);
});

test('feeds to retired processes and to itself do not break, and the verdict on the other end is given', () => {
  const [retired] = members({ old: {} });
  const bad = { answers: { necessity: 'no' } };
  const portfolio = portfolioOf(
    members({ a: { feeds: ['a', 'old', 'none', 'b'], because_of: ['a'] }, b: { ...bad, because_of: ['a'] } }),
    [retired!],
    settingsFor(AS_OF),
  );
  const { feeds, begotten, gone } = without(new Set(['a']), portfolio);
  expect(gone).toEqual([portfolio.members[0]]);
  expect(feeds).toEqual([
    { from: 'a', to: 'none', other: 'unknown', goes: 'source', index: 2 },
    { from: 'a', to: 'b', other: 'eliminate', goes: 'source', index: 3 },
  ]);
  expect(begotten).toEqual([{ process: 'b', because: 'a', index: 0 }]);
  expect(without(new Set(['a', 'b']), portfolio).begotten).toEqual([]);
});

test('demands that resemble each other only along a chain are not the same', () => {
  const words = 'alpha bravo charlie delta echo foxtrot golf hotel india juliett'.split(' ');
  const files = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => [id, { demands: [words.slice(at, at + 5).join(' ')] }]),
  );
  const portfolio = portfolioOf(members(files), [], settingsFor(AS_OF));
  const [first] = without(new Set(['a', 'b', 'c', 'd', 'e']), portfolio).demands;
  expect(first!.still).toBeUndefined();
});

test('nobody collects information any more when every process that asked for it goes', () => {
  const portfolio = portfolioOf(members({ a: { demands: ['x y'] }, b: { demands: ['y x'] } }), [], settingsFor(AS_OF));
  expect(without(new Set(['a', 'b']), portfolio).demands.map(({ still }) => still)).toEqual([undefined, undefined]);
});

test('a demand that very many processes make is listed for fifty of them, and for the one it is paired with', () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`p-${at}`, { demands: ['deal stage'] }]));
  const { alike } = dependenciesIn(portfolioOf(members(files), [], settingsFor(AS_OF)));
  expect(alike('p-0', 0)).toHaveLength(50);
  expect(alike('p-5', 0)).toHaveLength(51);
});
