import type { QuestionId } from '../questions/index.js';
import type { Day } from '../time/day.js';
import type { Begotten, BrokenFeed, LeftDemand } from './dependencies.js';
import type { Member } from './member.js';
import type { Sameness } from './same-demand.js';

/** What to do with a process that is not justified. */
export const PLAN_ACTIONS = ['remove', 'merge', 'automate', 'try', 'ask'] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];

/** A demand that another process, which stays, makes as well. */
export interface SameThere extends Sameness {
  readonly index: number;
  readonly otherIndex: number;
}

/** One step of a plan: a process, what to do with it, and what to watch out for. */
export interface PlanStep {
  readonly member: Member;
  readonly action: PlanAction;
  /** For `merge`: the process that stays and makes all of its demands too. */
  readonly into: { readonly process: string; readonly demands: readonly SameThere[] } | undefined;
  /** For `try`: the last day of the trial. */
  readonly until: Day | undefined;
  /** For `try`: everybody who could be asked has said they don't know. */
  readonly nobodyKnows: boolean;
  /** For `ask`: the questions whose answers decide the verdict, most telling first. */
  readonly questions: readonly { readonly question: QuestionId; readonly whom: readonly string[] }[];
  /** Feeds from or to processes that stay. */
  readonly feeds: readonly BrokenFeed[];
  /** What it asks for, and where that can still be had. */
  readonly demands: readonly LeftDemand[];
  /** Processes that stay and exist because this one falls short. */
  readonly begotten: readonly Begotten[];
  /** Processes that stay and are the reason this one exists. */
  readonly causes: readonly { readonly because: string; readonly index: number }[];
  /** Roles to tell beforehand: performers, owner, beneficiaries, users of what it collects, owners of the processes that depend on it. */
  readonly tell: readonly string[];
  /** Other steps in a feed cycle with this one, to be done at the same time. */
  readonly together: readonly string[];
}
