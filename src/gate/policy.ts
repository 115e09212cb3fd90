import { RULES, type Rule } from '../judging/verdict.js';
import { type QuestionId, questionIds } from '../questions/index.js';
import type { Cadence } from '../time/cadence.js';

/** What `audit check` fails on: `unjustified` is eliminate and undecided; `conditions` is everything but a clean keep. */
export const FAIL_ON = ['unjustified', 'eliminate', 'conditions'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/**
 * Why a process fails the check: a rule that eliminates it, that it is undecided, a score that may be too low, or, where
 * conditions fail too, a question that is not a yes.
 */
export type GateReason = Rule | 'undecided' | 'min-score' | QuestionId;

export const GATE_REASONS = [...RULES, 'undecided', 'min-score', ...questionIds] as const;

/** What a company demands of its processes; it changes no verdict. */
export interface GatePolicy {
  readonly failOn: FailOn;
  /** A process whose score may come to less fails too, 0–100. */
  readonly minScore?: number | undefined;
  /** Reasons for which no waiver counts. */
  readonly unwaivable: readonly string[];
  /** The longest a waiver may last. */
  readonly waiverMax?: Cadence | undefined;
  /** Hours a year. */
  readonly maxBurden: BurdenLimits;
}

/** Hours a year that processes may take. */
export interface BurdenLimits {
  readonly all?: number | undefined;
  readonly owners: Readonly<Record<string, number>>;
}

/** The policy of a company that configured none. */
export const DEFAULT_POLICY: GatePolicy = { failOn: 'unjustified', unwaivable: [], maxBurden: { owners: {} } };
