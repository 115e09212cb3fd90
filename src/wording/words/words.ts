import type { Change } from '../../gate/earlier-process.js';
import type { FindingParams, FindingRule } from '../../gate/findings.js';
import type { GateOutcome, Standing } from '../../gate/gate.js';
import type { WaiverState } from '../../gate/waivers.js';
import type { Outcome, Reason } from '../../judging/assess.js';
import type { MissingEffort } from '../../judging/burden.js';
import type { Rule, VerdictName } from '../../judging/verdict.js';
import type { SalespersonsShare } from '../../portfolio/hours-shares.js';
import type { PlanAction, SameThere } from '../../portfolio/plan.js';
import type { Begotten, BrokenFeed, LeftDemand } from '../../portfolio/without.js';
import type { QuestionId } from '../../questions/index.js';
import type { CommandWords } from './commands.js';
import type { HelpWords } from './help.js';
import type { UsageWords } from './usage.js';

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
  readonly hours: HoursWords;
  readonly plan: PlanWords;
  readonly graph: Readonly<Record<'feeds' | 'because' | 'missing', string>>;
  readonly history: HistoryWords;
  readonly sharing: SharingWords;
  readonly page: PageWords;
  readonly interview: InterviewWords;
  readonly help: HelpWords;
  readonly usage: UsageWords;
  readonly commands: CommandWords;
  readonly missingEffort: Readonly<Record<MissingEffort, string>>;
}

/** What is said about one finding. */
export interface FindingWords<P> {
  readonly title: string;
  readonly why: string;
  /** Where the article says so. */
  readonly source: string;
  readonly says: (params: P) => string;
  /** The same for what is passed on, where `says` tells what few people answered. */
  readonly shareable?: (params: P) => string;
  readonly remedy: (params: P) => string;
  /** The remedy without a case at hand. */
  readonly todo: string;
}

type Pair = readonly [figure: string, about: string];

/** What the HTML page and the talk sheet say around the words of the report. */
export interface PageWords {
  readonly title: string;
  readonly asOf: (processes: number, source: string, asOf: string) => string;
  readonly skip: string;
  readonly sections: Readonly<
    Record<'decision' | 'owners' | 'sales' | 'grid' | 'together' | 'stories' | 'retired' | 'problems', string>
  >;
  readonly numbers: {
    readonly unjustified: (unjustified: number, processes: number) => Pair;
    readonly takes: (sum: string, unknown: number) => Pair;
    readonly returns: (sum: string, eliminated: number, unknown: number) => Pair;
    readonly undecided: (undecided: number, answers: number) => Pair;
    readonly money: (amount: string) => string;
  };
  readonly money: (hours: Hours, cost: { readonly amount: number; readonly currency: string }) => string;
  readonly chart: Readonly<Record<'title' | 'about' | 'x' | 'y' | 'unstated', string>> & {
    readonly limit: (keepAt: number) => string;
    readonly point: (name: string, verdict: string, score: string, cost: string) => string;
  };
  readonly owners: Readonly<Record<'title' | 'owner' | 'role' | 'nobody' | 'split' | 'hours' | 'processes', string>> & {
    readonly unstated: (unknown: number) => string;
  };
  readonly grid: Readonly<
    Record<
      | 'filter'
      | 'verdict'
      | 'owner'
      | 'kind'
      | 'question'
      | 'text'
      | 'any'
      | 'reset'
      | 'process'
      | 'score'
      | 'hours'
      | 'scroll'
      | 'hint',
      string
    >
  > & { readonly shown: (shown: number | string, all: number) => string };
  readonly together: { readonly lead: string; readonly more: (more: number) => string };
  readonly decision: {
    readonly lead: (eliminated: number, given: string) => string;
    readonly undecidedLead: string;
    readonly waived: string;
  };
  readonly owner: Readonly<Record<'lead' | 'nothing' | 'eliminate', string>>;
  readonly sales: Readonly<
    Record<
      | 'lead'
      | 'asked'
      | 'why'
      | 'uses'
      | 'back'
      | 'said'
      | 'came'
      | 'unstatedDemands'
      | 'unstatedWhy'
      | 'unstatedUse'
      | 'noFeedback'
      | 'notHeard'
      | 'duty'
      | 'talkSheet',
      string
    >
  > & {
    readonly feedback: (every: string, last: string | null) => string;
    readonly event: (event: string, last: string | null) => string;
    readonly heard: (answers: number, roles: readonly string[]) => string;
    readonly outcomes: (outcomes: readonly string[]) => string;
    readonly use: (by: string, forWhat: string) => string;
    readonly elsewhere: (what: string, where: string) => string;
    readonly suggestions: (received: number, answered: number, adopted: number) => string;
  };
  readonly story: Readonly<
    Record<
      | 'hours'
      | 'owner'
      | 'kind'
      | 'duty'
      | 'expiredDuty'
      | 'waiver'
      | 'file'
      | 'rules'
      | 'conditions'
      | 'ask'
      | 'atWorst'
      | 'byDuty'
      | 'notCounted'
      | 'evidence'
      | 'decided',
      string
    >
  > & {
    readonly points: (low: string, high: string, possible: string) => string;
    readonly claimed: (claimed: string | null) => string;
    readonly few: (roles: readonly string[]) => string;
    readonly hint: (few: number) => string;
  };
  readonly verdict: (title: string, score: string | null) => string;
  readonly cost: (hours: Hours) => string;
  readonly unstatedCost: string;
  readonly footer: (tool: string, version: string) => string;
}

/** What is said about whose hours they are. */
export interface HoursWords {
  readonly salesperson: (share: SalespersonsShare & { readonly hoursAWeek: number }) => string;
  readonly owners: string;
  readonly roles: string;
  readonly nobody: string;
  readonly unstated: (unknown: number) => string;
  readonly unknownRole: (role: string, meant: string | undefined) => string;
  readonly columns: Readonly<Record<'all' | 'unjustified' | 'aWeek' | 'unjustifiedAWeek' | 'processes', string>>;
}

/** What `audit plan` says. */
export interface PlanWords {
  readonly actions: Readonly<
    Record<
      PlanAction,
      {
        readonly title: string;
        readonly says: (step: {
          readonly into: string;
          readonly until: string;
          readonly nobodyKnows: boolean;
        }) => string;
      }
    >
  >;
  readonly heading: (steps: number, source: string, asOf: string) => string;
  readonly nothing: (judged: number, problems: number) => string;
  readonly feed: (feed: BrokenFeed) => string;
  readonly brokenFeed: (feed: BrokenFeed) => string;
  readonly begotten: (child: Begotten) => string;
  readonly begottenOf: (child: Begotten) => string;
  readonly mend: (cause: string) => string;
  readonly still: (still: NonNullable<LeftDemand['still']>) => string;
  readonly sameIn: (process: string, same: SameThere) => string;
  readonly watchFeed: (feed: BrokenFeed) => string;
  readonly watchUser: (users: readonly string[], what: string, usedFor: string | undefined) => string;
  readonly watchAnybody: string;
  readonly lost: (what: string, usedBy: readonly string[], usedFor: string | null) => string;
  readonly isDuty: (duty: string) => string;
  readonly isJustified: string;
  readonly labels: Readonly<
    Record<
      | 'why'
      | 'watch'
      | 'ask'
      | 'depends'
      | 'mend'
      | 'lost'
      | 'still'
      | 'tell'
      | 'together'
      | 'waiver'
      | 'enforcement'
      | 'hours',
      string
    >
  >;
  readonly notJudged: (problems: number) => string;
  readonly returned: (hours: string) => string;
  readonly tried: (hours: string) => string;
  readonly asked: (answers: number, hours: string) => string;
  readonly without: Readonly<
    Record<'heading' | 'feeds' | 'begotten' | 'lost' | 'still' | 'none' | 'losers', string>
  > & {
    readonly returned: (hours: string) => string;
  };
}

interface HistoryTotals {
  readonly processes: number;
  readonly unjustified: number;
  /** In words. */
  readonly hours: string;
  readonly unreadable: number;
}

/** What `audit trend` and `audit diff` say. */
export interface HistoryWords {
  readonly givenBack: (since: string, sum: string, parts: readonly string[]) => string;
  readonly nothingGivenBack: (since: string) => string;
  readonly eliminated: (ids: readonly string[]) => string;
  readonly retired: (ids: readonly string[]) => string;
  readonly lighter: (ids: readonly string[]) => string;
  readonly added: (sum: string, came: readonly string[], heavier: readonly string[]) => string;
  readonly series: Readonly<Record<'processes' | 'unjustified' | 'hours' | 'unjustifiedHours', string>>;
  readonly columns: Readonly<Record<'day' | 'came' | 'went' | 'givenBack' | 'unreadable', string>>;
  readonly unreadable: (files: number) => string;
  readonly between: (ids: readonly string[]) => string;
  readonly each: string;
  readonly diff: Readonly<
    Record<
      | 'nothing'
      | 'came'
      | 'went'
      | 'changed'
      | 'settings'
      | 'unknownCause'
      | 'eliminated'
      | 'retired'
      | 'unstated'
      | 'settingsDiffer',
      string
    >
  > & {
    readonly heading: (from: string, to: string) => string;
    readonly now: (asOf: string) => string;
    readonly at: (label: string, asOf: string) => string;
    readonly totals: (label: string, totals: HistoryTotals) => string;
    readonly cameAs: (verdict: string, cost: string) => string;
    readonly wentAs: (how: string, cost: string | null) => string;
    readonly verdict: (from: string, to: string) => string;
    readonly score: (from: string, to: string) => string;
    readonly hours: (from: string, to: string) => string;
    readonly outcome: (question: string, from: string, to: string) => string;
    readonly said: (by: string, answer: string, why: string | null) => string;
    readonly silent: (by: string, answer: string) => string;
    readonly stale: (by: string, answer: string, on: string | null) => string;
    readonly counts: (by: string, answer: string) => string;
    readonly fact: (text: string) => string;
    readonly factGone: (text: string) => string;
    readonly unreadable: (side: string, files: readonly string[]) => string;
    readonly hiddenNew: (answers: number) => string;
    readonly hiddenGone: (answers: number) => string;
  };
}

/** What is said in place of words that are not passed on. */
export interface SharingWords {
  /** In place of what somebody answered. */
  readonly counted: (outcome: string, voices: number) => string;
  /** In place of a role. */
  readonly somebody: string;
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
  readonly saysNothing: string;
  readonly tooLong: (most: number) => string;
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
  readonly nothingToAsk: {
    /** @param validFor how long an answer counts, in words */
    readonly answered: (role: string, validFor: string) => string;
    readonly settled: string;
    readonly others: (role: string) => string;
  };
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
      | 'keep'
      | 'write'
      | 'answerNow',
      string
    >
  >;
}
