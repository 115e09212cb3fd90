import type { Hours } from './hours.js';

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
  readonly saysNothing: string;
  readonly tooLong: (most: number) => string;
  readonly evidence: string;
  readonly evidenceMissing: (folder: string) => string;
  /** Where files are that lie beside what is being asked about. */
  readonly thisFolder: string;
  /** The five lines before the questions of a process: a label and what follows it. */
  readonly intro: {
    readonly asks: readonly [string, (demands: readonly string[]) => string];
    readonly often: readonly [
      string,
      (every: string | undefined, timesAYear: number | undefined, minutes: Hours | undefined) => string,
    ];
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
  readonly nothingToAsk: {
    /** @param validFor how long an answer counts, in words */
    readonly answered: (role: string, validFor: string) => string;
    readonly settled: string;
    /** @param role who was asked for; absent: anybody */
    readonly others: (role: string | undefined) => string;
  };
  readonly interrupted: string;
  readonly unfinished: (question: string) => string;
  readonly nothingWritten: string;
  readonly notAllJudged: (problems: number) => string;
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
      | 'keep'
      | 'write'
      | 'answerNow',
      string
    >
  >;
}
