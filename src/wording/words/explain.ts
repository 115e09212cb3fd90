import type { Cadence } from '../../time/cadence.js';

/** What `audit explain` says beside the words of the questions and rules. */
export interface ExplainWords {
  /** Labels in the margin. */
  readonly labels: Readonly<Record<'why' | 'yes' | 'for' | 'weight' | 'keys' | 'todo' | 'says', string>>;
  readonly source: (why: string, source: string) => string;
  readonly example: (example: string) => string;
  readonly weight: (weight: number, total: number, standard: number | null) => string;
  readonly howJudged: string;
  readonly bareYes: string;
  readonly remedies: (partly: string, no: string) => string;
  readonly questions: string;
  readonly outcomes: string;
  readonly howOutcomes: (answersValidFor: Cadence) => readonly string[];
  readonly verdict: string;
  readonly howScore: string;
  readonly eliminatedWhen: string;
  /** A rule of the verdict, with the limit that holds. */
  readonly rule: (says: string, source: string, keepAt: number) => string;
  readonly howVerdict: readonly string[];
  readonly support: string;
  readonly howSupported: readonly string[];
  readonly end: readonly string[];
}
