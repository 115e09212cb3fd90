import type { Path } from '../places/path.js';
import type { SalesProcess } from '../sales-process/sales-process.js';
import type { QuestionId } from '../sales-process/vocabulary.js';
import type { Day } from '../time/day.js';

/** How far an answer is a yes. */
export type Level = 'no' | 'partly' | 'yes';

/** The parameters of a reason: plain data, put into words when a report is written. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * What the description of a process says about a question, apart from people's answers.
 * - `settles`: this is the outcome, whatever people say
 * - `answers`: yes, unless a voice that counts says less
 * - `caps`: the outcome is at most this; a cap never raises it
 */
export interface Fact<Code extends string = string, P extends Params = Params> {
  readonly code: Code;
  readonly effect: 'settles' | 'answers' | 'caps';
  readonly outcome: Level | 'not-applicable';
  readonly path: Path;
  readonly params: P;
}

/** What people answer to a question, before caps (see `judging/hear.ts`). */
export interface Claim {
  /** The lower median of the voices that count. */
  readonly level: Level | 'not-applicable' | undefined;
  /** The lower median of the voices of the sales team that count. */
  readonly sales: Level | 'not-applicable' | undefined;
  /** Whether anybody treats the question as one that arises, even by answering "unknown". */
  readonly isRaised: boolean;
}

/** Everything a question may look at besides the process. */
export interface QuestionContext {
  /** The day of judging; the core has no clock. */
  readonly asOf: Day;
  readonly salesTeam: readonly string[];
  readonly claim: Claim;
}

/** One of the article's questions: a pure function from a process to facts. Its words are in `wording/`. */
export interface Question<Id extends QuestionId = QuestionId, F extends Fact = Fact> {
  readonly id: Id;
  /** Its number in the article, from 1. */
  readonly number: number;
  /** Its share of the score if the configuration sets no other; all of them add up to 100. */
  readonly weight: number;
  /** Whether only the sales team can answer a full yes, because the question is about what sales goes through. */
  readonly salesSpeaks: boolean;
  /** Whether a salesperson's "unknown" counts as a no: somebody who doesn't know why was never told. */
  readonly unknownFromSalesIsNo?: boolean;
  /** What the description says about the question; what people answered reaches it only as `context.claim`. */
  assess(salesProcess: SalesProcess, context: QuestionContext): readonly F[];
}

/** Keeps the literal id and the codes of a question's facts in its type, so that `wording/` cannot miss one. */
export function defineQuestion<const Id extends QuestionId, R extends readonly Fact[]>(
  question: Omit<Question<Id>, 'assess'> & {
    assess(salesProcess: SalesProcess, context: QuestionContext): R;
  },
): Question<Id, R[number]> {
  return question;
}

/** A fact that is the outcome, whatever people say. */
export function settles<const C extends string, P extends Params>(
  outcome: Level | 'not-applicable',
  code: C,
  path: Path,
  params: P,
): Fact<C, P> {
  return { code, effect: 'settles', outcome, path, params };
}

/** A fact that answers yes, unless a voice that counts says less. */
export function answersYes<const C extends string, P extends Params>(code: C, path: Path, params: P): Fact<C, P> {
  return { code, effect: 'answers', outcome: 'yes', path, params };
}

/** A fact that keeps the outcome at partly or below. */
export function capsAtPartly<const C extends string, P extends Params>(code: C, path: Path, params: P): Fact<C, P> {
  return { code, effect: 'caps', outcome: 'partly', path, params };
}

/** The facts that hold, from a list in which the others are `false` or `undefined`. */
export function holding<const L extends readonly (Fact | false | undefined)[]>(
  ...facts: L
): Exclude<L[number], false | undefined>[] {
  return facts.filter((fact): fact is Exclude<L[number], false | undefined> => Boolean(fact));
}
