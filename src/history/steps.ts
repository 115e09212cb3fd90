import { addCadence, type Cadence } from '../time/cadence.js';
import { addDays, addMonths, type Day } from '../time/day.js';

/** A commit, and the UTC day on which it was made. */
export interface DatedCommit {
  readonly commit: string;
  readonly day: Day;
}

/** A day to look at, and the commit that was the latest on it. */
export type Step = DatedCommit;

/** How often to look: at each commit, or at the end of each of these. */
export type Rhythm = 'commit' | Extract<Cadence, { kind: 'period' }>;

/** More steps than days in the fifty years since there are histories of files; a list of them tells nobody anything. */
export const MOST_STEPS = 20_000;

/**
 * The days to look at, with the latest commit of each: the first commit's, the last of each week, month, quarter or year
 * after it (of several, or of days: counted from the first), and the last day. Little more than `MOST_STEPS`, where there are more.
 *
 * @param commits in the order of time, at least one
 */
export function stepsOf(commits: readonly DatedCommit[], rhythm: Rhythm, until: Day): Step[] {
  const past = commits.filter(({ day }) => day <= until);
  const first = past[0];
  if (!first) return [];
  if (rhythm === 'commit') return withEnd(past, until);
  const days: Day[] = [];
  let day = nextEnd(first.day, rhythm);
  // At the end of the calendar no day comes after the last.
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
  // What else was committed on the first day, when that is the last as well.
  const last = past.at(-1)!;
  return [first, ...steps, ...(steps.length === 0 && last.commit !== first.commit ? [last] : [])];
}

/** Of several commits of one day each is a step; the last day is one, too, for time passes without commits. */
function withEnd(past: readonly DatedCommit[], until: Day): Step[] {
  const last = past.at(-1)!;
  return last.day < until ? [...past, { commit: last.commit, day: until }] : [...past];
}

/** The last day of the calendar's month, quarter or year; of anything else the day before it would begin anew. */
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
