import type { Settings } from '../judging/settings.js';
import { type AskedTwice, askedTwice } from './asked-twice.js';
import type { Member } from './member.js';

/** All processes of a company, to be looked at together. */
export interface Portfolio {
  /** Sorted by id. */
  readonly members: readonly Member[];
  readonly retired: readonly Pick<Member, 'salesProcess'>[];
  /** Demands that more than one process makes. */
  readonly twice: readonly AskedTwice[];
  readonly settings: Settings;
}

/**
 * Puts processes together and finds the demands they share.
 *
 * @param members sorted by id
 */
export function portfolioOf<M extends Member, R extends Pick<Member, 'salesProcess'>>(
  members: readonly M[],
  retired: readonly R[],
  settings: Settings,
): Portfolio {
  return { members, retired, twice: askedTwice(members, settings), settings };
}
