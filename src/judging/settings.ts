import type { QuestionId } from '../questions/index.js';
import { questions } from '../questions/index.js';
import { DEFAULT_SALES_TEAM } from '../sales-process/roles.js';
import { type Cadence, parseCadence } from '../time/cadence.js';
import type { Day } from '../time/day.js';
import { DEFAULT_WORKING_TIME, type WorkingTime } from '../time/working-time.js';

/** What the judgement depends on besides the processes themselves. */
export interface Settings {
  /** The day on which is judged; the core has no clock. */
  readonly asOf: Day;
  /** Roles that speak for sales. */
  readonly salesTeam: readonly string[];
  /** How long an answer counts after it was given. */
  readonly answersValidFor: Cadence;
  /** A score under this is too little to keep a process, 0–100. */
  readonly keepAt: number;
  /** Each question's share of the score; none below zero, not all zero. */
  readonly weights: Readonly<Record<QuestionId, number>>;
  /** Where a report is passed on, voices of a role of which fewer people spoke are counted and not shown. */
  readonly minVoices: number;
  /** Groups of words that mean the same, beside the common ones, for finding demands that are made twice. */
  readonly synonyms: readonly (readonly string[])[];
  readonly workingTime: WorkingTime;
  /** How many people have each role, where the company says so. */
  readonly headcount: Readonly<Record<string, number>>;
  /** What an hour of a salesperson costs, for saying the burden in money. */
  readonly hourlyCost?: { readonly amount: number; readonly currency: string };
}

export const DEFAULT_ANSWERS_VALID_FOR = 'year';

/** Two who spoke know of each other what was said. */
export const DEFAULT_MIN_VOICES = 3;

/** A third: under it too little is right with a process. */
export const DEFAULT_KEEP_AT = 33;

export const DEFAULT_WEIGHTS = Object.fromEntries(
  questions.map((question) => [question.id, question.weight]),
) as Readonly<Record<QuestionId, number>>;

/** The settings of a company that configured nothing, or only what `changed` says. */
export function settingsFor(asOf: Day, changed: Partial<Omit<Settings, 'asOf'>> = {}): Settings {
  return {
    asOf,
    salesTeam: DEFAULT_SALES_TEAM,
    answersValidFor: parseCadence(DEFAULT_ANSWERS_VALID_FOR),
    keepAt: DEFAULT_KEEP_AT,
    weights: DEFAULT_WEIGHTS,
    minVoices: DEFAULT_MIN_VOICES,
    synonyms: [],
    workingTime: DEFAULT_WORKING_TIME,
    headcount: {},
    ...changed,
  };
}
