import { type Burden, type BurdenSum, MINUTES_AN_HOUR, type Range, sumOfBurdens } from '../judging/burden.js';
import type { Settings } from '../judging/settings.js';
import { isUnjustified, type Verdict } from '../judging/verdict.js';
import { isSalesTeam, isSameRole, roleKey } from '../sales-process/roles.js';
import type { SalesProcess } from '../sales-process/sales-process.js';
import { workingWeeks } from '../time/working-time.js';
import { largest } from '../util/largest.js';

/** A process with its hours, and whether it was justified. */
export interface Costly {
  readonly salesProcess: SalesProcess;
  readonly burden: Burden;
  readonly verdict: Pick<Verdict, 'name'>;
}

/** What the processes of one owner take. */
export interface OwnersShare {
  /** `undefined`: nobody is named. */
  readonly owner: string | undefined;
  readonly processes: number;
  readonly all: BurdenSum;
  readonly unjustified: BurdenSum;
}

/** What those who do a process in one role spend on all that names the role. */
export interface RolesShare {
  readonly role: string;
  readonly isSales: boolean;
  /** How many there are; `undefined`: the configuration does not say. */
  readonly people: number | undefined;
  readonly processes: number;
  /** Hours a year of all of them; a range where others do the same process and nobody says how many of whom. */
  readonly all: BurdenSum;
  readonly unjustified: BurdenSum;
  /** Hours a week of one person who does every process that names the role. */
  readonly aWeek: Range;
  readonly unjustifiedAWeek: Range;
}

/** What a salesperson spends, on an average of all of them. */
export interface SalespersonsShare {
  readonly people: number;
  /** `most-named`: nobody says how many there are; it is the most that one process names. */
  readonly from: 'headcount' | 'most-named';
  /** Hours a week. */
  readonly aWeek: Range;
  readonly unjustifiedAWeek: Range;
  /** Of the working time, 0 to 1 and, where more is asked than there is, above. */
  readonly share: Range;
  readonly unjustifiedShare: Range;
  /** Processes that do not state their hours; they are in none of the figures. */
  readonly unknown: number;
  readonly unjustifiedUnknown: number;
}

const NOTHING: Range = { low: 0, high: 0 };

/** By owner, the costliest first. */
export function sharesOfOwners(some: readonly Costly[]): OwnersShare[] {
  const owners = new Map<string, Costly[]>();
  for (const one of some) group(owners, roleKey(one.salesProcess.owner ?? ''), one);
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
export function sharesOfRoles(some: readonly Costly[], settings: Settings): RolesShare[] {
  const roles = new Map<string, Costly[]>();
  const names = new Map<string, string>();
  for (const one of some)
    for (const [key, role] of new Map(one.salesProcess.performed_by.map((name) => [roleKey(name), name]))) {
      if (!names.has(key)) names.set(key, role);
      group(roles, key, one);
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

/** The average salesperson; `undefined`: no process of the sales team states its hours, or nothing says how many there are. */
export function shareOfSalesperson(some: readonly Costly[], settings: Settings): SalespersonsShare | undefined {
  const isSales = (role: string) => isSalesTeam(role, settings.salesTeam);
  const own = some.filter(({ salesProcess }) => salesProcess.performed_by.some(isSales));
  const counted = sum(
    [...new Map(Object.entries(settings.headcount).map(([role, people]) => [roleKey(role), people]))]
      .filter(([role]) => isSales(role))
      .map(([, people]) => people),
  );
  const named = largest(
    own.map((one) => peopleAmong(one, isSales, settings).low),
    0,
  );
  // Where a process names more people than the headcount has, the headcount lacks some.
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

/** Roles of the headcount that no process names: a slip, or people who have nothing to do with any. */
export function unknownRoles(some: readonly Pick<Costly, 'salesProcess'>[], { headcount }: Settings): string[] {
  const performing = some.flatMap(({ salesProcess }) => salesProcess.performed_by).map(roleKey);
  return Object.keys(headcount).filter((role) => !performing.includes(roleKey(role)));
}

/** Hours a week that one person spends who does all of these processes. */
export function aWeekOfOne(
  some: readonly Pick<Costly, 'burden'>[],
  { workingTime }: Pick<Settings, 'workingTime'>,
): Range {
  const weeks = workingWeeks(workingTime);
  return some
    .flatMap(({ burden }) => (burden.hours ? times(burden.minutes, burden.timesPerYear / MINUTES_AN_HOUR / weeks) : []))
    .reduce(plus, NOTHING);
}

/** The hours of those among the performers of each process who are meant. */
function sumOfParts(some: readonly Costly[], isMeant: (role: string) => boolean, settings: Settings): BurdenSum {
  return sumOfBurdens(
    some.map((one) => {
      const { burden } = one;
      if (!burden.hours) return burden;
      const people = peopleAmong(one, isMeant, settings);
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
 * How many of the people who do a process are meant: all where nobody else does it; else what the headcounts leave, at
 * least those whom the others cannot be, at most those whom there are.
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
  const thereAre = (some: readonly string[]) => sum(some.map((role) => headcountOf(role, settings) ?? Infinity));
  const high = Math.min(people, thereAre(roles.filter(isMeant)));
  // Headcounts that contradict the file, too few for its people, say nothing of the others.
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

function group(groups: Map<string, Costly[]>, key: string, one: Costly): void {
  const some = groups.get(key);
  if (some) some.push(one);
  else groups.set(key, [one]);
}

function times({ low, high }: Range, factor: number): Range {
  return { low: low * factor, high: high * factor };
}

function plus(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high + b.high };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** For names of which no two are the same. */
function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
