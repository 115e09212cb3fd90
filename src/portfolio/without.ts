import { type BurdenSum, sumOfBurdens } from '../judging/burden.js';
import { type Begotten, type BrokenFeed, dependenciesIn, type LeftDemand, type Stays } from './dependencies.js';
import type { Member } from './member.js';
import type { Portfolio } from './portfolio.js';

/** What happens if some processes go and all others stay. */
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
