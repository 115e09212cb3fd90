import { type BurdenSum, sumOfBurdens } from '../judging/burden.js';
import type { JudgedProcess } from '../judging/judge.js';
import { isSameRole } from '../sales-process/roles.js';
import { plus, type Range, ZERO } from '../util/range.js';
import type { BurdenLimits } from './policy.js';

/** A limit on hours, and the hours of the processes it covers. */
export interface LimitResult {
  /** `null`: the limit covers all processes. */
  readonly owner: string | null;
  /** Hours a year. */
  readonly limit: number;
  /** Hours a year. */
  readonly taken: BurdenSum;
  /** Number of processes it covers; an owner may have none. */
  readonly processes: number;
  /** Whether the upper end of the hours is over the limit: the burden of proof is on the processes. */
  readonly isExceeded: boolean;
}

/** Compares the hours of all processes, and of each owner's, with their limits. */
export function checkLimits({ all, owners }: BurdenLimits, judged: readonly JudgedProcess[]): LimitResult[] {
  const results = Object.entries(owners).map(([owner, limit]) =>
    check(
      owner,
      limit,
      judged.filter(({ salesProcess }) => salesProcess.owner !== undefined && isSameRole(salesProcess.owner, owner)),
    ),
  );
  return all === undefined ? results : [check(null, all, judged), ...results];
}

function check(owner: string | null, limit: number, processes: readonly JudgedProcess[]): LimitResult {
  const taken = sumOfBurdens(processes.map(({ burden }) => burden));
  return { owner, limit, taken, processes: processes.length, isExceeded: taken.hours.high > limit };
}

/** The hours a year that a change adds to all processes, and takes away. */
export interface Growth {
  readonly added: Range;
  readonly taken: Range;
  /** Ids of new or changed processes that don't state their hours now. */
  readonly unstated: readonly string[];
  /** Ids of processes that state their hours only now, so nobody can say whether they grew. */
  readonly firstStated: readonly string[];
  /** Whether hours, stated or not, came and none went ("one in, one out"). */
  readonly isGrowth: boolean;
}

type Hours = Pick<JudgedProcess, 'burden' | 'salesProcess'>;

/** Compares two states by process id; a retired process counts as gone. */
export function growthBetween(before: readonly Hours[], after: readonly Hours[]): Growth {
  const was = new Map(before.map((member) => [member.salesProcess.id, member]));
  const is = new Map(after.map((member) => [member.salesProcess.id, member]));
  let [added, taken] = [ZERO, ZERO];
  const unstated: string[] = [];
  const firstStated: string[] = [];
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(id), is.get(id)];
    if (now && !now.burden.hours && (!old || old.burden.hours)) unstated.push(id);
    if (now?.burden.hours && old && !old.burden.hours) firstStated.push(id);
    // Hours that are no longer stated haven't gone away, and hours stated only now may have been there before.
    if (now && !now.burden.hours) continue;
    if (old && !old.burden.hours) continue;
    const change = difference(now?.burden.hours ?? ZERO, old?.burden.hours ?? ZERO);
    // The upper end decides which way a process went: a wider range is not a smaller one.
    if (change.high > 0) added = plus(added, { low: Math.max(0, change.low), high: change.high });
    else taken = plus(taken, { low: Math.min(Math.max(0, -change.low), -change.high), high: -change.high });
  }
  const adds = added.high > 0 || unstated.length > 0;
  return {
    added,
    taken,
    unstated: unstated.sort(),
    firstStated: firstStated.sort(),
    isGrowth: adds && taken.high <= 0,
  };
}

function difference(a: Range, b: Range): Range {
  return { low: a.low - b.low, high: a.high - b.high };
}
