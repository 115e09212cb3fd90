import type { QuestionId } from '../questions/index.js';
import { questions } from '../questions/index.js';
import { DEFAULT_SALES_TEAM } from '../sales-process/roles.js';
import { type Cadence, parseCadence } from '../time/cadence.js';
import type { Day } from '../time/day.js';
import { DEFAULT_WORKING_TIME, type WorkingTime } from '../time/working-time.js';

/** What a verdict depends on besides the process itself. */
export interface Settings {
  /** The day of judging; the core has no clock. */
  readonly asOf: Day;
  /** Roles that speak for sales. */
  readonly salesTeam: readonly string[];
  /** How long an answer counts after the day it was given. */
  readonly answersValidFor: Cadence;
  /** The least score, 0–100, with which a process can be kept. */
  readonly keepAt: number;
  /** Each question's share of the score; none is negative, not all are zero. */
  readonly weights: Readonly<Record<QuestionId, number>>;
  /** In reports that are passed on, voices of a role with fewer speakers than this are counted but not shown. */
  readonly minVoices: number;
  /** Groups of words that mean the same, besides the common ones; used to find demands made twice. */
  readonly synonyms: readonly (readonly string[])[];
  readonly workingTime: WorkingTime;
  /** How many people have each role, as far as the company says. */
  readonly headcount: Readonly<Record<string, number>>;
  /** What an hour of a salesperson costs, to express the burden in money. */
  readonly hourlyCost?: { readonly amount: number; readonly currency: string };
}

export const DEFAULT_ANSWERS_VALID_FOR = 'year';

/** With two voices, each speaker would know the other's. */
const DEFAULT_MIN_VOICES = 3;

/** A third: below it, most of what was asked is a no. */
export const DEFAULT_KEEP_AT = 33;

export const DEFAULT_WEIGHTS = Object.fromEntries(
  questions.map((question) => [question.id, question.weight]),
) as Readonly<Record<QuestionId, number>>;

/** The default settings, overridden by `changed`. */
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
