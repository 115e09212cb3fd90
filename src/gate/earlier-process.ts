import type { JudgedProcess } from '../judging/judge.js';
import type { GatePolicy, GateReason } from './policy.js';
import { gateReasons, isRule } from './reasons.js';

/** What is known of a process from before: from a baseline, or from the commit that a change began at. */
export interface KnownProcess {
  /** Why it failed then; none: it passed. */
  readonly reasons: ReadonlySet<string>;
  /** Not known where only a low score was accepted, which any verdict can have. */
  readonly rank: Rank | undefined;
  /** The lower end of its score, in hundredths of a point rounded down. */
  readonly low: number;
}

/** How far a process is from being justified: kept, kept with conditions, undecided, eliminated. */
export const RANKS = ['keep', 'conditions', 'undecided', 'eliminate'] as const;
export type Rank = (typeof RANKS)[number];

/** One way in which a process is worse than it was known, or better. */
export type Change =
  | { readonly code: 'new' }
  | { readonly code: 'verdict'; readonly from: Rank; readonly to: Rank }
  | { readonly code: 'score'; readonly from: number; readonly to: number }
  | { readonly code: 'reason'; readonly reason: string };

export function rankOf({ verdict }: Pick<JudgedProcess, 'verdict'>): Rank {
  if (verdict.name !== 'keep') return verdict.name;
  return verdict.conditions.length > 0 ? 'conditions' : 'keep';
}

/** The worst that a set of reasons says of the verdict that was behind it. */
export function rankOfReasons(reasons: ReadonlySet<string>): Rank | undefined {
  if ([...reasons].some(isRule)) return 'eliminate';
  if (reasons.has('undecided')) return 'undecided';
  return [...reasons].every((reason) => reason === 'min-score') ? undefined : 'conditions';
}

/** The lower end of a score as it is kept: no later rounding can make a process look worse than it was. */
export function lowOf({ verdict }: Pick<JudgedProcess, 'verdict'>): number {
  return Math.floor((verdict.score?.low ?? 0) * 100 + 1e-6) / 100;
}

export function knownFrom(judged: JudgedProcess, policy: GatePolicy): KnownProcess {
  return { reasons: new Set(gateReasons(judged, policy)), rank: rankOf(judged), low: lowOf(judged) };
}

/**
 * In which ways a process is worse than it was known: a worse verdict, or a lower end of the score that went down. From a
 * baseline, also a reason that is not in it.
 */
export function worsenings(
  judged: JudgedProcess,
  reasons: readonly GateReason[],
  known: KnownProcess | undefined,
  from: 'baseline' | 'since',
): Change[] {
  if (!known) return [{ code: 'new' }];
  const [rank, low] = [rankOf(judged), lowOf(judged)];
  const apart = known.rank === undefined ? 0 : RANKS.indexOf(rank) - RANKS.indexOf(known.rank);
  const worse: Change[] = [];
  if (known.rank !== undefined && apart > 0) worse.push({ code: 'verdict', from: known.rank, to: rank });
  if (low < known.low) worse.push({ code: 'score', from: known.low, to: low });
  if (from === 'baseline' && apart === 0)
    worse.push(
      ...reasons.filter((reason) => !known.reasons.has(reason)).map((reason): Change => ({ code: 'reason', reason })),
    );
  return worse;
}

/** In which ways it is better; a baseline is shrunk by these only on demand. */
export function improvements(judged: JudgedProcess, reasons: readonly GateReason[], known: KnownProcess): Change[] {
  const [rank, low] = [rankOf(judged), lowOf(judged)];
  const better: Change[] = [];
  if (known.rank !== undefined && RANKS.indexOf(rank) < RANKS.indexOf(known.rank))
    better.push({ code: 'verdict', from: known.rank, to: rank });
  if (low > known.low) better.push({ code: 'score', from: known.low, to: low });
  if (known.rank === undefined || rank === known.rank)
    better.push(
      ...[...known.reasons]
        .filter((reason) => !reasons.includes(reason as GateReason))
        .map((reason): Change => ({ code: 'reason', reason })),
    );
  return better;
}
