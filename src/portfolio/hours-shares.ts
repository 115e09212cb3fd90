import { type Burden, type BurdenSum, MINUTES_AN_HOUR, sumOfBurdens } from '../judging/burden.js';
import type { Settings } from '../judging/settings.js';
import { isUnjustified, type Verdict } from '../judging/verdict.js';
import { isSalesTeam, isSameRole, roleKey } from '../sales-process/roles.js';
import type { SalesProcess } from '../sales-process/sales-process.js';
import { workingWeeks } from '../time/working-time.js';
import { addTo, groupBy } from '../util/group-by.js';
import { largest } from '../util/largest.js';
import { type Range, sumOfRanges, times } from '../util/range.js';

/** A process with its hours and its verdict. */
export interface Costly {
  readonly salesProcess: SalesProcess;
  readonly burden: Burden;
  readonly verdict: Pick<Verdict, 'name'>;
}

/** The hours a year that one owner's processes take. */
export interface OwnersShare {
  /** `undefined`: processes that name no owner. */
  readonly owner: string | undefined;
  readonly processes: number;
  readonly all: BurdenSum;
  readonly unjustified: BurdenSum;
}

/** The hours that people in one role spend on the processes the role performs. */
export interface RolesShare {
  readonly role: string;
  readonly isSales: boolean;
  /** How many people have the role; `undefined`: the configuration doesn't say. */
  readonly people: number | undefined;
  readonly processes: number;
  /** Hours a year of all of them; a range if other roles do the same process and nobody says how many people of each. */
  readonly all: BurdenSum;
  readonly unjustified: BurdenSum;
  /** Hours a week of one person who does all of the role's processes. */
  readonly aWeek: Range;
  readonly unjustifiedAWeek: Range;
}

/** What the average salesperson spends. */
export interface SalespersonsShare {
  readonly people: number;
  /** `headcount`: the configuration says how many there are; `most-named`: it is the most people any one process names. */
  readonly from: 'headcount' | 'most-named';
  /** Hours a week. */
  readonly aWeek: Range;
  readonly unjustifiedAWeek: Range;
  /** Share of the working time, from 0; above 1 if more is asked than there is time for. */
  readonly share: Range;
  readonly unjustifiedShare: Range;
  /** Processes that don't state their hours and are in none of the figures. */
  readonly unknown: number;
  readonly unjustifiedUnknown: number;
}

/** By owner, the costliest first. */
export function sharesOfOwners(processes: readonly Costly[]): OwnersShare[] {
  const owners = groupBy(processes, ({ salesProcess }) => roleKey(salesProcess.owner ?? ''));
  return [...owners.values()]
    .map((own) => ({
      owner: own[0]!.salesProcess.owner,
      processes: own.length,
      all: sumOfBurdens(own.map(({ burden }) => burden)),
      unjustified: sumOfBurdens(own.filter(isNotJustified).map(({ burden }) => burden)),
    }))
    .sort((a, b) => costliestFirst(a.all, b.all) || compare(a.owner ?? '', b.owner ?? ''));
}

/** By performing role, those who spend most a week first. */
export function sharesOfRoles(processes: readonly Costly[], settings: Settings): RolesShare[] {
  const roles = new Map<string, Costly[]>();
  const names = new Map<string, string>();
  for (const costly of processes)
    for (const [key, role] of new Map(costly.salesProcess.performed_by.map((name) => [roleKey(name), name]))) {
      if (!names.has(key)) names.set(key, role);
      addTo(roles, key, costly);
    }
  return [...roles]
    .map(([key, own]) => {
      const role = names.get(key)!;
      const isRole = (other: string) => isSameRole(other, role);
      const open = own.filter(isNotJustified);
      return {
        role,
        isSales: isSalesTeam(role, settings.salesTeam),
        people: headcountOf(role, settings),
        processes: own.length,
        all: sumOfParts(own, isRole, settings),
        unjustified: sumOfParts(open, isRole, settings),
        aWeek: aWeekOfOne(own, settings),
        unjustifiedAWeek: aWeekOfOne(open, settings),
      };
    })
    .sort((a, b) => b.aWeek.high - a.aWeek.high || compare(a.role, b.role));
}

/** The average salesperson; `undefined` if no process of the sales team states its hours, or nothing says how many people it has. */
export function shareOfSalesperson(processes: readonly Costly[], settings: Settings): SalespersonsShare | undefined {
  const isSales = (role: string) => isSalesTeam(role, settings.salesTeam);
  const own = processes.filter(({ salesProcess }) => salesProcess.performed_by.some(isSales));
  const counted = sum(
    [...new Map(Object.entries(settings.headcount).map(([role, people]) => [roleKey(role), people]))]
      .filter(([role]) => isSales(role))
      .map(([, people]) => people),
  );
  const named = largest(
    own.map((costly) => peopleAmong(costly, isSales, settings).low),
    0,
  );
  // If a process names more people than the headcount, the headcount is incomplete.
  const people = Math.max(counted, named);
  if (people === 0 || own.every(({ burden }) => !burden.hours)) return undefined;
  const { hoursAWeek } = settings.workingTime;
  const weeks = workingWeeks(settings.workingTime);
  const open = own.filter(isNotJustified);
  const [all, unjustified] = [sumOfParts(own, isSales, settings), sumOfParts(open, isSales, settings)];
  const [aWeek, unjustifiedAWeek] = [
    times(all.hours, 1 / people / weeks),
    times(unjustified.hours, 1 / people / weeks),
  ];
  return {
    people,
    from: counted >= named ? 'headcount' : 'most-named',
    aWeek,
    unjustifiedAWeek,
    share: times(aWeek, 1 / hoursAWeek),
    unjustifiedShare: times(unjustifiedAWeek, 1 / hoursAWeek),
    unknown: all.unknown,
    unjustifiedUnknown: unjustified.unknown,
  };
}

/** Roles in the headcount that no process names: a typo, or people who do none of them. */
export function unknownRoles(processes: readonly Pick<Costly, 'salesProcess'>[], { headcount }: Settings): string[] {
  const performing = processes.flatMap(({ salesProcess }) => salesProcess.performed_by).map(roleKey);
  return Object.keys(headcount).filter((role) => !performing.includes(roleKey(role)));
}

/** Hours a week of one person who does all of these processes. */
export function aWeekOfOne(
  processes: readonly Pick<Costly, 'burden'>[],
  { workingTime }: Pick<Settings, 'workingTime'>,
): Range {
  const weeks = workingWeeks(workingTime);
  return sumOfRanges(
    processes.flatMap(({ burden }) =>
      burden.hours ? times(burden.minutes, burden.timesPerYear / MINUTES_AN_HOUR / weeks) : [],
    ),
  );
}

/** Hours a year, of each process only the part that people in the roles `isMeant` spend. */
function sumOfParts(processes: readonly Costly[], isMeant: (role: string) => boolean, settings: Settings): BurdenSum {
  return sumOfBurdens(
    processes.map((costly) => {
      const { burden } = costly;
      if (!burden.hours) return burden;
      const people = peopleAmong(costly, isMeant, settings);
      return {
        hours: {
          low: burden.hours.low * (people.low / burden.people),
          high: burden.hours.high * (people.high / burden.people),
        },
      };
    }),
  );
}

/**
 * How many of the people who do a process are in the roles `isMeant`. All of them if no other role does it. Otherwise at
 * least those left over when everybody in the other roles takes part, and at most as many as the headcounts name.
 */
function peopleAmong(
  { salesProcess, burden }: Pick<Costly, 'salesProcess' | 'burden'>,
  isMeant: (role: string) => boolean,
  settings: Settings,
): Range {
  const people = burden.hours ? burden.people : (salesProcess.effort?.people ?? 0);
  const roles = salesProcess.performed_by;
  const others = roles.filter((role) => !isMeant(role));
  if (others.length === 0) return { low: people, high: people };
  const thereAre = (named: readonly string[]) => sum(named.map((role) => headcountOf(role, settings) ?? Infinity));
  const high = Math.min(people, thereAre(roles.filter(isMeant)));
  // Headcounts too small for the people the file names must be wrong, so they don't raise the lower bound.
  return { low: Math.min(high, Math.max(0, people - thereAre(others))), high };
}

function headcountOf(role: string, { headcount }: Pick<Settings, 'headcount'>): number | undefined {
  return Object.entries(headcount).find(([named]) => isSameRole(named, role))?.[1];
}

function isNotJustified({ verdict }: Pick<Costly, 'verdict'>): boolean {
  return isUnjustified(verdict);
}

function costliestFirst(a: BurdenSum, b: BurdenSum): number {
  return b.hours.high - a.hours.high || b.unknown - a.unknown;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Compares names that are never equal. */
function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
