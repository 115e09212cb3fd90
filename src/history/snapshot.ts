import { burdenOf } from '../judging/burden.js';
import type { JudgedProcess, SourcedProcess } from '../judging/judge.js';
import type { Settings } from '../judging/settings.js';
import type { VerdictName } from '../judging/verdict.js';
import type { Day } from '../time/day.js';
import type { Range } from '../util/range.js';

/** A process on one day, as far as a history needs it. */
export interface SnapshotProcess {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly verdict: VerdictName;
  /** Hours a year; `undefined`: not stated. */
  readonly hours: Range | undefined;
}

/** A process that is marked as retired, with the last day it was done. */
export type SnapshotRetired = Omit<SnapshotProcess, 'verdict'> & { readonly on: Day };

/** All processes on one day. */
export interface Snapshot {
  readonly day: Day;
  /** The full hash of the commit. */
  readonly commit: string;
  readonly processes: readonly SnapshotProcess[];
  readonly retired: readonly SnapshotRetired[];
  /** Files that could not be judged; the processes in them are neither there nor gone. */
  readonly unreadable: readonly string[];
}

/** Reduces judged processes to what a history needs. */
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
