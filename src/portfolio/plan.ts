import { type BurdenSum, sumOfBurdens, timesAYear } from '../judging/burden.js';
import { isUnjustified } from '../judging/verdict.js';
import { roleKey } from '../sales-process/roles.js';
import { addDays, addMonths, type Day } from '../time/day.js';
import { dependenciesIn, type Stays } from './dependencies.js';
import type { Member } from './member.js';
import { mergersOf } from './mergers.js';
import type { PlanAction, PlanStep } from './plan-step.js';
import type { Portfolio } from './portfolio.js';
import { inSafeOrder } from './safe-order.js';
import { whomToAsk } from './whom-to-ask.js';

/** What to do with the processes that are not justified. */
export interface Plan {
  /** In an order in which nothing breaks (see `safe-order.ts`). */
  readonly steps: readonly PlanStep[];
  /** Hours a year saved by removing, merging and automating. */
  readonly returned: BurdenSum;
  /** Hours a year that trials save for as long as they last. */
  readonly tried: BurdenSum;
  /** Hours a year that depend on answers. */
  readonly asked: BurdenSum;
}

/** Decides what to do with each unjustified process, and in which order. */
export function planOf(portfolio: Portfolio): Plan {
  const open = portfolio.members.filter(({ verdict }) => isUnjustified(verdict));
  const goes = new Set(
    open.filter(({ verdict }) => verdict.name === 'eliminate').map(({ salesProcess }) => salesProcess.id),
  );
  const ids = new Set(portfolio.members.map(({ salesProcess }) => salesProcess.id));
  const { feedsOf, demandsOf, begottenBy, alike } = dependenciesIn(portfolio);
  const mergers = mergersOf(portfolio, alike);
  const byId = new Map(portfolio.members.map((member) => [member.salesProcess.id, member]));
  const steps = open.map((member): PlanStep => {
    const { id } = member.salesProcess;
    // Undecided processes may stay, but a process's own step assumes that it goes.
    const stays: Stays = (other) => other !== id && !goes.has(other);
    const common = {
      member,
      into: undefined,
      until: undefined,
      nobodyKnows: false,
      questions: [],
      feeds: feedsOf(id, stays),
      demands: demandsOf(member, stays),
      begotten: begottenBy(id, stays),
      causes: (member.salesProcess.because_of ?? []).flatMap((because, index) =>
        ids.has(because) && stays(because) ? [{ because, index }] : [],
      ),
      together: [],
    };
    const step = { ...common, ...decideAction(member, common, portfolio, mergers) };
    return { ...step, tell: whomToTell(step, byId) };
  });
  const of = (...actions: PlanAction[]) =>
    sumOfBurdens(steps.filter(({ action }) => actions.includes(action)).map(({ member }) => member.burden));
  return { steps: inSafeOrder(steps), returned: of('remove', 'merge', 'automate'), tried: of('try'), asked: of('ask') };
}

type Decided = Pick<PlanStep, 'action'> & Partial<Pick<PlanStep, 'into' | 'until' | 'nobodyKnows' | 'questions'>>;

/** Merge or automate if that loses nothing; otherwise remove, or try first if feeds break. Undecided processes are asked about. */
function decideAction(
  member: Member,
  { feeds, demands }: Pick<PlanStep, 'feeds' | 'demands'>,
  portfolio: Portfolio,
  mergers: (member: Member) => PlanStep['into'],
): Decided {
  const { salesProcess, verdict } = member;
  const until = trialUntil(member, portfolio);
  if (verdict.name === 'undecided') {
    const asked = verdict.toAsk.map((question) => ({
      question,
      ...whomToAsk(question, salesProcess, portfolio.settings),
    }));
    // If everybody who could know has said they don't, asking again settles nothing.
    if (asked.length > 0 && asked.every(({ doNotKnow }) => doNotKnow))
      return { action: 'try', until, nobodyKnows: true };
    return { action: 'ask', questions: asked.map(({ question, roles }) => ({ question, whom: roles })) };
  }
  const into = mergers(member);
  if (into) return { action: 'merge', into };
  // A place that only holds the information because of a process that goes too won't hold it for long.
  const isElsewhere = demands.every(({ demand, still }) => demand.already_in !== undefined && still !== undefined);
  if (demands.length > 0 && isElsewhere) return { action: 'automate' };
  return feeds.length > 0 ? { action: 'try', until } : { action: 'remove' };
}

const DAYS_A_YEAR = 365.25;

/** A trial lasts three rounds of the process: at least a month, and at most a quarter unless a single round takes longer. */
function trialUntil({ salesProcess: { effort } }: Member, { settings }: Portfolio): Day {
  const { asOf, workingTime } = settings;
  const times = effort?.times_per_year ?? timesAYear(effort?.every, workingTime);
  if (times === undefined) return addMonths(asOf, 3);
  const round = DAYS_A_YEAR / times;
  if (addDays(asOf, Math.ceil(3 * round)) <= addMonths(asOf, 1)) return addMonths(asOf, 1);
  const threeRounds = addDays(asOf, Math.ceil(3 * round));
  if (threeRounds <= addMonths(asOf, 3)) return threeRounds;
  const oneRound = addDays(asOf, Math.ceil(round));
  return oneRound > addMonths(asOf, 3) ? oneRound : addMonths(asOf, 3);
}

/** Each role once, in the order in which it is named. */
function whomToTell(
  { member, feeds, causes, begotten, into }: Omit<PlanStep, 'tell'>,
  byId: ReadonlyMap<string, Member>,
): string[] {
  const { performed_by, owner, beneficiaries = [], demands } = member.salesProcess;
  const dependent = [
    ...feeds.map(({ from, to, goes }) => (goes === 'source' ? to : from)),
    ...causes.map(({ because }) => because),
    ...begotten.map(({ process }) => process),
    ...(into ? [into.process] : []),
  ];
  const named = [
    ...performed_by,
    owner,
    ...beneficiaries,
    ...demands.flatMap(({ used_by }) => used_by ?? []),
    ...dependent.map((id) => byId.get(id)?.salesProcess.owner),
  ].filter((role) => role !== undefined);
  const roles = new Map<string, string>();
  for (const role of named) if (!roles.has(roleKey(role))) roles.set(roleKey(role), role);
  return [...roles.values()];
}
