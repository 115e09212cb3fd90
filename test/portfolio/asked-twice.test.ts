import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedTwice } from '../../src/portfolio/asked-twice.js';
import { comparisonWith, samenessOf } from '../../src/portfolio/same-demand.js';
import { judgeData } from '../support/judge-data.js';

const compare = comparisonWith();

interface Place {
  readonly process: string;
  readonly index: number;
}
const word = fc.constantFrom(...'red green blue grey pink teal'.split(' '));
const what = fc.uniqueArray(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const demands = fc.array(what, { maxLength: 3 });
const place = ({ process, index }: Place) => `${process} ${index}`;

test('the search finds exactly what comparing every pair finds, and pairs each demand with the closest', () => {
  fc.assert(
    fc.property(fc.array(demands, { maxLength: 6 }), (processes) => {
      const asked = processes.flatMap((some, at) => some.map((text, index) => ({ process: `p-${at}`, index, text })));
      const expected = asked.flatMap((one, at) => {
        const found = asked.slice(0, at).flatMap((other) => {
          const sameness = samenessOf(compare({ what: one.text }), compare({ what: other.text }));
          return sameness && other.process !== one.process ? [{ other, ...sameness }] : [];
        });
        const [best] = found.sort((a, b) => b.share - a.share);
        return best ? [[place(one), place(best.other), best.how, best.share]] : [];
      });
      const members = processes.map((some, at) => judgeData({ id: `p-${at}`, name: 'x', demands: some }));
      const found = askedTwice(members, { synonyms: [] });
      expect(found.map(({ one, other, how, share }) => [place(one), place(other), how, share])).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('the same field goes before the same words, and demands of one process are not compared', () => {
  const members = [
    { demands: ['Blue', { what: 'green', field: 'f' }, { what: 'red', field: 'f' }, 'blue'] },
    { demands: [{ what: 'blue', field: 'F' }, 'reds', '???'] },
    { demands: ['???', 'Air port'] },
    { demands: ['Airport'] },
  ].map((file, at) => judgeData({ id: `p-${at}`, name: 'x', ...file }));
  const found = askedTwice(members, { synonyms: [] });
  expect(found.map(({ one, other, how }) => [place(one), place(other), how])).toEqual([
    ['p-1 0', 'p-0 1', 'field'],
    ['p-1 1', 'p-0 2', 'text'],
  ]);
});

test('a demand in other words is found even if the one it resembles is already paired by its field', () => {
  const members = [
    { what: 'Reference number', field: 'f' },
    { what: 'Main supplier of spare parts', field: 'f' },
    { what: 'Main supplier of spare parts abroad' },
  ].map((demand, at) => judgeData({ id: `p-${at}`, name: 'x', demands: [demand] }));
  expect(askedTwice(members, { synonyms: [] }).map(({ one, other, how }) => [place(one), place(other), how])).toEqual([
    ['p-1 0', 'p-0 0', 'field'],
    ['p-2 0', 'p-1 0', 'words'],
  ]);
});
