import { groupBy } from '../../util/group-by.js';
import type { AskedTwice } from '../asked-twice.js';
import { defineRule, type Spotted } from '../rule.js';
import type { Sameness } from '../same-demand.js';

export interface Duplicate {
  readonly what: string;
  readonly with: string;
  readonly otherWhat: string;
  readonly how: Sameness['how'];
  /** Percent of the words in common. */
  readonly share: number;
  /** How many more of its demands the other process makes too. */
  readonly more: number;
}

/** Article, point 9: the same information is asked for again, on another form. */
export const duplicateDemand = defineRule({
  id: 'duplicate-demand',
  find: ({ twice }): readonly Spotted<Duplicate>[] => together(twice),
});

/** One finding per pair of processes, showing the closest match. */
function together(found: readonly AskedTwice[]): Spotted<Duplicate>[] {
  const groups = groupBy(found, ({ one, other }) => `${one.process} ${other.process}`);
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
