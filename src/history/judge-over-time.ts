import { type JudgedProcess, judge, type SourcedProcess } from '../judging/judge.js';
import type { Settings } from '../judging/settings.js';
import type { Day } from '../time/day.js';
import { isTurnedBetween, turningDays } from './turning-days.js';

/** Judges the same processes day after day, but only anew if the file or the passing of time can have changed the result. */
export interface JudgeOverTime {
  /** The day must not be earlier than in the call before. */
  readonly judgeOn: (sourced: SourcedProcess, day: Day) => JudgedProcess;
  /** How often a process was judged anew. */
  readonly times: () => number;
}

interface Known {
  readonly judged: JudgedProcess;
  readonly day: Day;
  readonly turns: readonly Day[];
}

export function judgeOverTime(settings: Settings): JudgeOverTime {
  const known = new Map<string, Known>();
  let times = 0;
  return {
    judgeOn: (sourced, day) => {
      const key = keyOf(sourced);
      const before = known.get(key);
      if (before && !isTurnedBetween(before.turns, before.day, day)) return before.judged;
      times++;
      const judged = judge(sourced, { ...settings, asOf: day });
      known.set(key, { judged, day, turns: before?.turns ?? turningDays(sourced.salesProcess, settings) });
      return judged;
    },
    times: () => times,
  };
}

/** Everything a result depends on besides the day and the settings: what the file says, where, and what evidence there is. */
function keyOf({ salesProcess, file, places, missingEvidence, outsideEvidence = new Set() }: SourcedProcess): string {
  return [file, ...missingEvidence, ...outsideEvidence, places.spots, JSON.stringify(salesProcess)].join('\0');
}
