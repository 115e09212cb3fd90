import { type BurdenSum, type Range, sumOfBurdens } from '../judging/burden.js';
import { isUnjustified, type VerdictName } from '../judging/verdict.js';
import type { Day } from '../time/day.js';
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
  /** Ids of those that take fewer hours, or more, than at the step before. */
  readonly lighter: readonly string[];
  readonly heavier: readonly string[];
  /** Hours a year of what went and of what got lighter since the step before. */
  readonly givenBack: BurdenSum;
  /** Hours a year of what came and of what got heavier since the step before. */
  readonly added: BurdenSum;
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

/** A process that takes other hours at the last step than at the first. */
export interface Changed {
  readonly id: string;
  readonly name: string;
  readonly from: Range;
  readonly to: Range;
}

export interface Trend {
  readonly steps: readonly TrendStep[];
  /** From the first step to the last, whatever lay between: what was there and is not, and what is there and was not. */
  readonly gone: readonly Gone[];
  readonly lighter: readonly Changed[];
  readonly heavier: readonly Changed[];
  readonly came: readonly Pick<SnapshotProcess, 'id' | 'name' | 'hours'>[];
  /** What was there at steps between, and neither at the first nor at the last; it is in no sum. */
  readonly between: readonly Gone[];
  /** Hours a year of what is gone, and what the lighter ones no longer take. */
  readonly givenBack: BurdenSum;
  /** Hours a year of what came, and what the heavier ones take in addition. */
  readonly added: BurdenSum;
}

/** What became of the processes from step to step; the snapshots are in the order of time, and there is at least one. */
export function trendOf(told: readonly Snapshot[]): Trend {
  const snapshots = followRenames(told);
  const seen = withCarried(snapshots);
  const [first, last] = [seen[0]!, seen.at(-1)!];
  const steps = snapshots.map((snapshot, index) => toStep(snapshot, seen[index]!, seen[index - 1]));
  const movement = movementBetween(first, last);
  const retired = new Set(snapshots.flatMap((snapshot) => snapshot.retired.map(({ id }) => id)));
  const wasThere = new Set(first.map(({ id }) => id));
  const all = goneIn(seen, snapshots, retired);
  return {
    steps,
    ...movement,
    gone: all.filter(({ id }) => wasThere.has(id)),
    between: all.filter(({ id }) => !wasThere.has(id)),
  };
}

interface Movement extends Pick<Trend, 'lighter' | 'heavier' | 'came' | 'givenBack' | 'added'> {
  readonly went: readonly SnapshotProcess[];
}

/** What is different from one state to another. What gives back less what adds is the difference of what both take. */
function movementBetween(before: readonly SnapshotProcess[], after: readonly SnapshotProcess[]): Movement {
  const was = new Map(before.map((one) => [one.id, one]));
  const is = new Set(after.map(({ id }) => id));
  const went = before.filter(({ id }) => !is.has(id));
  const came = after.filter(({ id }) => !was.has(id));
  const changed = after.flatMap(({ id, name, hours: to }) => {
    const from = was.get(id)?.hours;
    return from && to ? [{ id, name, from, to }] : [];
  });
  const lighter = changed.filter(({ from, to }) => to.high < from.high);
  const heavier = changed.filter(({ from, to }) => to.high > from.high);
  return {
    went,
    came,
    lighter,
    heavier,
    givenBack: sumOfBurdens([...went, ...lighter.map(({ from, to }) => ({ hours: difference(from, to) }))]),
    added: sumOfBurdens([...came, ...heavier.map(({ from, to }) => ({ hours: difference(to, from) }))]),
  };
}

function toStep(
  now: Snapshot,
  seen: readonly SnapshotProcess[],
  before: readonly SnapshotProcess[] | undefined,
): TrendStep {
  const count = (name: VerdictName) => now.processes.filter(({ verdict }) => verdict === name).length;
  const open = now.processes.filter(({ verdict }) => isUnjustified({ name: verdict }));
  const { went, came, lighter, heavier, givenBack, added } = movementBetween(before ?? seen, seen);
  const retired = new Set(now.retired.map(({ id }) => id));
  const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id);
  return {
    day: now.day,
    commit: now.commit,
    processes: now.processes.length,
    verdicts: { keep: count('keep'), undecided: count('undecided'), eliminate: count('eliminate') },
    unjustified: open.length,
    hours: sumOfBurdens(now.processes),
    unjustifiedHours: sumOfBurdens(open),
    came: ids(came),
    eliminated: ids(went).filter((id) => !retired.has(id)),
    retired: ids(went).filter((id) => retired.has(id)),
    lighter: ids(lighter),
    heavier: ids(heavier),
    givenBack,
    added,
    unreadable: now.unreadable.length,
  };
}

/** At each step what was judged, and what was judged before and lies in a file that cannot be read now: it is not gone. */
function withCarried(snapshots: readonly Snapshot[]): SnapshotProcess[][] {
  const seen: SnapshotProcess[][] = [];
  for (const { processes, retired, unreadable } of snapshots) {
    const here = new Set([...processes, ...retired].map(({ id }) => id));
    const hidden = new Set(unreadable);
    const carried = (seen.at(-1) ?? []).filter(({ id, file }) => !here.has(id) && hidden.has(file));
    seen.push([...processes, ...carried]);
  }
  return seen;
}

/** What goes and comes in the same step under the same name is the same process with another id; it keeps its first one. */
function followRenames(snapshots: readonly Snapshot[]): Snapshot[] {
  const firstId = new Map<string, string>();
  let before: readonly SnapshotProcess[] = [];
  return snapshots.map((snapshot) => {
    const here = new Set([...snapshot.processes, ...snapshot.retired].map(({ id }) => firstId.get(id) ?? id));
    const went = before.filter(({ id }) => !here.has(id));
    const known = new Set(before.map(({ id }) => id));
    const renamed = <T extends { readonly id: string; readonly name: string }>(one: T): T => {
      const isNew = !firstId.has(one.id) && !known.has(one.id);
      const was = isNew ? went.filter(({ name }) => name === one.name) : [];
      if (was.length === 1) firstId.set(one.id, was[0]!.id);
      return { ...one, id: firstId.get(one.id) ?? one.id };
    };
    const processes = snapshot.processes.map(renamed);
    before = processes;
    return { ...snapshot, processes, retired: snapshot.retired.map(renamed) };
  });
}

function goneIn(
  seen: readonly (readonly SnapshotProcess[])[],
  snapshots: readonly Snapshot[],
  retired: ReadonlySet<string>,
): Gone[] {
  const there = new Set(seen.at(-1)!.map(({ id }) => id));
  const lastSeen = new Map<string, { readonly one: SnapshotProcess; readonly step: number }>();
  for (const [step, processes] of seen.entries()) for (const one of processes) lastSeen.set(one.id, { one, step });
  return [...lastSeen.values()]
    .filter(({ one }) => !there.has(one.id))
    .map(({ one: { id, name, hours }, step }) => ({
      id,
      name,
      // The file of what was retired may be taken away later.
      how: retired.has(id) ? ('retired' as const) : ('eliminated' as const),
      day: snapshots[step + 1]!.day,
      hours,
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
}

/** How much less the second range is; where only its width changed, nothing at one end. */
export function difference(a: Range, b: Range): Range {
  const ends = [Math.max(0, a.low - b.low), Math.max(0, a.high - b.high)];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
