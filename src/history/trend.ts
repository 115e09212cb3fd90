import { type BurdenSum, sumOfBurdens } from '../judging/burden.js';
import { isUnjustified, type VerdictName } from '../judging/verdict.js';
import type { Day } from '../time/day.js';
import type { Range } from '../util/range.js';
import type { Snapshot, SnapshotProcess } from './snapshot.js';

/** How the processes stood on one day, and what changed since the step before. */
export interface TrendStep {
  readonly day: Day;
  readonly commit: string;
  readonly processes: number;
  readonly verdicts: Readonly<Record<VerdictName, number>>;
  readonly unjustified: number;
  readonly hours: BurdenSum;
  readonly unjustifiedHours: BurdenSum;
  /** Ids of processes that were not there at the step before. */
  readonly came: readonly string[];
  /** Ids of processes whose file is gone. */
  readonly eliminated: readonly string[];
  /** Ids of processes that were marked as retired. */
  readonly retired: readonly string[];
  /** Ids of processes that take fewer hours than at the step before. */
  readonly lighter: readonly string[];
  /** Ids of processes that take more. */
  readonly heavier: readonly string[];
  /** Hours a year saved since the step before, by processes that went or got lighter. */
  readonly givenBack: BurdenSum;
  /** Hours a year added since the step before, by processes that came or got heavier. */
  readonly added: BurdenSum;
  /** Number of files that could not be judged. */
  readonly unreadable: number;
}

/** A process that was there once and no longer is. */
export interface Gone {
  readonly id: string;
  readonly name: string;
  readonly how: 'eliminated' | 'retired';
  /** The first step at which it was gone. */
  readonly day: Day;
  /** Hours a year when it was last seen; `undefined`: not stated. */
  readonly hours: Range | undefined;
}

/** A process whose hours a year differ between the first and the last step. */
export interface Changed {
  readonly id: string;
  readonly name: string;
  readonly from: Range;
  readonly to: Range;
}

export interface Trend {
  readonly steps: readonly TrendStep[];
  /** Processes of the first step that are not there at the last. This and what follows compares those two, whatever lay between. */
  readonly gone: readonly Gone[];
  readonly lighter: readonly Changed[];
  readonly heavier: readonly Changed[];
  readonly came: readonly Pick<SnapshotProcess, 'id' | 'name' | 'hours'>[];
  /** Processes that were there only between the first and the last step; they are in no sum. */
  readonly between: readonly Gone[];
  /** Hours a year of the processes that are gone, and what the lighter ones no longer take. */
  readonly givenBack: BurdenSum;
  /** Hours a year of the processes that came, and what the heavier ones take in addition. */
  readonly added: BurdenSum;
}

/**
 * How the processes changed from step to step, and from the first to the last.
 *
 * @param recorded at least one snapshot, in order of time
 */
export function trendOf(recorded: readonly Snapshot[]): Trend {
  const snapshots = followRenames(recorded);
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

/** What differs between two states. `givenBack` minus `added` is the difference of their hours. */
function movementBetween(before: readonly SnapshotProcess[], after: readonly SnapshotProcess[]): Movement {
  const was = new Map(before.map((member) => [member.id, member]));
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
  const ids = (processes: readonly { readonly id: string }[]) => processes.map(({ id }) => id);
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

/** The processes of each step, including those judged before whose file cannot be read now: they are not gone. */
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

/** A process that goes and one that comes in the same step under the same name are one process with a new id; it keeps its first id. */
function followRenames(snapshots: readonly Snapshot[]): Snapshot[] {
  const firstId = new Map<string, string>();
  let before: readonly SnapshotProcess[] = [];
  return snapshots.map((snapshot) => {
    const here = new Set([...snapshot.processes, ...snapshot.retired].map(({ id }) => firstId.get(id) ?? id));
    const went = before.filter(({ id }) => !here.has(id));
    const known = new Set(before.map(({ id }) => id));
    const renamed = <T extends { readonly id: string; readonly name: string }>(member: T): T => {
      const isNew = !firstId.has(member.id) && !known.has(member.id);
      const was = isNew ? went.filter(({ name }) => name === member.name) : [];
      if (was.length === 1) firstId.set(member.id, was[0]!.id);
      return { ...member, id: firstId.get(member.id) ?? member.id };
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
  const lastSeen = new Map<string, { readonly member: SnapshotProcess; readonly step: number }>();
  for (const [step, processes] of seen.entries())
    for (const member of processes) lastSeen.set(member.id, { member, step });
  return [...lastSeen.values()]
    .filter(({ member }) => !there.has(member.id))
    .map(({ member: { id, name, hours }, step }) => ({
      id,
      name,
      // The file of a retired process may be deleted later.
      how: retired.has(id) ? ('retired' as const) : ('eliminated' as const),
      day: snapshots[step + 1]!.day,
      hours,
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
}

/** How much less the second range is, at least 0 at both ends. */
export function difference(a: Range, b: Range): Range {
  const ends = [Math.max(0, a.low - b.low), Math.max(0, a.high - b.high)];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
