import type { Path } from '../places/path.js';
import type { SalesProcess } from '../sales-process/sales-process.js';
import type { QuestionId } from '../sales-process/vocabulary.js';
import type { Day } from '../time/day.js';

/** What a claim, a cap or an answer can come to. */
export type Level = 'no' | 'partly' | 'yes';

/** What a reason tells the reader: plain data, turned into words only when a report is written. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * What the description itself states about a question, apart from the answers.
 * - `settles`: the outcome, whatever anybody says
 * - `answers`: yes, unless a voice that counts says less
 * - `caps`: the outcome is at most this; a cap never raises one
 */
export interface Fact<Code extends string = string, P extends Params = Params> {
  readonly code: Code;
  readonly effect: 'settles' | 'answers' | 'caps';
  readonly outcome: Level | 'not-applicable';
  readonly path: Path;
  readonly params: P;
}

/** What people say to a question, before any cap (see `claim.ts`). */
export interface Claim {
  /** The lower median of the voices that count. */
  readonly level: Level | 'not-applicable' | undefined;
  /** The same, when it was the sales team that said it. */
  readonly sales: Level | 'not-applicable' | undefined;
  /** Whether anybody treats the question as one that arises, be it with "I do not know". */
  readonly isRaised: boolean;
}

/** All that a question may look at besides the process; there is no clock in the core. */
export interface QuestionContext {
  readonly asOf: Day;
  readonly salesTeam: readonly string[];
  readonly claim: Claim;
}

export interface Question<Id extends QuestionId = QuestionId, F extends Fact = Fact> {
  readonly id: Id;
  /** Its number in the article, 1 to 8. */
  readonly number: number;
  /** Its share of the score when the configuration gives no other; the eight add up to 100. */
  readonly weight: number;
  /** Whether only the sales team can say yes in full: the question is about what sales goes through. */
  readonly salesSpeaks: boolean;
  /** Whether a salesperson's "unknown" is itself a no: somebody who does not know why was not told why. */
  readonly unknownFromSalesIsNo?: boolean;
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

export function settles<const C extends string, P extends Params>(
  outcome: Level | 'not-applicable',
  code: C,
  path: Path,
  params: P,
): Fact<C, P> {
  return { code, effect: 'settles', outcome, path, params };
}

export function answersYes<const C extends string, P extends Params>(code: C, path: Path, params: P): Fact<C, P> {
  return { code, effect: 'answers', outcome: 'yes', path, params };
}

export function capsAtPartly<const C extends string, P extends Params>(code: C, path: Path, params: P): Fact<C, P> {
  return { code, effect: 'caps', outcome: 'partly', path, params };
}

/** The facts that hold, out of a list in which the others are `false`. */
export function holding<const L extends readonly (Fact | false | undefined)[]>(
  ...facts: L
): Exclude<L[number], false | undefined>[] {
  return facts.filter((fact): fact is Exclude<L[number], false | undefined> => Boolean(fact));
}
