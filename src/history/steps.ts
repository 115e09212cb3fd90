import { addCadence, type Cadence } from '../time/cadence.js';
import { addDays, addMonths, type Day } from '../time/day.js';

/** A commit, and the UTC day it was made. */
export interface DatedCommit {
  readonly commit: string;
  readonly day: Day;
}

/** A day to look at, and the latest commit on it. */
export type Step = DatedCommit;

/** How often to look: at each commit, or at the end of each period. */
export type Rhythm = 'commit' | Extract<Cadence, { kind: 'period' }>;

/** About as many steps as there are days in the fifty years of version control; a longer list tells nobody anything. */
export const MOST_STEPS = 20_000;

/**
 * The days to look at, with the latest commit of each: the day of the first commit, the last day of each calendar month,
 * quarter or year (or of each `count` of them) from then on, and `until`. Days and weeks are counted from the first commit instead.
 * There are at most about `MOST_STEPS`.
 *
 * @param commits in order of time
 */
export function stepsOf(commits: readonly DatedCommit[], rhythm: Rhythm, until: Day): Step[] {
  const past = commits.filter(({ day }) => day <= until);
  const first = past[0];
  if (!first) return [];
  if (rhythm === 'commit') return withEnd(past, until);
  const days: Day[] = [];
  let day = nextEnd(first.day, rhythm);
  // The calendar has a last day, and none comes after it.
  while (day < until && day !== days.at(-1) && days.length <= MOST_STEPS) {
    days.push(day);
    day = nextEnd(addDays(day, 1), rhythm);
  }
  const later = [...new Set([...days, until])].filter((day) => day > first.day).sort();
  let at = 0;
  const steps = later.map((day) => {
    while (at + 1 < past.length && past[at + 1]!.day <= day) at++;
    return { day, commit: past[at]!.commit };
  });
  // The first day may also be the last; then its later commits make a step of their own.
  const last = past.at(-1)!;
  return [first, ...steps, ...(steps.length === 0 && last.commit !== first.commit ? [last] : [])];
}

/** Every commit is a step, even several of one day. So is the last day, because time passes without commits. */
function withEnd(past: readonly DatedCommit[], until: Day): Step[] {
  const last = past.at(-1)!;
  return last.day < until ? [...past, { commit: last.commit, day: until }] : [...past];
}

/** The last day of a calendar month, quarter or year; of days and weeks, the day before the next period begins. */
function nextEnd(day: Day, { unit, count }: Exclude<Rhythm, 'commit'>): Day {
  const month = Number(day.slice(5, 7));
  const firstOf = (months: number) => addMonths(`${day.slice(0, 4)}-01-01`, months);
  switch (unit) {
    case 'month':
      return addDays(firstOf(month - 1 + count), -1);
    case 'quarter':
      return addDays(firstOf(3 * (Math.ceil(month / 3) - 1 + count)), -1);
    case 'year':
      return addDays(firstOf(12 * count), -1);
    default:
      return addDays(addCadence(day, { kind: 'period', unit, count })!, -1);
  }
}
