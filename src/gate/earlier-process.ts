import type { JudgedProcess } from '../judging/judge.js';
import type { GatePolicy, GateReason } from './policy.js';
import { gateReasons, isRule } from './reasons.js';

/** What is known of a process from earlier: from a baseline, or from the commit a change started from. */
export interface EarlierProcess {
  /** Why it failed then; empty: it passed. */
  readonly reasons: ReadonlySet<string>;
  /** `undefined` if only a low score was accepted, which says nothing about the verdict. */
  readonly rank: Rank | undefined;
  /** The lower end of its score, 0–100, rounded down to two decimals. */
  readonly low: number;
}

/** From best to worst: kept, kept with conditions, undecided, eliminated. */
const RANKS = ['keep', 'conditions', 'undecided', 'eliminate'] as const;
export type Rank = (typeof RANKS)[number];

/** One way in which a process is worse or better than before. */
export type Change =
  | { readonly code: 'new' }
  | { readonly code: 'verdict'; readonly from: Rank; readonly to: Rank }
  | { readonly code: 'score'; readonly from: number; readonly to: number }
  | { readonly code: 'reason'; readonly reason: string };

function rankOf({ verdict }: Pick<JudgedProcess, 'verdict'>): Rank {
  if (verdict.name !== 'keep') return verdict.name;
  return verdict.conditions.length > 0 ? 'conditions' : 'keep';
}

/** The worst rank that reasons for failing imply; `undefined` if they imply none. */
export function rankOfReasons(reasons: ReadonlySet<string>): Rank | undefined {
  if ([...reasons].some(isRule)) return 'eliminate';
  if (reasons.has('undecided')) return 'undecided';
  return [...reasons].every((reason) => reason === 'min-score') ? undefined : 'conditions';
}

/** The lower end of a score as baselines keep it, rounded down so that rounding never makes a process look worse than it was. */
export function lowOf({ verdict }: Pick<JudgedProcess, 'verdict'>): number {
  return Math.floor((verdict.score?.low ?? 0) * 100 + 1e-6) / 100;
}

/** A judged process as later states are compared with it. */
export function earlierProcess(judged: JudgedProcess, policy: GatePolicy): EarlierProcess {
  return { reasons: new Set(gateReasons(judged, policy)), rank: rankOf(judged), low: lowOf(judged) };
}

/**
 * How a process is worse than before: its verdict is worse, or the lower end of its score went down. Compared with a
 * baseline, a reason that is not in it counts too.
 */
export function worsenings(
  judged: JudgedProcess,
  reasons: readonly GateReason[],
  before: EarlierProcess | undefined,
  from: 'baseline' | 'since',
): Change[] {
  if (!before) return [{ code: 'new' }];
  const [rank, low] = [rankOf(judged), lowOf(judged)];
  const apart = before.rank === undefined ? 0 : RANKS.indexOf(rank) - RANKS.indexOf(before.rank);
  const worse: Change[] = [];
  if (before.rank !== undefined && apart > 0) worse.push({ code: 'verdict', from: before.rank, to: rank });
  if (low < before.low) worse.push({ code: 'score', from: before.low, to: low });
  if (from === 'baseline' && apart === 0)
    worse.push(
      ...reasons.filter((reason) => !before.reasons.has(reason)).map((reason): Change => ({ code: 'reason', reason })),
    );
  return worse;
}

/** How a process is better than before. These shrink a baseline only on request. */
export function improvements(judged: JudgedProcess, reasons: readonly GateReason[], before: EarlierProcess): Change[] {
  const [rank, low] = [rankOf(judged), lowOf(judged)];
  const better: Change[] = [];
  if (before.rank !== undefined && RANKS.indexOf(rank) < RANKS.indexOf(before.rank))
    better.push({ code: 'verdict', from: before.rank, to: rank });
  if (low > before.low) better.push({ code: 'score', from: before.low, to: low });
  if (before.rank === undefined || rank === before.rank)
    better.push(
      ...[...before.reasons]
        .filter((reason) => !reasons.includes(reason as GateReason))
        .map((reason): Change => ({ code: 'reason', reason })),
    );
  return better;
}
