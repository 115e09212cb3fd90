import type { Hours } from './hours.js';

/** What several kinds of report say. */
export interface CommonWords {
  /** What was judged, where and when: "20 processes in processes, as of 2026-11-23". */
  readonly audited: (processes: number, sources: readonly string[], asOf: string) => string;
  /** "20 processes". */
  readonly processes: (number: number) => string;
  readonly cost: (hours: Hours) => string;
  readonly unstatedCost: string;
  /** A sum of hours a year, what it costs, and how many processes do not state theirs. */
  readonly sum: (sum: { readonly hours: Hours; readonly unknown: number; readonly money: string | null }) => string;
  /** The score of a process of which no question applies. */
  readonly noScore: string;
  readonly score: (points: string) => string;
  readonly changedWeights: (by: string | null, weights: string) => string;
  readonly changedLimit: (limit: number, standard: number) => string;
  /** After a list that was cut. */
  readonly more: (more: number) => string;
  /** A question and what it came to: "value is no: …". */
  readonly isOutcome: (question: string, outcome: string, text: string) => string;
  /** What somebody said: who, when, what, and why. */
  readonly said: (voice: {
    readonly by: string;
    readonly on: string | null;
    readonly answer: string;
    readonly why: string | null;
  }) => string;
  readonly doesNotCount: string;
  /** A waiver in one line. */
  readonly waiver: (state: string, approvedBy: string, reason: string) => string;
  readonly retired: (name: string, on: string, hours: Hours | null, why: string) => string;
  readonly byDuty: (reason: string) => string;
  readonly onlyByDuty: string;
  readonly duty: string;
  readonly expiredDuty: string;
  readonly mandate: (kind: string, reference: string, reviewBy: string) => string;
  readonly burden: {
    readonly unknown: (missing: string) => string;
    readonly sum: (of: {
      readonly minutes: Hours;
      readonly timesPerYear: number;
      readonly people: number;
      readonly hours: Hours;
    }) => string;
  };
  /** The words behind an outcome. */
  readonly ground: {
    readonly withoutReason: (outcome: string) => string;
    readonly by: (voice: {
      readonly text: string;
      readonly isQuoted: boolean;
      readonly by: string;
      readonly on: string | null;
      readonly others: number;
      readonly otherwise: number;
    }) => string;
  };
  readonly scoreUnder: (points: string, limit: number) => string;
  readonly scoreWouldBeUnder: (points: string, limit: number) => string;
  readonly ask: (asks: string) => string;
  /** Whom to ask where the file names no owner. */
  readonly theOwner: string;
}
