import type { Settings } from '../judging/settings.js';
import type { Member } from './rule.js';
import { type ComparedDemand, comparisonWith, ENOUGH_IN_COMMON, type Sameness, samenessOf } from './same-demand.js';

/** A demand and where it stands, as it is compared with others. */
export interface Asked extends ComparedDemand {
  readonly process: string;
  readonly index: number;
  readonly what: string;
  readonly order: number;
}

/** A demand that an earlier process makes already. */
export interface AskedTwice extends Sameness {
  readonly one: Asked;
  readonly other: Asked;
}

type Found = Sameness & { readonly other: Asked };

/** Each demand that another process before it makes already, with the one that is closest to it. */
export function askedTwice(
  members: readonly Pick<Member, 'salesProcess'>[],
  settings: Pick<Settings, 'synonyms'>,
): AskedTwice[] {
  const asked = askedIn(members, settings);
  const exactly = firstExact();
  const earlier = candidatesAmong(asked);
  const twice: AskedTwice[] = [];
  for (const one of asked) {
    let closest = exactly(one);
    // What is there word for word needs no search, and is represented by that in later ones.
    if (closest?.how !== 'text') {
      const keys = earlier.keysOf(one);
      closest ??= closestOf(one, earlier.candidates(one, keys));
      earlier.add(one, keys);
    }
    if (closest) twice.push({ one, ...closest });
  }
  return twice;
}

/** The first demand of another process for the same field, or in the same words. To be asked in order. */
function firstExact(): (one: Asked) => Found | undefined {
  const firstsByField = new Map<string, Asked>();
  const firstsByWords = new Map<string, Asked>();
  const take = (firsts: Map<string, Asked>, key: string, one: Asked) => {
    const first = firsts.get(key);
    if (!first) firsts.set(key, one);
    return first && first.process !== one.process ? first : undefined;
  };
  return (one) => {
    const { field, stems } = one;
    const byField = field === undefined ? undefined : take(firstsByField, field, one);
    const byWords = stems.length === 0 ? undefined : take(firstsByWords, stems.join(' '), one);
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

function askedIn(members: readonly Pick<Member, 'salesProcess'>[], { synonyms }: Pick<Settings, 'synonyms'>): Asked[] {
  const compare = comparisonWith(synonyms);
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

/** The demands that were added so far, to be asked for those that may be the same as another. */
interface Candidates {
  /** The stems by which a demand is found. */
  keysOf(one: Asked): readonly string[];
  /** Those of other processes that share a key. */
  candidates(one: Asked, keys: readonly string[]): ReadonlySet<Asked>;
  add(one: Asked, keys: readonly string[]): void;
}

/**
 * Finds what may be the same without comparing all with all: texts that have enough in common share one of the rarest stems
 * of each (prefix filter for set similarity joins).
 */
function candidatesAmong(asked: readonly Asked[]): Candidates {
  const times = new Map<string, number>();
  for (const { stems } of asked) for (const stem of stems) times.set(stem, (times.get(stem) ?? 0) + 1);
  const jaccard = ENOUGH_IN_COMMON / (2 - ENOUGH_IN_COMMON);
  const byKey = new Map<string, Asked[]>();
  return {
    keysOf: ({ stems }) => {
      const keys =
        stems.length > 1 ? [...stems].sort((a, b) => times.get(a)! - times.get(b)! || (a < b ? -1 : 1)) : [...stems];
      keys.length -= Math.max(0, Math.ceil(jaccard * keys.length) - 1);
      return keys;
    },
    candidates: ({ process }, keys) => {
      const some = keys.flatMap((key) => byKey.get(key) ?? []);
      return new Set(some.filter((other) => other.process !== process));
    },
    add: (one, keys) => {
      for (const key of keys) {
        const some = byKey.get(key);
        if (!some) byKey.set(key, [one]);
        else if (some.length < MOST_CANDIDATES) some.push(one);
      }
    },
  };
}
