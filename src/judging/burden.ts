import type { SalesProcess } from '../sales-process/sales-process.js';
import { type CadenceUnit, parseCadence } from '../time/cadence.js';
import { DEFAULT_WORKING_TIME, type WorkingTime, workingDays, workingWeeks } from '../time/working-time.js';
import { type Range, sumOfRanges, times, toRange } from '../util/range.js';

/** What is missing to work out the hours. `times`: the frequency is an event, and nothing says how often a year it happens. */
export type MissingEffort = 'effort' | 'minutes' | 'frequency' | 'times' | 'people';

/** The hours a year a process takes from everybody who does it, with the figures behind them; or what is missing to work them out. */
export type Burden =
  | {
      /** Hours a year. */
      readonly hours: Range;
      /** Minutes one person spends each time. */
      readonly minutes: Range;
      /** Times a year each person does it. */
      readonly timesPerYear: number;
      readonly people: number;
    }
  | { readonly hours: undefined; readonly missing: MissingEffort };

export const MINUTES_AN_HOUR = 60;

/** Minutes × times a year × people. What is not stated stays unknown; it never counts as zero. */
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
  const minutes = toRange(effort.minutes);
  const { people } = effort;
  return { hours: times(minutes, (timesPerYear * people) / MINUTES_AN_HOUR), minutes, timesPerYear, people };
}

/** How many times a year a cadence comes round within the working time; `undefined` for an event, or without a cadence. */
export function timesAYear(every: string | undefined, workingTime: WorkingTime): number | undefined {
  if (every === undefined) return undefined;
  const cadence = parseCadence(every);
  return cadence.kind === 'event' ? undefined : roundsAYear(cadence.unit, workingTime) / cadence.count;
}

/** Holidays skip days and weeks; what is due monthly is due in months with holidays, too. */
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

/** The sum of the known hours a year, and the number of burdens without any. */
export interface BurdenSum {
  readonly hours: Range;
  readonly unknown: number;
}

export function sumOfBurdens(burdens: readonly Pick<Burden, 'hours'>[]): BurdenSum {
  const known = burdens.flatMap(({ hours }) => hours ?? []);
  return { hours: sumOfRanges(known), unknown: burdens.length - known.length };
}
