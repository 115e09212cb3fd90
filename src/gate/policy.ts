import { RULES, type Rule } from '../judging/verdict.js';
import { type QuestionId, questionIds } from '../questions/index.js';
import type { Cadence } from '../time/cadence.js';

/** What `audit check` fails on. `unjustified`: eliminate and undecided; `conditions`: anything but keep without conditions. */
export const FAIL_ON = ['unjustified', 'eliminate', 'conditions'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/**
 * Why a process fails the check: a rule eliminates it, it is undecided, its score may be too low, or, if conditions fail the
 * check too, a question is not a full yes.
 */
export type GateReason = Rule | 'undecided' | 'min-score' | QuestionId;

export const GATE_REASONS = [...RULES, 'undecided', 'min-score', ...questionIds] as const;

/** What a company demands of its processes. It never changes a verdict. */
export interface GatePolicy {
  readonly failOn: FailOn;
  /** A process whose score may be lower fails too, 0–100. */
  readonly minScore?: number | undefined;
  /** Reasons for failing that no waiver can excuse. */
  readonly unwaivable: readonly string[];
  /** The longest time a waiver may last. */
  readonly waiverMax?: Cadence | undefined;
  /** Hours a year. */
  readonly maxBurden: BurdenLimits;
}

/** The most hours a year that processes may take, in total and by owner. */
export interface BurdenLimits {
  readonly all?: number | undefined;
  readonly owners: Readonly<Record<string, number>>;
}

/** The policy of a company that has not configured one. */
export const DEFAULT_POLICY: GatePolicy = { failOn: 'unjustified', unwaivable: [], maxBurden: { owners: {} } };
