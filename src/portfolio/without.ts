import { type BurdenSum, sumOfBurdens } from '../judging/burden.js';
import type { Demand } from '../sales-process/schema.js';
import type { Asked } from './asked-twice.js';
import type { Member, Portfolio } from './rule.js';
import { samenessOf } from './same-demand.js';

/** A demand of a process that goes, and where it can still be had. */
export interface LeftDemand {
  readonly process: string;
  readonly index: number;
  readonly demand: Demand;
  /** `already_in`, or the id of a process that stays and asks for it too; `undefined`: nobody collects it any more. */
  readonly still: { readonly in: string } | { readonly askedBy: string } | undefined;
}

/** A feed that breaks because one of its ends goes. */
export interface BrokenFeed {
  readonly from: string;
  readonly to: string;
  /** What is known of the end that stays; `unknown`: no process of that id was judged, and it may be there all the same. */
  readonly other: 'keep' | 'undecided' | 'eliminate' | 'unknown';
  /** `source`: what stays loses where its input came from; `consumer`: what stays works for nothing. */
  readonly goes: 'source' | 'consumer';
  /** Where the feed is written down: the index in `feeds` of `from`. */
  readonly index: number;
}

/** What stays, exists because another falls short that goes, and may not be needed any more. */
export interface Begotten {
  readonly process: string;
  readonly because: string;
  /** Where it is written down: the index in `because_of` of `process`. */
  readonly index: number;
}

/** Says of a process whether it stays. */
export type Stays = (id: string) => boolean;

/** What hangs on each process. */
export interface Dependencies {
  readonly feedsOf: (id: string, stays: Stays) => readonly BrokenFeed[];
  readonly demandsOf: (member: Member, stays: Stays) => readonly LeftDemand[];
  readonly begottenBy: (id: string, stays: Stays) => readonly Begotten[];
  /** Other processes that ask for what a demand asks for, sorted. */
  readonly alike: (process: string, index: number) => readonly string[];
}

export function dependenciesIn(portfolio: Portfolio): Dependencies {
  const { members } = portfolio;
  const verdicts = new Map(members.map(({ salesProcess, verdict }) => [salesProcess.id, verdict.name]));
  const gone = new Set(portfolio.retired.map(({ salesProcess }) => salesProcess.id));
  const feeds = new Map<string, Omit<BrokenFeed, 'goes' | 'other'>[]>();
  const begotten = new Map<string, Begotten[]>();
  for (const { salesProcess } of members) {
    const { id, feeds: targets = [], because_of: causes = [] } = salesProcess;
    for (const [index, to] of targets.entries())
      if (!gone.has(to) && to !== id) for (const end of [id, to]) add(feeds, end, { from: id, to, index });
    for (const [index, because] of causes.entries()) add(begotten, because, { process: id, because, index });
  }
  const { askedBy: whoAsks, isCollectedByGone, alike } = whereStill(portfolio);
  return {
    feedsOf: (id, stays) =>
      (feeds.get(id) ?? [])
        .filter(({ from, to }) => stays(from === id ? to : from))
        .map((feed) => ({
          ...feed,
          goes: feed.from === id ? 'source' : 'consumer',
          other: verdicts.get(feed.from === id ? feed.to : feed.from) ?? 'unknown',
        })),
    demandsOf: ({ salesProcess: { id, demands } }, stays) =>
      demands.map((demand, index) => {
        const askedBy = whoAsks(id, index, stays);
        // Where the file says that it is somewhere else, it may be there because of a process that goes as well.
        const isElsewhere =
          demand.already_in !== undefined && (askedBy !== undefined || !isCollectedByGone(id, index, stays));
        if (isElsewhere) return { process: id, index, demand, still: { in: demand.already_in! } };
        return { process: id, index, demand, still: askedBy === undefined ? undefined : { askedBy } };
      }),
    alike,
    begottenBy: (id, stays) => (begotten.get(id) ?? []).filter(({ process }) => process !== id && stays(process)),
  };
}

/** What happens when some processes go and all others stay. */
export interface Without {
  readonly gone: readonly Member[];
  /** Hours a year. */
  readonly returned: BurdenSum;
  readonly feeds: readonly BrokenFeed[];
  readonly demands: readonly LeftDemand[];
  readonly begotten: readonly Begotten[];
}

/** What if these processes went, and everything else stayed as it is? */
export function without(ids: ReadonlySet<string>, portfolio: Portfolio): Without {
  const { feedsOf, demandsOf, begottenBy } = dependenciesIn(portfolio);
  const gone = portfolio.members.filter(({ salesProcess }) => ids.has(salesProcess.id));
  const stays: Stays = (id) => !ids.has(id);
  return {
    gone,
    returned: sumOfBurdens(gone.map(({ burden }) => burden)),
    feeds: gone.flatMap(({ salesProcess }) => feedsOf(salesProcess.id, stays)),
    demands: gone.flatMap((member) => demandsOf(member, stays)),
    begotten: gone.flatMap(({ salesProcess }) => begottenBy(salesProcess.id, stays)),
  };
}

/**
 * For each demand who else asks for the same. What is asked twice is known by pairs, each with the one before it that is
 * closest; so others that are paired with the same one are compared with the demand directly.
 */
function whereStill({ members, twice }: Portfolio): {
  /** A process that stays and asks for the same. */
  readonly askedBy: (process: string, index: number, stays: Stays) => string | undefined;
  /** Whether another process that goes asks for the same, and it is not said to be anywhere else. */
  readonly isCollectedByGone: (process: string, index: number, stays: Stays) => boolean;
  readonly alike: (process: string, index: number) => readonly string[];
} {
  const paired = new Map<string, Pairs>();
  const pairsOf = (own: Asked): Pairs => {
    const key = `${own.process} ${own.index}`;
    const known = paired.get(key) ?? { own, exactly: [], likely: [] };
    paired.set(key, known);
    return known;
  };
  for (const { one, other, share } of twice)
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const)
      (share === 1 ? pairsOf(a).exactly : pairsOf(a).likely).push(pairsOf(b));
  const direct = (pairs: Pairs): Asked[] =>
    [...pairs.exactly, ...pairs.likely].slice(0, MOST_ALIKE).map(({ own }) => own);
  const beyond = ({ own, exactly, likely }: Pairs): Asked[] => {
    const same: Asked[] = [];
    let looked = 0;
    for (const first of [...exactly, ...likely])
      for (const { own: other } of [...first.exactly, ...first.likely]) {
        if (same.length === MOST_ALIKE || looked++ === MOST_LOOKED_AT) return same;
        if (other.process !== own.process && samenessOf(own, other)) same.push(other);
      }
    return same;
  };
  const byId = new Map(members.map(({ salesProcess }) => [salesProcess.id, salesProcess]));
  const isCollected = ({ process, index }: Asked) => byId.get(process)!.demands[index]!.already_in === undefined;
  return {
    askedBy: (process, index, stays) => {
      const pairs = paired.get(`${process} ${index}`);
      return pairs && (firstOf(direct(pairs), stays) ?? firstOf(beyond(pairs), stays));
    },
    isCollectedByGone: (process, index, stays) => {
      const pairs = paired.get(`${process} ${index}`);
      const same = pairs ? [...direct(pairs), ...beyond(pairs)] : [];
      return same.some((one) => !stays(one.process) && isCollected(one));
    },
    alike: (process, index) => {
      const pairs = paired.get(`${process} ${index}`);
      const same = pairs ? [...direct(pairs), ...beyond(pairs)] : [];
      return [...new Set(same.map((one) => one.process))].sort();
    },
  };
}

/** The first by its id of those that stay. */
function firstOf(some: readonly Asked[], stays: Stays): string | undefined {
  let first: string | undefined;
  for (const { process } of some) if ((first === undefined || process < first) && stays(process)) first = process;
  return first;
}

/** A demand, and those that it is paired with. */
interface Pairs {
  readonly own: Asked;
  /** The same field, or the same words. */
  readonly exactly: Pairs[];
  readonly likely: Pairs[];
}

/** What is asked everywhere is found in so many places. */
const MOST_ALIKE = 50;

/** So many are compared with a demand; who else may ask for the same is not looked for in ten thousand. */
const MOST_LOOKED_AT = 1000;

function add<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const some = groups.get(key);
  if (some) some.push(one);
  else groups.set(key, [one]);
}
