import type { SalesProcess } from '../sales-process/sales-process.js';
import { type CadenceUnit, parseCadence } from '../time/cadence.js';
import { DEFAULT_WORKING_TIME, type WorkingTime, workingDays, workingWeeks } from '../time/working-time.js';

/** A quantity that may be known only between two bounds. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What keeps the hours from being reckoned; `times`: an event is named, and not how many times a year it comes. */
export type MissingEffort = 'effort' | 'minutes' | 'frequency' | 'times' | 'people';

/** The hours a year a process takes from all who do it, with the arithmetic; or what is missing to say so. */
export type Burden =
  | {
      readonly hours: Range;
      /** Minutes one person spends each time. */
      readonly minutes: Range;
      /** Times a year for each person. */
      readonly timesPerYear: number;
      readonly people: number;
    }
  | { readonly hours: undefined; readonly missing: MissingEffort };

export const MINUTES_AN_HOUR = 60;

/** minutes × times a year × people. What is not stated stays unknown and is never taken as zero. */
export function burdenOf(
  { effort }: Pick<SalesProcess, 'effort'>,
  workingTime: WorkingTime = DEFAULT_WORKING_TIME,
): Burden {
  if (!effort) return { hours: undefined, missing: 'effort' };
  if (effort.minutes === undefined) return { hours: undefined, missing: 'minutes' };
  const timesPerYear = effort.times_per_year ?? timesAYear(effort.every, workingTime);
  if (timesPerYear === undefined)
    return { hours: undefined, missing: effort.every === undefined ? 'frequency' : 'times' };
  if (effort.people === undefined) return { hours: undefined, missing: 'people' };
  const [low, high] = typeof effort.minutes === 'number' ? [effort.minutes, effort.minutes] : effort.minutes;
  const factor = (timesPerYear * effort.people) / MINUTES_AN_HOUR;
  return {
    hours: { low: low * factor, high: high * factor },
    minutes: { low, high },
    timesPerYear,
    people: effort.people,
  };
}

/** How often a year a cadence comes round for somebody who works so much; an event has no number. */
export function timesAYear(every: string | undefined, workingTime: WorkingTime): number | undefined {
  if (every === undefined) return undefined;
  const cadence = parseCadence(every);
  return cadence.kind === 'event' ? undefined : roundsAYear(cadence.unit, workingTime) / cadence.count;
}

/** Holidays leave out days and weeks; what is due monthly is due in a month with holidays too. */
function roundsAYear(unit: CadenceUnit, workingTime: WorkingTime): number {
  switch (unit) {
    case 'day':
      return workingDays(workingTime);
    case 'week':
      return workingWeeks(workingTime);
    case 'month':
      return 12;
    case 'quarter':
      return 4;
    case 'year':
      return 1;
  }
}

/** The sum of what is known, and how many burdens are not. */
export interface BurdenSum {
  readonly hours: Range;
  readonly unknown: number;
}

export function sumOfBurdens(burdens: readonly Pick<Burden, 'hours'>[]): BurdenSum {
  const known = burdens.flatMap(({ hours }) => hours ?? []);
  return {
    hours: { low: sum(known.map(({ low }) => low)), high: sum(known.map(({ high }) => high)) },
    unknown: burdens.length - known.length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
