import { MINUTES_AN_HOUR, timesAYear } from '../judging/burden.js';
import { isSameRole, roleKey } from '../sales-process/roles.js';
import { workingWeeks } from '../time/working-time.js';
import { type Range, sumOfRanges, times, toRange } from '../util/range.js';
import { aWeekOfOne } from './hours-shares.js';
import type { Member } from './member.js';
import type { Portfolio } from './portfolio.js';

/** A target for activities, and the hours a week one person needs to meet it. */
export interface ActivityTarget {
  readonly process: string;
  /** Index in the `kpis` of `process`. */
  readonly index: number;
  readonly name: string;
  readonly target: string;
  readonly every: string;
  /** Minutes per activity. */
  readonly minutes: Range;
  /** Hours a week. */
  readonly hours: Range;
}

/** What all activity targets of a role ask of one person, compared with that person's working hours. */
export interface ActivityLoad {
  readonly role: string;
  /** The most demanding first. */
  readonly targets: readonly ActivityTarget[];
  /** Hours a week for all targets together. */
  readonly hours: Range;
  /** Hours a week for the role's other processes, as far as they state them. */
  readonly taken: Range;
  /** Working hours a week. */
  readonly there: number;
}

/** One load per role with activity targets; targets without a time span or minutes are left out. */
export function activityLoads({ members, settings }: Pick<Portfolio, 'members' | 'settings'>): ActivityLoad[] {
  const timed = members.map((member) => ({ member, targets: targetsOf(member, settings) }));
  const roles = new Map<string, string>();
  for (const { member, targets } of timed)
    if (targets.length > 0) for (const role of member.salesProcess.performed_by) roles.set(roleKey(role), role);
  return [...roles.values()].map((role) => {
    const own = timed.filter(({ member }) => member.salesProcess.performed_by.some((name) => isSameRole(name, role)));
    const targets = own.flatMap((entry) => entry.targets).sort((a, b) => b.hours.low - a.hours.low);
    // The effort of a process with a target may be the activity itself, so it is not counted again.
    const others = own.filter((entry) => entry.targets.length === 0).map(({ member }) => member);
    return {
      role,
      targets,
      hours: sumOfRanges(targets.map(({ hours }) => hours)),
      taken: aWeekOfOne(others, settings),
      there: settings.workingTime.hoursAWeek,
    };
  });
}

function targetsOf({ salesProcess }: Member, { workingTime }: Portfolio['settings']): ActivityTarget[] {
  return (salesProcess.kpis ?? []).flatMap(({ name, measure, target, every, minutes: written }, index) => {
    const rounds = timesAYear(every, workingTime);
    const count = Number(target);
    if (measure !== 'activity-count' || written === undefined || rounds === undefined || Number.isNaN(count)) return [];
    const minutes = toRange(written);
    const hours = times(minutes, (count * rounds) / workingWeeks(workingTime) / MINUTES_AN_HOUR);
    return [{ process: salesProcess.id, index, name, target: String(target), every: every!, minutes, hours }];
  });
}
