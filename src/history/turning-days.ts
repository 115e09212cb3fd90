import type { Settings } from '../judging/settings.js';
import type { SalesProcess } from '../sales-process/sales-process.js';
import { addCadence, type Cadence, parseCadence } from '../time/cadence.js';
import { addDays, type Day, isDay } from '../time/day.js';

/** How often a cadence may pass before a question or a finding takes notice: once, or once and a half. */
const TIMES = [1, 1.5];

/**
 * The days on which what is made of a process may change though its file does not: every day that the file names, the day
 * after it, and the same so long after it as answers are valid, or as any cadence of the file lasts. More days than needed
 * cost time; one that is missing would be a mistake, which a property test looks for.
 */
export function turningDays(salesProcess: SalesProcess, { answersValidFor }: Pick<Settings, 'answersValidFor'>): Day[] {
  const { feedback, review } = salesProcess;
  const cadences: Cadence[] = [
    answersValidFor,
    ...[feedback, review].flatMap((one) => (one ? [parseCadence(one.every)] : [])),
  ];
  const days = new Set<Day>();
  for (const day of daysIn(salesProcess)) {
    const due = cadences.flatMap((cadence) => TIMES.flatMap((times) => addCadence(day, cadence, times) ?? []));
    for (const turn of [day, ...due]) days.add(turn).add(addDays(turn, 1));
  }
  return [...days].sort();
}

/** Whether one of the days lies after the one and not after the other. */
export function isTurnedBetween(turns: readonly Day[], from: Day, to: Day): boolean {
  return turns.some((day) => day > from && day <= to);
}

function daysIn(value: unknown): Day[] {
  if (typeof value === 'string') return isDay(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(daysIn);
}
