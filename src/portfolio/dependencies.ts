import type { Demand } from '../sales-process/schema.js';
import { addTo } from '../util/group-by.js';
import type { Asked } from './asked-twice.js';
import type { Member } from './member.js';
import type { Portfolio } from './portfolio.js';
import { samenessOf } from './same-demand.js';

/** A demand of a process that goes, and where its information can still be had. */
export interface LeftDemand {
  readonly process: string;
  readonly index: number;
  readonly demand: Demand;
  /** Its `already_in`, or the id of a process that stays and asks for the same; `undefined`: nobody collects it any more. */
  readonly still: { readonly in: string } | { readonly askedBy: string } | undefined;
}

/** A feed that breaks because the process at one end goes. */
export interface BrokenFeed {
  readonly from: string;
  readonly to: string;
  /** The verdict on the process at the end that stays; `unknown`: no process of that id was judged, though it may exist. */
  readonly other: 'keep' | 'undecided' | 'eliminate' | 'unknown';
  /** `source`: the process that stays loses its input; `consumer`: nobody uses what it produces any more. */
  readonly goes: 'source' | 'consumer';
  /** Index in the `feeds` of `from`. */
  readonly index: number;
}

/** A process that exists because another one falls short, and may not be needed when that one goes. */
export interface Begotten {
  readonly process: string;
  readonly because: string;
  /** Index in the `because_of` of `process`. */
  readonly index: number;
}

/** Whether the process of that id stays. */
export type Stays = (id: string) => boolean;

/** What depends on each process of a portfolio. */
export interface Dependencies {
  readonly feedsOf: (id: string, stays: Stays) => readonly BrokenFeed[];
  readonly demandsOf: (member: Member, stays: Stays) => readonly LeftDemand[];
  readonly begottenBy: (id: string, stays: Stays) => readonly Begotten[];
  /** Ids of the other processes that ask for the same as the demand at `index`, sorted. */
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
      if (!gone.has(to) && to !== id) for (const end of [id, to]) addTo(feeds, end, { from: id, to, index });
    for (const [index, because] of causes.entries()) addTo(begotten, because, { process: id, because, index });
  }
  const { askedBy: whoAsks, isCollectedByGone, alike } = sameDemandsIn(portfolio);
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
        // The information may be in the place the file names only because another process that goes collects it.
        const isElsewhere =
          demand.already_in !== undefined && (askedBy !== undefined || !isCollectedByGone(id, index, stays));
        if (isElsewhere) return { process: id, index, demand, still: { in: demand.already_in! } };
        return { process: id, index, demand, still: askedBy === undefined ? undefined : { askedBy } };
      }),
    alike,
    begottenBy: (id, stays) => (begotten.get(id) ?? []).filter(({ process }) => process !== id && stays(process)),
  };
}

/**
 * Finds, for each demand, who else asks for the same. `twice` pairs a demand only with the closest one before it, so the
 * other demands paired with that one are compared with it directly.
 */
function sameDemandsIn({ members, twice }: Portfolio): {
  /** The first process by id that stays and asks for the same. */
  readonly askedBy: (process: string, index: number, stays: Stays) => string | undefined;
  /** Whether another process that goes asks for the same without naming another place that has it. */
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
        if (same.length === MOST_ALIKE || looked++ === MOST_COMPARED) return same;
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
      return same.some((demand) => !stays(demand.process) && isCollected(demand));
    },
    alike: (process, index) => {
      const pairs = paired.get(`${process} ${index}`);
      const same = pairs ? [...direct(pairs), ...beyond(pairs)] : [];
      return [...new Set(same.map((demand) => demand.process))].sort();
    },
  };
}

/** The first process by id among those that stay. */
function firstOf(demands: readonly Asked[], stays: Stays): string | undefined {
  let first: string | undefined;
  for (const { process } of demands) if ((first === undefined || process < first) && stays(process)) first = process;
  return first;
}

/** A demand with the demands it is paired with in `twice`. */
interface Pairs {
  readonly own: Asked;
  /** Same field, or same words. */
  readonly exactly: Pairs[];
  readonly likely: Pairs[];
}

/** Matches listed for a demand: one that everybody makes is found often enough. */
const MOST_ALIKE = 50;

/** Comparisons made for a demand, so that ten thousand copies of it don't take ten thousand comparisons each. */
const MOST_COMPARED = 1000;
