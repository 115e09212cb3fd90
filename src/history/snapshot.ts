import { burdenOf, type Range } from '../judging/burden.js';
import type { JudgedProcess, SourcedProcess } from '../judging/judge.js';
import type { Settings } from '../judging/settings.js';
import type { VerdictName } from '../judging/verdict.js';
import type { Day } from '../time/day.js';

/** A process at one time, as far as a history tells of it. */
export interface SnapshotProcess {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly verdict: VerdictName;
  /** Hours a year; `undefined`: not stated. */
  readonly hours: Range | undefined;
}

/** A process that was marked as retired. */
export type SnapshotRetired = Omit<SnapshotProcess, 'verdict'> & { readonly on: Day };

/** All processes at one time. */
export interface Snapshot {
  readonly day: Day;
  /** The commit, by its full name. */
  readonly commit: string;
  readonly processes: readonly SnapshotProcess[];
  readonly retired: readonly SnapshotRetired[];
  /** Files that could not be judged: what they held is neither there nor gone. */
  readonly unreadable: readonly string[];
}

export function snapshotOf(
  at: Pick<Snapshot, 'day' | 'commit' | 'unreadable'>,
  judged: readonly JudgedProcess[],
  retired: readonly SourcedProcess[],
  { workingTime }: Pick<Settings, 'workingTime'>,
): Snapshot {
  return {
    ...at,
    processes: judged.map(({ salesProcess: { id, name }, file, verdict, burden }) => ({
      id,
      name,
      file,
      verdict: verdict.name,
      hours: burden.hours,
    })),
    retired: retired.map(({ salesProcess, file }) => ({
      id: salesProcess.id,
      name: salesProcess.name,
      file,
      hours: burdenOf(salesProcess, workingTime).hours,
      on: salesProcess.retired!.on,
    })),
  };
}
