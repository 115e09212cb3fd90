import { MINUTES_AN_HOUR, type Range, timesAYear } from '../judging/burden.js';
import { isSameRole, roleKey } from '../sales-process/roles.js';
import { workingWeeks } from '../time/working-time.js';
import { aWeekOfOne } from './hours-shares.js';
import type { Member, Portfolio } from './rule.js';

/** A target for activities, and the hours a week that one person needs to meet it. */
export interface ActivityTarget {
  readonly process: string;
  readonly index: number;
  readonly name: string;
  readonly target: string;
  readonly every: string;
  /** Minutes that one activity takes. */
  readonly minutes: Range;
  /** Hours a week. */
  readonly hours: Range;
}

/** What all activity targets of a role ask of one person, against the hours there are. */
export interface ActivityLoad {
  readonly role: string;
  /** The most demanding first. */
  readonly targets: readonly ActivityTarget[];
  /** Hours a week of all targets together. */
  readonly hours: Range;
  /** Hours a week that the role's other processes take, as far as they state it. */
  readonly taken: Range;
  /** Working hours a week. */
  readonly there: number;
}

/** For each role that has activity targets whose time and minutes are stated: what they come to. */
export function activityLoads({ members, settings }: Pick<Portfolio, 'members' | 'settings'>): ActivityLoad[] {
  const timed = members.map((member) => ({ member, targets: targetsOf(member, settings) }));
  const roles = new Map<string, string>();
  for (const { member, targets } of timed)
    if (targets.length > 0) for (const role of member.salesProcess.performed_by) roles.set(roleKey(role), role);
  return [...roles.values()].map((role) => {
    const own = timed.filter(({ member }) => member.salesProcess.performed_by.some((one) => isSameRole(one, role)));
    const targets = own.flatMap((one) => one.targets).sort((a, b) => b.hours.low - a.hours.low);
    // The effort of a process that has the target may be the activity itself.
    const others = own.filter((one) => one.targets.length === 0).map(({ member }) => member);
    return {
      role,
      targets,
      hours: {
        low: targets.reduce((sum, { hours }) => sum + hours.low, 0),
        high: targets.reduce((sum, { hours }) => sum + hours.high, 0),
      },
      taken: aWeekOfOne(others, settings),
      there: settings.workingTime.hoursAWeek,
    };
  });
}

function targetsOf({ salesProcess }: Member, { workingTime }: Portfolio['settings']): ActivityTarget[] {
  return (salesProcess.kpis ?? []).flatMap(({ name, measure, target, every, minutes }, index) => {
    const times = timesAYear(every, workingTime);
    const count = Number(target);
    if (measure !== 'activity-count' || minutes === undefined || times === undefined || Number.isNaN(count)) return [];
    const [low, high] = typeof minutes === 'number' ? [minutes, minutes] : minutes;
    const factor = (count * times) / workingWeeks(workingTime) / MINUTES_AN_HOUR;
    return [
      {
        process: salesProcess.id,
        index,
        name,
        target: String(target),
        every: every!,
        minutes: { low, high },
        hours: { low: low * factor, high: high * factor },
      },
    ];
  });
}
