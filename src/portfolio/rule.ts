import type { Settings } from '../judging/settings.js';
import type { Path } from '../places/path.js';
import type { Member } from './member.js';
import type { Portfolio } from './portfolio.js';

/** A rule that informs and explains; it never changes a verdict. */
export interface PortfolioRule<Id extends string = string, P = unknown> {
  readonly id: Id;
  find(portfolio: Portfolio): readonly Spotted<P>[];
}

/** What a rule finds in a process: plain data, put into words when a report is written. */
export interface Found<P> {
  /** Where in the process file; empty: the process as a whole. */
  readonly path: Path;
  readonly params: P;
}

/** What a rule finds, and in which process. */
export interface Spotted<P> extends Found<P> {
  /** The id of the process. */
  readonly process: string;
}

/** Keeps the literal id and the parameters of a rule in its type, so that `wording/` cannot miss one. */
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
