import { type BurdenSum, type Range, sumOfBurdens } from '../portfolio/burden.js';
import type { Day } from '../time/day.js';
import { isUnjustified, type VerdictName } from '../verdict.js';
import type { Snapshot, SnapshotProcess } from './snapshot.js';

/** How the processes stood on one day, and what had changed since the step before. */
export interface TrendStep {
  readonly day: Day;
  readonly commit: string;
  readonly processes: number;
  readonly verdicts: Readonly<Record<VerdictName, number>>;
  readonly unjustified: number;
  readonly hours: BurdenSum;
  readonly unjustifiedHours: BurdenSum;
  /** Ids that were not there at the step before. */
  readonly came: readonly string[];
  /** Ids whose file is gone. */
  readonly eliminated: readonly string[];
  /** Ids that were marked as retired. */
  readonly retired: readonly string[];
  /** Hours a year of those that went since the step before. */
  readonly givenBack: BurdenSum;
  readonly unreadable: number;
}

/** A process that was there and is no longer. */
export interface Gone {
  readonly id: string;
  readonly name: string;
  readonly how: 'eliminated' | 'retired';
  /** The first step at which it was gone. */
  readonly day: Day;
  /** What it took when it was last seen. */
  readonly hours: Range | undefined;
}

/** A process that takes other hours than when it was first seen. */
export interface Changed {
  readonly id: string;
  readonly name: string;
  readonly from: Range;
  readonly to: Range;
}

export interface Trend {
  readonly steps: readonly TrendStep[];
  /** From the first step to the last. */
  readonly gone: readonly Gone[];
  readonly lighter: readonly Changed[];
  readonly heavier: readonly Changed[];
  readonly came: readonly Pick<SnapshotProcess, 'id' | 'name' | 'hours'>[];
  /** Hours a year of what is gone, and what the lighter ones no longer take. */
  readonly givenBack: BurdenSum;
  /** Hours a year of what came, and what the heavier ones take in addition. */
  readonly added: BurdenSum;
}

/** What became of the processes from step to step; the snapshots are in the order of time, and there is at least one. */
export function trendOf(snapshots: readonly Snapshot[]): Trend {
  const steps = snapshots.map((snapshot, index) => toStep(snapshot, snapshots[index - 1]));
  const [first, last] = [snapshots[0]!, snapshots.at(-1)!];
  const firstSeen = new Map<string, SnapshotProcess>();
  for (const { processes } of snapshots)
    for (const one of processes) if (!firstSeen.has(one.id)) firstSeen.set(one.id, one);
  const gone = goneIn(snapshots);
  const changed = last.processes.flatMap(({ id, name, hours: to }) => {
    const from = firstSeen.get(id)?.hours;
    return from && to ? [{ id, name, from, to }] : [];
  });
  const lighter = changed.filter(({ from, to }) => to.high < from.high);
  const heavier = changed.filter(({ from, to }) => to.high > from.high);
  const wasThere = new Set(first.processes.map(({ id }) => id));
  const wasUnreadable = new Set(first.unreadable);
  const came = last.processes.filter(({ id, file }) => !wasThere.has(id) && !wasUnreadable.has(file));
  const less = lighter.map(({ from, to }) => ({ hours: difference(from, to) }));
  // What came and grew afterwards came with all that it takes now.
  const more = heavier.filter(({ id }) => wasThere.has(id)).map(({ from, to }) => ({ hours: difference(to, from) }));
  return {
    steps,
    gone,
    lighter,
    heavier,
    came,
    givenBack: sumOfBurdens([...gone, ...less]),
    added: sumOfBurdens([...came, ...more]),
  };
}

function toStep(now: Snapshot, before: Snapshot | undefined): TrendStep {
  const count = (name: VerdictName) => now.processes.filter(({ verdict }) => verdict === name).length;
  const open = now.processes.filter(({ verdict }) => isUnjustified({ name: verdict }));
  const ids = new Set(now.processes.map(({ id }) => id));
  const went = before ? before.processes.filter((one) => isGone(one, ids, now)) : [];
  const retired = new Set(now.retired.map(({ id }) => id));
  const known = new Set(before?.processes.map(({ id }) => id));
  const unread = new Set(before?.unreadable);
  return {
    day: now.day,
    commit: now.commit,
    processes: now.processes.length,
    verdicts: { keep: count('keep'), undecided: count('undecided'), eliminate: count('eliminate') },
    unjustified: open.length,
    hours: sumOfBurdens(now.processes),
    unjustifiedHours: sumOfBurdens(open),
    came: before ? now.processes.filter(({ id, file }) => !known.has(id) && !unread.has(file)).map(({ id }) => id) : [],
    eliminated: went.filter(({ id }) => !retired.has(id)).map(({ id }) => id),
    retired: went.filter(({ id }) => retired.has(id)).map(({ id }) => id),
    givenBack: sumOfBurdens(went),
    unreadable: now.unreadable.length,
  };
}

/** A process whose file cannot be read is not gone. */
function isGone({ id, file }: SnapshotProcess, ids: ReadonlySet<string>, { unreadable }: Snapshot): boolean {
  return !ids.has(id) && !unreadable.includes(file);
}

function goneIn(snapshots: readonly Snapshot[]): Gone[] {
  const last = snapshots.at(-1)!;
  const there = new Set(last.processes.map(({ id }) => id));
  // The file of what was retired may be taken away later.
  const retired = new Set(snapshots.flatMap((snapshot) => snapshot.retired.map(({ id }) => id)));
  const lastSeen = new Map<string, { readonly one: SnapshotProcess; readonly step: number }>();
  for (const [step, { processes }] of snapshots.entries())
    for (const one of processes) lastSeen.set(one.id, { one, step });
  return [...lastSeen.values()]
    .filter(({ one }) => isGone(one, there, last))
    .map(({ one: { id, name, hours }, step }) => ({
      id,
      name,
      how: retired.has(id) ? ('retired' as const) : ('eliminated' as const),
      day: snapshots[step + 1]!.day,
      hours,
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
}

/** How much less the second range is, end by end; where only its width changed, nothing at the other end. */
function difference(a: Range, b: Range): Range {
  const ends = [Math.max(0, a.low - b.low), Math.max(0, a.high - b.high)];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
