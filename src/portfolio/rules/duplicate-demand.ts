import type { AskedTwice } from '../asked-twice.js';
import { defineRule, type Spotted } from '../rule.js';
import type { Sameness } from '../same-demand.js';

export interface Duplicate {
  readonly what: string;
  readonly with: string;
  readonly otherWhat: string;
  readonly how: Sameness['how'];
  /** Percent of the words that both have in common. */
  readonly share: number;
  /** So many more of its demands are asked by the same other process. */
  readonly more: number;
}

/** Article, point 9: the same information is asked for again, on a form of its own. */
export const duplicateDemand = defineRule({
  id: 'duplicate-demand',
  find: ({ twice }): readonly Spotted<Duplicate>[] => together(twice),
});

/** One finding for all that a process asks again of one other; the surest stands for them. */
function together(found: readonly AskedTwice[]): Spotted<Duplicate>[] {
  const groups = new Map<string, AskedTwice[]>();
  for (const each of found) {
    const key = `${each.one.process} ${each.other.process}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].map((group) => {
    const { one, other, how, share } = group.reduce((best, each) => (each.share > best.share ? each : best));
    const params = {
      what: one.what,
      with: other.process,
      otherWhat: other.what,
      how,
      share: Math.round(share * 100),
      more: group.length - 1,
    };
    return { process: one.process, path: ['demands', one.index], params };
  });
}
