/** How much people work. Turns a cadence into times a year, and hours a year into hours a week. */
export interface WorkingTime {
  /** Weeks a year in which the company is open. */
  readonly weeks: number;
  readonly daysAWeek: number;
  readonly hoursAWeek: number;
  /** Working days a year on which a person is away: leave and public holidays together. */
  readonly holidays: number;
}

/** 52 weeks of five days and 40 hours, less 30 days of leave and public holidays: 46 weeks or 230 days a year. */
export const DEFAULT_WORKING_TIME: WorkingTime = { weeks: 52, daysAWeek: 5, hoursAWeek: 40, holidays: 30 };

/** Days a year on which a person works. */
export function workingDays({ weeks, daysAWeek, holidays }: WorkingTime): number {
  return weeks * daysAWeek - holidays;
}

/** Weeks a year in which a person works, net of holidays. */
export function workingWeeks(time: WorkingTime): number {
  return workingDays(time) / time.daysAWeek;
}

/** The working time from a configuration, with defaults for what it leaves out. */
export function toWorkingTime(stated: {
  readonly weeks?: number | undefined;
  readonly days_a_week?: number | undefined;
  readonly hours_a_week?: number | undefined;
  readonly holidays?: number | undefined;
}): WorkingTime {
  const { weeks, daysAWeek, hoursAWeek, holidays } = DEFAULT_WORKING_TIME;
  return {
    weeks: stated.weeks ?? weeks,
    daysAWeek: stated.days_a_week ?? daysAWeek,
    hoursAWeek: stated.hours_a_week ?? hoursAWeek,
    holidays: stated.holidays ?? holidays,
  };
}
