import type { SalesProcess } from '../sales-process/sales-process.js';
import { parseCadence } from '../time/cadence.js';

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

/** Weeks a year in which people work: 52 less six of leave and public holidays. */
export const WORKING_WEEKS = 46;

/** Days a week on which people work. */
export const WORKING_DAYS = 5;

/** How often a year each cadence comes round for somebody who works 46 weeks of five days. */
const TIMES_A_YEAR = {
  day: WORKING_WEEKS * WORKING_DAYS,
  week: WORKING_WEEKS,
  month: 12,
  quarter: 4,
  year: 1,
} as const;

const MINUTES_AN_HOUR = 60;

/** minutes × times a year × people. What is not stated stays unknown and is never taken as zero. */
export function burdenOf({ effort }: Pick<SalesProcess, 'effort'>): Burden {
  if (!effort) return { hours: undefined, missing: 'effort' };
  if (effort.minutes === undefined) return { hours: undefined, missing: 'minutes' };
  const timesPerYear = effort.times_per_year ?? timesOf(effort.every);
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

function timesOf(every: string | undefined): number | undefined {
  if (every === undefined) return undefined;
  const cadence = parseCadence(every);
  return cadence.kind === 'event' ? undefined : TIMES_A_YEAR[cadence.unit] / cadence.count;
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
