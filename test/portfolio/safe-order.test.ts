import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settingsFor } from '../../src/judging/settings.js';
import { planOf } from '../../src/portfolio/plan.js';
import { portfolioOf } from '../../src/portfolio/portfolio.js';
import { AS_OF } from '../support/generate.js';
import { judgeData } from '../support/judge-data.js';

const BAD = { answers: { necessity: 'no' } };
const hours = (minutes: number) => ({ effort: { minutes, every: 'year', people: 60 } });
const plan = (files: Record<string, object>) =>
  planOf(
    portfolioOf(
      Object.entries(files).map(([id, file]) => judgeData({ id, name: id, ...file })),
      [],
      settingsFor(AS_OF),
    ),
  );

test('steps of equal or unknown cost are sorted by id, unknown costs last', () => {
  const { steps } = plan({
    d: BAD,
    c: BAD,
    b: { ...BAD, ...hours(1) },
    a: { ...BAD, ...hours(1) },
    e: { ...BAD, ...hours(2) },
  });
  expect(steps.map(({ member }) => member.salesProcess.id).join('')).toBe('eabcd');
});

test('the steps of a feed cycle name each other, the costliest first', () => {
  const { steps } = plan({
    a: { ...BAD, feeds: ['b'] },
    b: { ...BAD, ...hours(1), feeds: ['c', 'b'] },
    c: { ...BAD, ...hours(2), feeds: ['a', 'd'] },
    d: BAD,
  });
  expect(steps.map(({ member, together }) => [member.salesProcess.id, together])).toEqual([
    ['d', []],
    ['c', ['b', 'a']],
    ['b', ['c', 'a']],
    ['a', ['c', 'b']],
  ]);
});

const link = fc.record({ from: fc.nat(7), to: fc.nat(7) });
const kinds = fc.array(fc.constantFrom('eliminate', 'undecided', 'keep'), { minLength: 8, maxLength: 8 });
const kept = {
  owner: 'x',
  purpose: 'x',
  beneficiaries: ['sales'],
  demands: [{ what: 'x', used_by: ['x'], used_for: 'x' }],
  explained: { on: '2026-05-01', to: ['sales'] },
  feedback: { every: 'month', last: '2026-06-20' },
  answers: Object.fromEntries(
    ['value', 'explanation', 'necessity', 'feedback', 'trust', 'strategy'].map((id) => [
      id,
      { answer: 'yes', why: 'so it is', by: id === 'necessity' ? 'x' : 'sales' },
    ]),
  ),
};
const data = { eliminate: { answers: { necessity: 'no' } }, undecided: {}, keep: kept } as const;

test('a process that takes an output comes before the one that gives it, except in a cycle, which is named', () => {
  fc.assert(
    fc.property(kinds, fc.array(link, { maxLength: 14 }), (verdicts, links) => {
      const members = verdicts.map((verdict, index) => {
        const feeds = [...new Set(links.filter(({ from }) => from === index).map(({ to }) => `p-${to}`))];
        return judgeData({ id: `p-${index}`, name: 'x', feeds, ...data[verdict] });
      });
      expect(members.map(({ verdict }) => verdict.name)).toEqual(verdicts);
      const { steps } = planOf(portfolioOf(members, [], settingsFor(AS_OF)));
      const ids = steps.map(({ member }) => member.salesProcess.id);
      expect([...ids].sort()).toEqual(
        verdicts.flatMap((verdict, index) => (verdict === 'keep' ? [] : [`p-${index}`])).sort(),
      );
      const asked = steps.filter(({ action }) => action === 'ask').map(({ member }) => member.salesProcess.id);
      // Asking breaks nothing and comes first.
      expect(ids.slice(0, asked.length)).toEqual(asked);
      for (const [index, { member, together, action }] of steps.entries())
        for (const to of member.salesProcess.feeds ?? []) {
          const at = ids.indexOf(to);
          if (action !== 'ask' && to !== member.salesProcess.id && at > index) expect(together).toContain(to);
        }
    }),
    { numRuns: 500 },
  );
});

test('thousands of processes in cycles are put in order without delay', () => {
  const members = Array.from({ length: 2000 }, (_, index) => {
    const [pair, next] = [index ^ 1, index + 2];
    const feeds = [`p-${pair}`, ...(next < 2000 ? [`p-${next}`] : [])];
    return judgeData({ id: `p-${index}`, name: 'x', feeds, answers: { necessity: 'no' } });
  });
  const { steps } = planOf(portfolioOf(members, [], settingsFor(AS_OF)));
  expect(steps).toHaveLength(2000);
  expect(steps[0]!.together).toEqual([expect.stringMatching(/^p-199[89]$/)]);
}, 20_000);
