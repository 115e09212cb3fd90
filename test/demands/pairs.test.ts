import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { comparisonWith, samenessOf } from '../../src/portfolio/same-demand.js';

type Pair = readonly [string, string];
const pairs = parse(readFileSync(new URL('./pairs.yaml', import.meta.url), 'utf8')) as {
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

  test('a company says which of its words mean the same', () => {
    const pair: Pair = ['Visits to the plant', 'Calls at the site'];
    expect(isFound(pair)).toBe(false);
    const own = comparisonWith([
      ['visit', 'call'],
      ['plant', 'site'],
    ]);
    expect(samenessOf(own({ what: pair[0] }), own({ what: pair[1] }))).toMatchObject({ how: 'text' });
  });

  test('one field is one field, whatever it is called', () => {
    const sameness = samenessOf(
      compare({ what: 'a', field: 'Close_Date' }),
      compare({ what: 'b', field: 'close_date ' }),
    );
    expect(sameness).toEqual({ how: 'field', share: 1 });
  });

  test('text without words, or of words that say nothing, is no match for everything', () => {
    expect(isFound(['???', '!!!'])).toBe(false);
    expect(isFound(['The', 'Customer'])).toBe(false);
    expect(isFound(['???', 'Customer'])).toBe(false);
  });
});
