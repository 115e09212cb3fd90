import type { Assessment } from '../judging/assess.js';
import type { Burden } from '../judging/burden.js';
import type { Settings } from '../judging/settings.js';
import type { Verdict } from '../judging/verdict.js';
import type { Path } from '../places/path.js';
import type { SalesProcess } from '../sales-process/sales-process.js';
import { type AskedTwice, askedTwice } from './asked-twice.js';

/** A process among others: what its file states and what was made of it. */
export interface Member {
  readonly salesProcess: SalesProcess;
  readonly missingEvidence: ReadonlySet<string>;
  readonly outsideEvidence?: ReadonlySet<string> | undefined;
  readonly assessments: readonly Assessment[];
  readonly verdict: Verdict;
  readonly burden: Burden;
}

/** All processes that a rule may look at. */
export interface Portfolio {
  /** Sorted by id. */
  readonly members: readonly Member[];
  readonly retired: readonly Pick<Member, 'salesProcess'>[];
  /** Demands that are made more than once. */
  readonly twice: readonly AskedTwice[];
  readonly settings: Settings;
}

/** Sees processes together. */
export function portfolioOf<M extends Member, R extends Pick<Member, 'salesProcess'>>(
  members: readonly M[],
  retired: readonly R[],
  settings: Settings,
): Portfolio {
  return { members, retired, twice: askedTwice(members, settings), settings };
}

/** What a rule has to say of one process: plain data, turned into words when a report is written. */
export interface Spotted<P> extends Found<P> {
  readonly process: string;
}

export interface Found<P> {
  readonly path: Path;
  readonly params: P;
}

/** A rule about processes that moves no verdict: it informs and explains. */
export interface PortfolioRule<Id extends string = string, P = unknown> {
  readonly id: Id;
  find(portfolio: Portfolio): readonly Spotted<P>[];
}

export function defineRule<const Id extends string, P>(rule: PortfolioRule<Id, P>): PortfolioRule<Id, P> {
  return rule;
}

/** A rule that looks at one process at a time. */
export function ruleOfEach<const Id extends string, P>(
  id: Id,
  findIn: (member: Member, settings: Settings) => readonly Found<P>[],
): PortfolioRule<Id, P> {
  return {
    id,
    find: ({ members, settings }) => {
      const all: Spotted<P>[] = [];
      for (const member of members)
        for (const { path, params } of findIn(member, settings))
          all.push({ process: member.salesProcess.id, path, params });
      return all;
    },
  };
}
