import type { Demand } from '../sales-process/schema.js';
import { type BurdenSum, sumOfBurdens } from './burden.js';
import type { Member, Portfolio } from './contract.js';
import { comparisonWith, samenessOf } from './same-demand.js';

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
  const { still, alike } = whereStill(portfolio);
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
        const { askedBy, isCollectedByGone } = still(id, index, stays);
        // Where the file says that it is somewhere else, it may be there because of a process that goes as well.
        const isElsewhere = demand.already_in !== undefined && (askedBy !== undefined || !isCollectedByGone);
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

interface Still {
  /** A process that stays and asks for the same. */
  readonly askedBy: string | undefined;
  /** Another process that goes asks for the same, and it is not said to be anywhere else. */
  readonly isCollectedByGone: boolean;
}

/**
 * For each demand who else asks for the same. What was found to be asked twice is known by pairs, each with the first that
 * asked; so the same is asked by those next to a demand and next to these, as far as it is the same when compared directly.
 */
function whereStill({ members, twice, settings }: Portfolio): {
  readonly still: (process: string, index: number, stays: Stays) => Still;
  readonly alike: (process: string, index: number) => readonly string[];
} {
  const compare = comparisonWith(settings.synonyms);
  const byId = new Map(members.map(({ salesProcess }) => [salesProcess.id, salesProcess]));
  const neighbours = new Map<string, AskedAt[]>();
  const keyOf = ({ process, index }: AskedAt) => `${process} ${index}`;
  for (const { one, other } of twice) {
    add(neighbours, keyOf(one), other);
    add(neighbours, keyOf(other), one);
  }
  const demandAt = ({ process, index }: AskedAt) => byId.get(process)!.demands[index]!;
  const sameAs = (own: AskedAt): AskedAt[] => {
    const near = neighbours.get(keyOf(own)) ?? [];
    const compared = compare(demandAt(own));
    const same = new Map<string, AskedAt>();
    let looked = 0;
    for (const each of [near, ...near.map((one) => neighbours.get(keyOf(one))!)])
      for (const other of each) {
        if (same.size === MOST_ALIKE || looked++ > MOST_LOOKED_AT) return [...same.values()];
        const isSame = other.process !== own.process && samenessOf(compared, compare(demandAt(other)));
        if (isSame) same.set(keyOf(other), other);
      }
    return [...same.values()];
  };
  const idsOf = (some: readonly AskedAt[]) => [...new Set(some.map(({ process }) => process))].sort();
  return {
    still: (process, index, stays) => {
      const same = sameAs({ process, index });
      const collected = same.some((one) => !stays(one.process) && demandAt(one).already_in === undefined);
      return { askedBy: idsOf(same).find(stays), isCollectedByGone: collected };
    },
    alike: (process, index) => idsOf(sameAs({ process, index })),
  };
}

interface AskedAt {
  readonly process: string;
  readonly index: number;
}

/** What is asked everywhere is found in so many places, looked for in so many. */
const MOST_ALIKE = 50;
const MOST_LOOKED_AT = 1000;

function add<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const some = groups.get(key);
  if (some) some.push(one);
  else groups.set(key, [one]);
}
