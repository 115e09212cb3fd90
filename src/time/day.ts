/** A calendar day in UTC as ISO text, `YYYY-MM-DD`. Days compare as text, so `<` and `>` mean earlier and later. */
export type Day = string;

/** What a day looks like, whether or not it exists in the calendar. */
export const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const MS_A_DAY = 86_400_000;
const LAST_DAY = '9999-12-31';
const LAST_MS = Date.parse(LAST_DAY);
const FIRST_DAY = '0000-01-01';
const FIRST_MS = Date.parse(FIRST_DAY);

/** The calendar repeats after this many years. Adding them gets around `Date.UTC`, which takes years below 100 for 19xx. */
const CYCLE_YEARS = 400;
const CYCLE_MS = 146_097 * MS_A_DAY;

/** Whether the text is a day that exists in the calendar; 2026-02-30 is not. */
export function isDay(text: string): boolean {
  return (
    DAY_PATTERN.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text
  );
}

/** The UTC day of a time in milliseconds since 1970, limited to the years 0000 to 9999. */
export function dayOf(milliseconds: number): Day {
  // Later years have five digits and would sort first; earlier ones have a sign.
  if (!(milliseconds < LAST_MS)) return LAST_DAY;
  if (milliseconds < FIRST_MS) return FIRST_DAY;
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The day `days` days later. */
export function addDays(day: Day, days: number): Day {
  if (days === 0) return day;
  return dayOf(Date.parse(day) + days * MS_A_DAY);
}

/** The same day of the month `months` months later, or the last day of that month if it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const year = Number(day.slice(0, 4)) + CYCLE_YEARS;
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  const last = date <= IN_EVERY_MONTH ? date : daysIn(year, month + months);
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)) - CYCLE_MS);
}

/** Every month has at least this many days. */
const IN_EVERY_MONTH = 28;

/** The number of days in a month; 1 is January of that year, 13 January of the next. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
