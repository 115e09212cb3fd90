import type { Outcome, Reason } from '../assess.js';
import type { FindingParams, FindingRule } from '../gate/findings.js';
import type { GateOutcome, Standing } from '../gate/gate.js';
import type { Change } from '../gate/known.js';
import type { WaiverState } from '../gate/waivers.js';
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
  readonly findings: { readonly [R in FindingRule]: FindingWords<FindingParams[R]> };
  readonly gate: GateWords;
  readonly interview: InterviewWords;
  readonly missingEffort: Readonly<Record<MissingEffort, string>>;
}

/** What is said about one finding. */
export interface FindingWords<P> {
  readonly title: string;
  readonly why: string;
  /** Where the article says so. */
  readonly source: string;
  readonly says: (params: P) => string;
  readonly remedy: (params: P) => string;
  /** The remedy without a case at hand. */
  readonly todo: string;
}

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
  }) => string;
  readonly judged: (processes: number, questions: number) => string;
  readonly unreadableBefore: (files: number) => string;
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
    readonly letThrough: (parts: readonly string[]) => string;
    readonly minScore: (limit: number, failing: number, short: number) => string;
    readonly limit: (owner: string | null, over: number) => string;
    readonly growth: (added: string) => string;
    readonly problems: (problems: number) => string;
    readonly nothing: string;
    readonly failedQuestions: (questions: number) => string;
    readonly exit: (code: number) => string;
    readonly trial: (code: number) => string;
  };
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
