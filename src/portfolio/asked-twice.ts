import type { Settings } from '../judging/settings.js';
import { addTo } from '../util/group-by.js';
import type { Member } from './member.js';
import { type ComparedDemand, comparisonWith, ENOUGH_IN_COMMON, type Sameness, samenessOf } from './same-demand.js';

/** A demand in the form in which it is compared with others, and where it comes from. */
export interface Asked extends ComparedDemand {
  readonly process: string;
  readonly index: number;
  readonly what: string;
  /** Position among all demands of the portfolio. */
  readonly order: number;
}

/** A demand that an earlier process already makes. */
export interface AskedTwice extends Sameness {
  readonly one: Asked;
  /** The closest demand of a process before it. */
  readonly other: Asked;
}

type Found = Sameness & { readonly other: Asked };

/** Each demand that a process before it already makes, with the one closest to it. */
export function askedTwice(
  members: readonly Pick<Member, 'salesProcess'>[],
  settings: Pick<Settings, 'synonyms'>,
): AskedTwice[] {
  const asked = askedIn(members, settings);
  const exactly = firstExact();
  const earlier = candidatesAmong(asked);
  const twice: AskedTwice[] = [];
  for (const demand of asked) {
    let closest = exactly(demand);
    // The same words need no search, and later demands find the first of them.
    if (closest?.how !== 'text') {
      const keys = earlier.keysOf(demand);
      closest ??= closestOf(demand, earlier.candidates(demand, keys));
      earlier.add(demand, keys);
    }
    if (closest) twice.push({ one: demand, ...closest });
  }
  return twice;
}

/** Finds the first demand of another process for the same field, or in the same words. Call it in the order of the demands. */
function firstExact(): (demand: Asked) => Found | undefined {
  const firstsByField = new Map<string, Asked>();
  const firstsByWords = new Map<string, Asked>();
  const take = (firsts: Map<string, Asked>, key: string, demand: Asked) => {
    const first = firsts.get(key);
    if (!first) firsts.set(key, demand);
    return first && first.process !== demand.process ? first : undefined;
  };
  return (demand) => {
    const { field, stems } = demand;
    const byField = field === undefined ? undefined : take(firstsByField, field, demand);
    const byWords = stems.length === 0 ? undefined : take(firstsByWords, stems.join(' '), demand);
    if (byField) return { how: 'field', share: 1, other: byField };
    return byWords && { how: 'text', share: 1, other: byWords };
  };
}

function closestOf(demand: Asked, candidates: ReadonlySet<Asked>): Found | undefined {
  let best: Found | undefined;
  for (const other of candidates) {
    const sameness = samenessOf(demand, other);
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

/** Demands kept per stem: one that everybody makes is found among the first of them. */
const MOST_CANDIDATES = 20;

/** The demands added so far, searchable for those that may ask for the same as another. */
interface Candidates {
  /** The stems under which a demand is found. */
  keysOf(demand: Asked): readonly string[];
  /** Demands of other processes under any of these keys. */
  candidates(demand: Asked, keys: readonly string[]): ReadonlySet<Asked>;
  add(demand: Asked, keys: readonly string[]): void;
}

/**
 * Finds what may be the same without comparing every pair: two texts with enough in common share one of the rarest stems of each
 * (the prefix filter of set similarity joins).
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
      const sharing = keys.flatMap((key) => byKey.get(key) ?? []);
      return new Set(sharing.filter((other) => other.process !== process));
    },
    add: (demand, keys) => {
      for (const key of keys) {
        if ((byKey.get(key)?.length ?? 0) < MOST_CANDIDATES) addTo(byKey, key, demand);
      }
    },
  };
}
