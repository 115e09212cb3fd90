import type { Settings } from '../judging/settings.js';
import type { SalesProcess } from '../sales-process/sales-process.js';
import { addCadence, type Cadence, parseCadence } from '../time/cadence.js';
import { addDays, type Day, isDay } from '../time/day.js';

/** How many cadences may pass before a question or a finding reacts: one, or one and a half. */
const TIMES = [1, 1.5];

/**
 * The days on which the result for a process may change although its file doesn't: every day the file names and the day after
 * it, and the same again after the time that answers are valid or any cadence of the file lasts. A day too many costs time; a
 * day too few gives a wrong result, which a property test looks for.
 */
export function turningDays(salesProcess: SalesProcess, { answersValidFor }: Pick<Settings, 'answersValidFor'>): Day[] {
  const { feedback, review } = salesProcess;
  const cadences: Cadence[] = [
    answersValidFor,
    ...[feedback, review].flatMap((stated) => (stated ? [parseCadence(stated.every)] : [])),
  ];
  const days = new Set<Day>();
  for (const day of daysIn(salesProcess)) {
    const due = cadences.flatMap((cadence) => TIMES.flatMap((times) => addCadence(day, cadence, times) ?? []));
    for (const turn of [day, ...due]) days.add(turn).add(addDays(turn, 1));
  }
  return [...days].sort();
}

/** Whether one of the days is after `from` and not after `to`. */
export function isTurnedBetween(turns: readonly Day[], from: Day, to: Day): boolean {
  return turns.some((day) => day > from && day <= to);
}

function daysIn(value: unknown): Day[] {
  if (typeof value === 'string') return isDay(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(daysIn);
}
