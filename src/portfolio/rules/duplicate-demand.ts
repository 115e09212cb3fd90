import { defineRule, type Portfolio, type Spotted } from '../contract.js';
import { type ComparedDemand, comparisonWith, ENOUGH_IN_COMMON, type Sameness, samenessOf } from '../same-demand.js';

interface Asked extends ComparedDemand {
  readonly process: string;
  readonly index: number;
  readonly what: string;
  readonly order: number;
}

export interface Duplicate {
  readonly what: string;
  readonly with: string;
  readonly otherWhat: string;
  readonly how: Sameness['how'];
  /** Percent of the words that both have in common. */
  readonly share: number;
}

/** Article, point 9: the same information is asked for again, on a form of its own. */
export const duplicateDemand = defineRule({
  id: 'duplicate-demand',
  find(portfolio): readonly Spotted<Duplicate>[] {
    const asked = askedIn(portfolio);
    const earlier = earlierCandidatesIn(asked);
    return asked.flatMap((one): Spotted<Duplicate>[] => {
      let best: (Sameness & { readonly other: Asked }) | undefined;
      for (const other of earlier(one)) {
        const sameness = samenessOf(one, other);
        const isBetter =
          sameness &&
          (!best || sameness.share > best.share || (sameness.share === best.share && other.order < best.other.order));
        if (isBetter) best = { ...sameness, other };
      }
      if (!best) return [];
      const { other, how, share } = best;
      const params = {
        what: one.what,
        with: other.process,
        otherWhat: other.what,
        how,
        share: Math.round(share * 100),
      };
      return [{ process: one.process, path: ['demands', one.index], params }];
    });
  },
});

function askedIn({ members, settings }: Portfolio): Asked[] {
  const compare = comparisonWith(settings.synonyms);
  let order = 0;
  return members.flatMap(({ salesProcess: { id, demands } }) =>
    demands.map((demand, index) => ({ ...compare(demand), process: id, index, what: demand.what, order: order++ })),
  );
}

/** What is asked everywhere is found with the first that ask it. */
const MOST_CANDIDATES = 20;

/**
 * For each demand the earlier ones of other processes that may be the same, without comparing all with all: texts that have
 * enough in common share one of the rarest stems of each (prefix filter for set similarity joins). To be asked in order.
 */
function earlierCandidatesIn(asked: readonly Asked[]): (one: Asked) => ReadonlySet<Asked> {
  const times = new Map<string, number>();
  for (const { stems } of asked) for (const stem of stems) times.set(stem, (times.get(stem) ?? 0) + 1);
  const jaccard = ENOUGH_IN_COMMON / (2 - ENOUGH_IN_COMMON);
  const byKey = new Map<string, Asked[]>();
  return (one) => {
    const { stems, field, process: own } = one;
    const keys =
      stems.length > 1 ? [...stems].sort((a, b) => times.get(a)! - times.get(b)! || (a < b ? -1 : 1)) : [...stems];
    keys.length -= Math.max(0, Math.ceil(jaccard * keys.length) - 1);
    if (field !== undefined) keys.push(`field ${field}`);
    const found = new Set<Asked>();
    for (const key of keys) {
      const some = byKey.get(key);
      if (!some) byKey.set(key, [one]);
      else {
        for (const other of some) if (other.process !== own) found.add(other);
        if (some.length < MOST_CANDIDATES) some.push(one);
      }
    }
    return found;
  };
}
