import type { JudgedProcess } from '../../judging/judge.js';
import type { Settings } from '../../judging/settings.js';
import { shareOfSalesperson, sharesOfOwners, sharesOfRoles, unknownRoles } from '../../portfolio/hours-shares.js';
import { workingWeeks } from '../../time/working-time.js';
import { suggest } from '../../util/suggest.js';
import type { Words } from '../../wording/words/words.js';
import type { ReportedHours } from '../model.js';

/** Whose hours they are: of those who impose, of those who perform, of one salesperson. */
export function toReportedHours(judged: readonly JudgedProcess[], settings: Settings, words: Words): ReportedHours {
  const { hoursAWeek } = settings.workingTime;
  const salesperson = shareOfSalesperson(judged, settings);
  return {
    workingTime: { weeks: workingWeeks(settings.workingTime), hoursAWeek },
    owners: sharesOfOwners(judged).map(({ owner = null, ...share }) => ({ owner, ...share })),
    roles: sharesOfRoles(judged, settings).map(({ people = null, ...share }) => ({ ...share, people })),
    salesperson: salesperson ? { ...salesperson, text: words.hours.salesperson({ ...salesperson, hoursAWeek }) } : null,
    notes: unknownRoles(judged, settings).map((role) =>
      words.hours.unknownRole(
        role,
        suggest(role, [...new Set(judged.flatMap((one) => one.salesProcess.performed_by))]),
      ),
    ),
  };
}
