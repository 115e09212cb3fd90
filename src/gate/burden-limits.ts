import { type BurdenSum, type Range, sumOfBurdens } from '../judging/burden.js';
import type { JudgedProcess } from '../judging/judge.js';
import { isSameRole } from '../sales-process/roles.js';
import type { BurdenLimits } from './policy.js';

/** A limit on hours, and what the processes under it take. */
export interface LimitResult {
  /** `null`: all processes together. */
  readonly owner: string | null;
  /** Hours a year. */
  readonly limit: number;
  readonly taken: BurdenSum;
  /** How many processes it is about; an owner may have none. */
  readonly processes: number;
  /** The upper end of the hours is over the limit: the burden of proof is on the processes. */
  readonly isExceeded: boolean;
}

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

function check(owner: string | null, limit: number, some: readonly JudgedProcess[]): LimitResult {
  const taken = sumOfBurdens(some.map(({ burden }) => burden));
  return { owner, limit, taken, processes: some.length, isExceeded: taken.hours.high > limit };
}

/** What a change adds to the hours of all processes, and what it takes away. */
export interface Growth {
  readonly added: Range;
  readonly taken: Range;
  /** Ids of processes that came, or changed, and do not state their hours now. */
  readonly unstated: readonly string[];
  /** Ids of processes that state their hours now and did not before: nobody can say whether they grew. */
  readonly firstStated: readonly string[];
  /** One in, one out: hours came, stated or not, and none went. */
  readonly isGrowth: boolean;
}

type Hours = Pick<JudgedProcess, 'burden' | 'salesProcess'>;

const NOTHING: Range = { low: 0, high: 0 };

/** Compares by id; a retired process counts as gone. */
export function growthBetween(before: readonly Hours[], after: readonly Hours[]): Growth {
  const was = new Map(before.map((one) => [one.salesProcess.id, one]));
  const is = new Map(after.map((one) => [one.salesProcess.id, one]));
  let [added, taken] = [NOTHING, NOTHING];
  const unstated: string[] = [];
  const firstStated: string[] = [];
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(id), is.get(id)];
    if (now && !now.burden.hours && (!old || old.burden.hours)) unstated.push(id);
    if (now?.burden.hours && old && !old.burden.hours) firstStated.push(id);
    // Hours that are no longer stated have not gone away, and hours that are stated now may have been there before.
    if (now && !now.burden.hours) continue;
    if (old && !old.burden.hours) continue;
    const change = difference(now?.burden.hours ?? NOTHING, old?.burden.hours ?? NOTHING);
    // What a process may take at most decides which way it went: a wider range is not a smaller one.
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

function plus(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high + b.high };
}
