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
  /** So many more of its demands are asked by the same other process. */
  readonly more: number;
}

type Found = Sameness & { readonly other: Asked };

/** Article, point 9: the same information is asked for again, on a form of its own. */
export const duplicateDemand = defineRule({
  id: 'duplicate-demand',
  find(portfolio): readonly Spotted<Duplicate>[] {
    const asked = askedIn(portfolio);
    const exactly = firstExact();
    const earlier = earlierCandidatesIn(asked);
    const found = asked.flatMap((one) => {
      // What has an exact match needs no search, and is represented by it in later ones.
      const closest = exactly(one) ?? closestOf(one, earlier(one));
      return closest ? [{ one, ...closest }] : [];
    });
    return together(found);
  },
});

/** One finding for all that a process asks again of one other; the surest stands for them. */
function together(found: readonly (Found & { readonly one: Asked })[]): Spotted<Duplicate>[] {
  const groups = new Map<string, (Found & { readonly one: Asked })[]>();
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

/** The first demand of another process for the same field, or in the same words. To be asked in order. */
function firstExact(): (one: Asked) => Found | undefined {
  const firsts = new Map<string, Asked>();
  const take = (key: string, one: Asked) => {
    const first = firsts.get(key);
    if (!first) firsts.set(key, one);
    return first && first.process !== one.process ? first : undefined;
  };
  return (one) => {
    const { field, stems } = one;
    const byField = field === undefined ? undefined : take(`field ${field}`, one);
    const byWords = stems.length === 0 ? undefined : take(stems.join(' '), one);
    if (byField) return { how: 'field', share: 1, other: byField };
    return byWords && { how: 'text', share: 1, other: byWords };
  };
}

function closestOf(one: Asked, candidates: ReadonlySet<Asked>): Found | undefined {
  let best: Found | undefined;
  for (const other of candidates) {
    const sameness = samenessOf(one, other);
    const isCloser =
      sameness &&
      (!best || sameness.share > best.share || (sameness.share === best.share && other.order < best.other.order));
    if (isCloser) best = { ...sameness, other };
  }
  return best;
}

function askedIn({ members, settings }: Portfolio): Asked[] {
  const compare = comparisonWith(settings.synonyms);
  let order = 0;
  return members.flatMap(({ salesProcess: { id, demands } }) =>
    demands.map((demand, index) => {
      const { field, stems } = compare(demand);
      return { field, stems, process: id, index, what: demand.what, order: order++ };
    }),
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
    const { stems, process: own } = one;
    const keys =
      stems.length > 1 ? [...stems].sort((a, b) => times.get(a)! - times.get(b)! || (a < b ? -1 : 1)) : [...stems];
    keys.length -= Math.max(0, Math.ceil(jaccard * keys.length) - 1);
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
