import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cyclesIn } from '../../src/portfolio/cycles.js';

test('nodes that reach each other form one cycle, and every other node is alone', () => {
  const nodes = [...'abcdef'];
  const links = fc.array(fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes)), { maxLength: 12 });
  fc.assert(
    fc.property(links, (pairs) => {
      const next = (node: string) => pairs.filter(([from]) => from === node).map(([, to]) => to);
      const reached = (from: string) => {
        const all = new Set([from]);
        for (const node of all) for (const to of next(node)) all.add(to);
        return all;
      };
      const cycleOf = (node: string) => nodes.filter((to) => reached(node).has(to) && reached(to).has(node));
      const cycles = cyclesIn(nodes, next).map((cycle) => cycle.sort().join(''));
      expect(cycles.sort()).toEqual([...new Set(nodes.map((node) => cycleOf(node).join('')))].sort());
    }),
    { numRuns: 500 },
  );
});
