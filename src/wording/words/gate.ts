import type { Change } from '../../gate/earlier-process.js';
import type { GateOutcome, Standing } from '../../gate/gate.js';
import type { WaiverState } from '../../gate/waivers.js';
import type { Hours } from './hours.js';

/** What `audit check` says. */
export interface GateWords {
  readonly states: Readonly<Record<Standing, string>>;
  /** How much a waiver is worth, and until when. */
  readonly waiver: (waiver: { readonly state: WaiverState; readonly until: string }) => string;
  readonly undecided: string;
  readonly minScore: (low: number, limit: number) => string;
  readonly change: (change: Change) => string;
  readonly worse: (changes: readonly string[]) => string;
  readonly isNew: string;
  readonly notInBaseline: string;
  readonly newReason: (reason: string) => string;
  readonly better: { readonly gone: string; readonly passes: string; readonly reason: (reason: string) => string };
  readonly limit: (result: {
    readonly owner: string | null;
    readonly limit: number;
    readonly hours: Hours;
    readonly unknown: number;
    readonly isExceeded: boolean;
    readonly processes: number;
  }) => string;
  readonly growth: (growth: {
    readonly added: Hours;
    readonly taken: Hours;
    readonly unstated: readonly string[];
    readonly firstStated: readonly string[];
  }) => string;
  readonly judged: (processes: number, questions: number) => string;
  readonly unreadableBefore: (files: number) => string;
  readonly configurationChanged: string;
  readonly outcome: Readonly<Record<GateOutcome, string>>;
  /** The rules of the check that are neither a question nor a rule of the verdict. */
  readonly rules: Readonly<
    Record<
      'undecided' | 'min-score' | 'max-burden' | 'no-growth',
      { readonly title: string; readonly says: string; readonly why: string }
    >
  >;
  /** The parts of the last line. */
  readonly line: {
    readonly gate: (failOn: string) => string;
    readonly fails: (failing: number, processes: number, ids: string) => string;
    readonly passes: (processes: number) => string;
    /** After the first few ids. */
    readonly more: (more: number) => string;
    readonly minScore: (limit: number, failing: number, short: number) => string;
    readonly limit: (owner: string | null, over: number) => string;
    readonly unstated: (processes: number) => string;
    readonly growth: (added: string, unstated: readonly string[]) => string;
    readonly problems: (problems: number) => string;
    readonly nothing: string;
    readonly failedQuestions: (questions: number) => string;
    readonly exit: (code: number) => string;
    readonly trial: (code: number) => string;
  };
}
