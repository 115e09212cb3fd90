import { type BurdenSum, sumOfBurdens, timesAYear } from '../judging/burden.js';
import { isUnjustified } from '../judging/verdict.js';
import type { QuestionId } from '../questions/index.js';
import { roleKey } from '../sales-process/roles.js';
import { addDays, addMonths, type Day } from '../time/day.js';
import { circlesIn } from './cycles.js';
import type { Member, Portfolio } from './rule.js';
import { type ComparedDemand, comparisonWith, type Sameness, samenessOf } from './same-demand.js';
import { whomToAsk } from './whom-to-ask.js';
import {
  type Begotten,
  type BrokenFeed,
  type Dependencies,
  dependenciesIn,
  type LeftDemand,
  type Stays,
} from './without.js';

/** What to do with a process that is not justified. */
export const PLAN_ACTIONS = ['remove', 'merge', 'automate', 'try', 'ask'] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];

/** A demand that another process, which stays, makes as well. */
export interface SameThere extends Sameness {
  readonly index: number;
  readonly otherIndex: number;
}

/** One step of a plan: a process, what to do with it, and what has to be looked after. */
export interface PlanStep {
  readonly member: Member;
  readonly action: PlanAction;
  /** For `merge`: the process that asks for all of it too, and stays. */
  readonly into: { readonly process: string; readonly demands: readonly SameThere[] } | undefined;
  /** For `try`: the last day of the trial. */
  readonly until: Day | undefined;
  /** For `try`: nobody who could be asked knows. */
  readonly nobodyKnows: boolean;
  /** For `ask`: the answers that decide it, most telling first. */
  readonly questions: readonly { readonly question: QuestionId; readonly whom: readonly string[] }[];
  /** Feeds from or to what stays. */
  readonly feeds: readonly BrokenFeed[];
  /** What it asks for, and where that can still be had. */
  readonly demands: readonly LeftDemand[];
  /** What stays and exists because this one falls short. */
  readonly begotten: readonly Begotten[];
  /** What stays, and because of which this one exists. */
  readonly causes: readonly { readonly because: string; readonly index: number }[];
  /** Who has to know before: who does it, its owner, who gains by it, who uses what it collects, the owners of what hangs on it. */
  readonly tell: readonly string[];
  /** Others of the plan that it feeds and is fed by in a circle: to be done at the same time. */
  readonly together: readonly string[];
}

export interface Plan {
  /** In an order in which nothing breaks: what takes the output of another is dealt with before that other. */
  readonly steps: readonly PlanStep[];
  /** Hours a year that come back by removing, merging and automating. */
  readonly returned: BurdenSum;
  /** Hours a year that are not worked while something is tried. */
  readonly tried: BurdenSum;
  /** Hours a year that depend on answers. */
  readonly asked: BurdenSum;
}

/** What to do with each unjustified process, in order. */
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
    // What is undecided may stay; of itself it is said what would hang on it.
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
    // Where all who could know have said that they do not, another question settles nothing.
    if (asked.length > 0 && asked.every(({ doNotKnow }) => doNotKnow))
      return { action: 'try', until, nobodyKnows: true };
    return { action: 'ask', questions: asked.map(({ question, roles }) => ({ question, whom: roles })) };
  }
  const into = mergers(member);
  if (into) return { action: 'merge', into };
  // What is in a place because of a process that goes as well will not be there for long.
  const isElsewhere = demands.every(({ demand, still }) => demand.already_in !== undefined && still !== undefined);
  if (demands.length > 0 && isElsewhere) return { action: 'automate' };
  return feeds.length > 0 ? { action: 'try', until } : { action: 'remove' };
}

/** A process that is kept and asks for everything that another asks for. */
function mergersOf(
  { members, settings }: Portfolio,
  alike: Dependencies['alike'],
): (member: Member) => PlanStep['into'] {
  const compare = comparisonWith(settings.synonyms);
  const byId = new Map(members.map((member) => [member.salesProcess.id, member]));
  const isKept = (id: string) => !isUnjustified(byId.get(id)!.verdict);
  const compared = new Map<string, readonly ComparedDemand[]>();
  const demandsOf = (id: string) => {
    const known = compared.get(id) ?? byId.get(id)!.salesProcess.demands.map(compare);
    compared.set(id, known);
    return known;
  };
  return ({ salesProcess: { id } }) => {
    const own = demandsOf(id);
    if (own.length === 0) return undefined;
    for (const other of alike(id, 0).filter(isKept)) {
      const same = sameThere(own, demandsOf(other));
      if (same) return { process: other, demands: same };
    }
    return undefined;
  };
}

/** For each demand the one of the others that it is closest to; `undefined`: one has none. */
function sameThere(own: readonly ComparedDemand[], others: readonly ComparedDemand[]): SameThere[] | undefined {
  const same: SameThere[] = [];
  for (const [index, one] of own.entries()) {
    let best: SameThere | undefined;
    for (const [otherIndex, other] of others.entries()) {
      const sameness = samenessOf(one, other);
      if (sameness && (!best || sameness.share > best.share)) best = { ...sameness, index, otherIndex };
    }
    if (!best) return undefined;
    same.push(best);
  }
  return same;
}

const DAYS_A_YEAR = 365.25;

/** A trial lasts three rounds of the process, but at least a month and, unless one round takes longer, at most a quarter. */
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

function whomToTell(
  { member, feeds, causes, begotten, into }: Omit<PlanStep, 'tell'>,
  byId: ReadonlyMap<string, Member>,
): string[] {
  const { performed_by, owner, beneficiaries = [], demands } = member.salesProcess;
  const hanging = [
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
    ...hanging.map((id) => byId.get(id)?.salesProcess.owner),
  ].filter((role) => role !== undefined);
  const roles = new Map<string, string>();
  for (const role of named) if (!roles.has(roleKey(role))) roles.set(roleKey(role), role);
  return [...roles.values()];
}

/**
 * What takes the output of a process is dealt with before that process, so that nothing that is still done loses its
 * source. To ask breaks nothing and comes first; what is only tried comes last; among each the costliest first.
 */
function inSafeOrder(steps: readonly PlanStep[]): PlanStep[] {
  const byId = new Map(steps.map((step) => [step.member.salesProcess.id, step]));
  const consumersOf = new Map(
    steps.map(({ member, action }) => {
      const { id, feeds = [] } = member.salesProcess;
      return [id, action === 'ask' ? [] : feeds.filter((to) => byId.has(to))];
    }),
  );
  // What feeds itself in a circle is dealt with as one.
  const units = circlesIn([...consumersOf.keys()], (id) => consumersOf.get(id)!).map((ids) =>
    ids.map((id) => byId.get(id)!).sort(byUrgency),
  );
  const unitOf = new Map(units.flatMap((unit) => unit.map((step) => [idOf(step), unit] as const)));
  const waitsFor = new Map(units.map((unit) => [unit, 0]));
  const awaitedBy = new Map(units.map((unit) => [unit, [] as PlanStep[][]]));
  for (const unit of units)
    for (const consumer of new Set(unit.flatMap((step) => consumersOf.get(idOf(step))!).map((id) => unitOf.get(id)!)))
      if (consumer !== unit) {
        waitsFor.set(unit, waitsFor.get(unit)! + 1);
        awaitedBy.get(consumer)!.push(unit);
      }
  const left = [...units].sort((a, b) => byUrgency(a[0]!, b[0]!));
  const ordered: PlanStep[] = [];
  while (left.length > 0) {
    const [unit] = left.splice(
      left.findIndex((one) => waitsFor.get(one) === 0),
      1,
    ) as [PlanStep[]];
    for (const waiting of awaitedBy.get(unit)!) waitsFor.set(waiting, waitsFor.get(waiting)! - 1);
    const ids = unit.map(idOf);
    ordered.push(...unit.map((step) => ({ ...step, together: ids.filter((id) => id !== idOf(step)) })));
  }
  return ordered;
}

function idOf({ member }: PlanStep): string {
  return member.salesProcess.id;
}

/** Questions cost nothing and can be asked at once. */
const ACTION_RANK: Readonly<Record<PlanAction, number>> = { ask: 0, remove: 1, merge: 1, automate: 1, try: 2 };

function byUrgency(a: PlanStep, b: PlanStep): number {
  const cost = ({ member: { burden } }: PlanStep) => burden.hours?.high ?? -1;
  const [one, other] = [a.member.salesProcess.id, b.member.salesProcess.id];
  return ACTION_RANK[a.action] - ACTION_RANK[b.action] || cost(b) - cost(a) || (one < other ? -1 : 1);
}
