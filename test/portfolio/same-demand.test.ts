import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { askedTwice } from '../../src/portfolio/asked-twice.js';
import { comparisonWith, samenessOf } from '../../src/portfolio/same-demand.js';
import { judgeData } from '../support/judge-data.js';

type Pair = readonly [string, string];
const pairs = parse(readFileSync(new URL('./demand-pairs.yaml', import.meta.url), 'utf8')) as {
  same: Pair[];
  different: Pair[];
};

const compare = comparisonWith();
const isFound = ([a, b]: Pair) => samenessOf(compare({ what: a }), compare({ what: b })) !== undefined;

describe('demands that ask for the same', () => {
  test('are told from others on a set of pairs made by hand; precision and recall are printed', () => {
    const found = pairs.same.filter(isFound);
    const wrong = pairs.different.filter(isFound);
    const missed = pairs.same.filter((pair) => !isFound(pair));
    const precision = found.length / (found.length + wrong.length);
    const recall = found.length / pairs.same.length;
    console.log(
      `${pairs.same.length + pairs.different.length} pairs: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}\n` +
        `taken for the same: ${wrong.map((pair) => pair.join(' / ')).join('; ') || 'none'}\n` +
        `missed: ${missed.map((pair) => pair.join(' / ')).join('; ') || 'none'}`,
    );
    expect(pairs.same.length + pairs.different.length).toBeGreaterThanOrEqual(100);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.75);
  });

  test('whichever comes first', () => {
    for (const [a, b] of [...pairs.same, ...pairs.different])
      expect([a, b, isFound([b, a])]).toEqual([a, b, isFound([a, b])]);
  });

  test.each([
    ['Travel expense', 'Travel expenses'],
    ['Sales phase', 'Sales phases'],
    ['Travel invoice', 'Travel invoices'],
    ['Prize', 'Prizes'],
    ['Box number', 'Boxes number'],
  ])('one and many: %s, %s', (one, many) => {
    expect(isFound([one, many])).toBe(true);
  });

  test('a company says which of its words mean the same', () => {
    const pair: Pair = ['Visits to the plant', 'Calls at the site'];
    expect(isFound(pair)).toBe(false);
    const own = comparisonWith([
      ['visit', 'call'],
      ['plant', 'site'],
    ]);
    expect(samenessOf(own({ what: pair[0] }), own({ what: pair[1] }))).toMatchObject({ how: 'text' });
    const joined = comparisonWith([['patron', 'client']]);
    expect(samenessOf(joined({ what: 'patron' }), joined({ what: 'buyer' }))).toMatchObject({ how: 'text' });
  });

  test('one field is one field, whatever it is called', () => {
    const sameness = samenessOf(
      compare({ what: 'a', field: 'Close_Date' }),
      compare({ what: 'b', field: 'close_date ' }),
    );
    expect(sameness).toEqual({ how: 'field', share: 1 });
    expect(samenessOf(compare({ what: 'a', field: 'f' }), compare({ what: 'b', field: 'g' }))).toBeUndefined();
    expect(samenessOf(compare({ what: 'a', field: 'f' }), compare({ what: 'b' }))).toBeUndefined();
  });

  test('text without words, or of words that say nothing, is no match for everything', () => {
    expect(isFound(['???', '!!!'])).toBe(false);
    expect(isFound(['…', '—'])).toBe(false);
    expect(isFound(['The', 'Customer'])).toBe(false);
    expect(isFound(['???', 'Customer'])).toBe(false);
  });

  test('at three quarters of their words, and not below', () => {
    const share = ([a, b]: Pair) => samenessOf(compare({ what: a }), compare({ what: b }));
    expect(share(['red green blue grey', 'red green blue pink'])).toEqual({ how: 'words', share: 0.75 });
    expect(share(['red green blue', 'red green blue grey pink'])).toEqual({ how: 'words', share: 0.75 });
    expect(share(['red green blue', 'red green pink'])).toBeUndefined();
    expect(share(['red green', 'red green blue grey'])).toBeUndefined();
    expect(share(['red green', 'green red'])).toEqual({ how: 'text', share: 1 });
  });
});

describe('words', () => {
  const stemsOf = (what: string) => compare({ what }).stems;

  test.each([
    ['Deals, DEAL; deal', 'opportunity'],
    ["the board's board", 'board'],
    ['the board’s board', 'board'],
    ['boss bosses', 'boss'],
    ['countries country', 'country'],
    ['taxes tax', 'tax'],
    ['branches branch', 'branch'],
    ['dishes dish', 'dish'],
    ['waltzes waltz', 'waltz'],
    ['status', 'status'],
    ['analysis', 'analysis'],
    ['bus gas', 'bus gas'],
    ['cars car', 'car'],
    ['Q3 q3', 'q3'],
    ['v2s v2s', 'v2s'],
    ['Ⅷ viii', 'viii'],
    ['причина причины', 'причи'],
    ['сделка сделки', 'сдел'],
    ['фирма фирмы', 'фирм'],
    ['план', 'план'],
    ['Größe', 'größ'],
    ['the boards of a board', 'board'],
    ['please enter: board', 'board'],
    ['für alle: board', 'board'],
    ['sessions session', 'session'],
    ['12месяцев', '12месяцев'],
    ['месяцев12', 'месяцев12'],
    ['Who?', 'who'],
  ])('%s: %s', (what, stems) => {
    expect(stemsOf(what).join(' ')).toBe(stems);
  });

  test.each([
    'customer client buyer',
    'opportunity deal',
    'amount value sum volume',
    'company firm organisation organization',
    'closing close',
    'expected estimated forecast forecasted likely',
    'reason cause why',
    'phone telephone',
    'email mail',
    'contact person',
    'lost loss lose',
    'competitor competition rival',
    'next following',
    'step action',
  ])('%s are one', (group) => {
    expect(stemsOf(group)).toHaveLength(1);
  });
});

describe('what is asked twice', () => {
  interface Place {
    readonly process: string;
    readonly index: number;
  }
  const word = fc.constantFrom(...'red green blue grey pink teal'.split(' '));
  const what = fc.uniqueArray(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  const demands = fc.array(what, { maxLength: 3 });
  const place = ({ process, index }: Place) => `${process} ${index}`;

  test('is all that comparing each with every earlier one finds, with the closest of these', () => {
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

  test('is the same field before the same words, and neither within one process', () => {
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

  test('in other words too, of what asks for the field of a third', () => {
    const members = [
      { what: 'Reference number', field: 'f' },
      { what: 'Main supplier of spare parts', field: 'f' },
      { what: 'Main supplier of spare parts abroad' },
    ].map((demand, at) => judgeData({ id: `p-${at}`, name: 'x', demands: [demand] }));
    expect(askedTwice(members, { synonyms: [] }).map(({ one, other, how }) => [place(one), place(other), how])).toEqual(
      [
        ['p-1 0', 'p-0 0', 'field'],
        ['p-2 0', 'p-1 0', 'words'],
      ],
    );
  });
});
