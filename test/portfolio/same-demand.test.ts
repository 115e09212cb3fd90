import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { comparisonWith, samenessOf } from '../../src/portfolio/same-demand.js';

type Pair = readonly [string, string];
const pairs = parse(readFileSync(new URL('./demand-pairs.yaml', import.meta.url), 'utf8')) as {
  same: Pair[];
  different: Pair[];
};

const compare = comparisonWith();
const isFound = ([a, b]: Pair) => samenessOf(compare({ what: a }), compare({ what: b })) !== undefined;

test('on pairs made by hand, precision is at least 0.95 and recall at least 0.75', () => {
  const found = pairs.same.filter(isFound);
  const wrong = pairs.different.filter(isFound);
  const missed = pairs.same.filter((pair) => !isFound(pair));
  const precision = found.length / (found.length + wrong.length);
  const recall = found.length / pairs.same.length;
  console.log(
    `${pairs.same.length + pairs.different.length} pairs: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}\n` +
      `wrongly found: ${wrong.map((pair) => pair.join(' / ')).join('; ') || 'none'}\n` +
      `missed: ${missed.map((pair) => pair.join(' / ')).join('; ') || 'none'}`,
  );
  expect(pairs.same.length + pairs.different.length).toBeGreaterThanOrEqual(100);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.75);
});

test('comparing two demands gives the same result in either order', () => {
  for (const [a, b] of [...pairs.same, ...pairs.different])
    expect([a, b, isFound([b, a])]).toEqual([a, b, isFound([a, b])]);
});

test.each([
  ['Travel expense', 'Travel expenses'],
  ['Sales phase', 'Sales phases'],
  ['Travel invoice', 'Travel invoices'],
  ['Prize', 'Prizes'],
  ['Box number', 'Boxes number'],
])('the singular "%s" and the plural "%s" ask for the same', (one, many) => {
  expect(isFound([one, many])).toBe(true);
});

test('words that a company configures as synonyms are the same, joined with the common ones', () => {
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

test('demands for the same CRM field are the same, whatever they are called', () => {
  const sameness = samenessOf(
    compare({ what: 'a', field: 'Close_Date' }),
    compare({ what: 'b', field: 'close_date ' }),
  );
  expect(sameness).toEqual({ how: 'field', share: 1 });
  expect(samenessOf(compare({ what: 'a', field: 'f' }), compare({ what: 'b', field: 'g' }))).toBeUndefined();
  expect(samenessOf(compare({ what: 'a', field: 'f' }), compare({ what: 'b' }))).toBeUndefined();
});

test('text without words, or of filler words only, does not match everything', () => {
  expect(isFound(['???', '!!!'])).toBe(false);
  expect(isFound(['…', '—'])).toBe(false);
  expect(isFound(['The', 'Customer'])).toBe(false);
  expect(isFound(['???', 'Customer'])).toBe(false);
});

test('texts with three quarters of their words in common are the same, with fewer they are not', () => {
  const share = ([a, b]: Pair) => samenessOf(compare({ what: a }), compare({ what: b }));
  expect(share(['red green blue grey', 'red green blue pink'])).toEqual({ how: 'words', share: 0.75 });
  expect(share(['red green blue', 'red green blue grey pink'])).toEqual({ how: 'words', share: 0.75 });
  expect(share(['red green blue', 'red green pink'])).toBeUndefined();
  expect(share(['red green', 'red green blue grey'])).toBeUndefined();
  expect(share(['red green', 'green red'])).toEqual({ how: 'text', share: 1 });
});

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
])('the stems of "%s" are "%s"', (what, stems) => {
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
])('these words count as one: %s', (group) => {
  expect(stemsOf(group)).toHaveLength(1);
});
