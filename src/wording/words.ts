import type { Outcome, Reason } from '../assess.js';
import type { MissingEffort } from '../portfolio/burden.js';
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
  readonly interview: InterviewWords;
  readonly missingEffort: Readonly<Record<MissingEffort, string>>;
}

type Hours = { readonly low: number; readonly high: number };

/** What a questionnaire session says. */
export interface InterviewWords {
  readonly keys: Readonly<
    Record<'yes' | 'partly' | 'no' | 'unknown' | 'not-applicable' | 'skip' | 'back' | 'stop', string>
  >;
  readonly pressOneOf: (keys: readonly string[]) => string;
  readonly whoSpeaks: string;
  readonly anotherRole: string;
  readonly whichRole: string;
  readonly whichWho: string;
  readonly progress: (at: {
    readonly process: number;
    readonly processes: number;
    readonly question: number;
    readonly questions: number;
    readonly minutes: number;
  }) => string;
  readonly yesMeans: (meaning: string) => string;
  readonly heard: (others: number) => string;
  /** Shown when one comes back to a question. */
  readonly soFar: (answer: string) => string;
  readonly why: Readonly<Record<'yes' | 'other' | 'not-applicable', string>>;
  readonly whyNeeded: string;
  readonly evidence: string;
  readonly evidenceMissing: (folder: string) => string;
  /** The five lines before the questions of a process: a label and what follows it. */
  readonly intro: {
    readonly asks: readonly [string, (demands: readonly string[]) => string];
    readonly often: readonly [string, (every: string | undefined, minutes: Hours | undefined) => string];
    readonly owner: readonly [string, (owner: string | undefined) => string];
    readonly purpose: readonly [string, (purpose: string | undefined) => string];
    readonly costs: readonly [string, (cost: string) => string];
  };
  readonly saved: (answers: number) => string;
  readonly notSaved: (process: string, question: string, reason: string) => string;
  readonly unsavedSheet: string;
  readonly moved: string;
  readonly notMoved: string;
  readonly stillOpen: string;
  readonly ask: (whom: readonly string[], titles: readonly string[]) => string;
  readonly nothingToAsk: (role: string) => string;
  readonly interrupted: string;
  readonly unfinished: (question: string) => string;
  readonly nothingWritten: string;
  readonly notAllJudged: (problems: number) => string;
  readonly unknownRole: (role: string) => string;
  readonly noTerminal: string;
  readonly sheet: {
    readonly howTo: readonly string[];
    readonly title: string;
    readonly markdownHowTo: string;
    readonly role: string;
    readonly day: string;
    readonly why: string;
  };
  readonly newProcess: Readonly<
    Record<
      | 'name'
      | 'needed'
      | 'id'
      | 'kind'
      | 'owner'
      | 'purpose'
      | 'beneficiaries'
      | 'crm'
      | 'demand'
      | 'usedBy'
      | 'usedFor'
      | 'minutes'
      | 'every'
      | 'people'
      | 'feedback'
      | 'lastFeedback'
      | 'badId'
      | 'taken'
      | 'badNumber'
      | 'badMinutes'
      | 'badCadence'
      | 'badDay'
      | 'write'
      | 'answerNow',
      string
    >
  >;
}
