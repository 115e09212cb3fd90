import type { Outcome, Reason } from '../assess.js';
import type { QuestionId } from '../questions/index.js';
import type { Rule, VerdictName } from '../verdict.js';

/** What is said about one question, wherever it is said: prompts, help, README, reports. */
export interface QuestionWords {
  /** A noun, for headings. */
  readonly title: string;
  /** The question itself. */
  readonly asks: string;
  /** Why it is asked: the article's point, in our words. */
  readonly why: string;
  /** Where the article says so: "question 4", "points 3 and 8". */
  readonly source: string;
  /** One line on what counts as yes. */
  readonly yesMeans: string;
  /** How it is judged, in sentences. */
  readonly judged: readonly string[];
  /** The keys of a process file that matter to it. */
  readonly fields: readonly string[];
  /** An answer that would convince a sceptic. */
  readonly example: string;
  /** What to do when people say partly, and when they say no. */
  readonly remedy: { readonly partly: string; readonly no: string };
}

type ParamsFor<Code extends Reason['code']> = Extract<Reason, { code: Code }>['params'];

/** What is said about one reason. */
export interface ReasonWords<P> {
  readonly says: (params: P) => string;
  /** What to do about it; absent where there is nothing to be done. */
  readonly remedy?: (params: P) => string;
}

/** Every sentence a person reads, by code. A translation that misses one does not compile. */
export interface Words {
  readonly questions: Readonly<Record<QuestionId, QuestionWords>>;
  readonly reasons: { readonly [Code in Reason['code']]: ReasonWords<ParamsFor<Code>> };
  readonly rules: Readonly<Record<Rule, { readonly title: string; readonly says: string; readonly source: string }>>;
  readonly verdicts: Readonly<Record<VerdictName | 'conditions' | 'retired', string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly missingEffort: Readonly<Record<'effort' | 'minutes' | 'frequency' | 'people', string>>;
}
