/** The closed lists of the file format, apart from the schema so that nobody has to load zod for a word. */

export const KINDS = [
  'report',
  'form',
  'field',
  'approval',
  'meeting',
  'kpi',
  'stage-gate',
  'training',
  'tool',
  'other',
] as const;

export const STATUSES = ['active', 'trial', 'optional', 'deprecated', 'retired'] as const;

export const ENFORCEMENTS = [
  'none',
  'reminder',
  'dashboard',
  'blocked-save',
  'locked-record',
  'auto-close',
  'credit-withheld',
  'commission-withheld',
  'warning',
  'dismissal',
] as const;

export const MANDATES = ['law', 'regulation', 'contract', 'audit'] as const;

export const MEASURES = [
  'pipeline-coverage',
  'conversion-rate',
  'activity-count',
  'forecast-accuracy',
  'other',
] as const;

/**
 * The questions by id, in the article's order. The file format needs the ids before there are questions; `questions/index.ts`
 * holds one question for each, and does not compile without it.
 */
export const QUESTION_IDS = [
  'value',
  'creativity',
  'explanation',
  'necessity',
  'feedback',
  'trust',
  'forecast',
  'strategy',
] as const;

/** Questions that always arise: `not-applicable` is not an answer to them. */
export const ALWAYS_ARISES: readonly QuestionId[] = ['necessity'];

export const ANSWERS = ['yes', 'partly', 'no', 'unknown', 'not-applicable'] as const;

/** Whether text is a valid id: lower-case words in any script, joined by hyphens. */
export function isId(text: string): boolean {
  // Most ids are ASCII, and Unicode tables take a millisecond to load.
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) || idPattern().test(text);
}

/** The pattern of a valid id; a function, because compiling it loads Unicode tables. */
export const idPattern = () => /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u;

export type Kind = (typeof KINDS)[number];
export type EnforcementKind = (typeof ENFORCEMENTS)[number];
export type QuestionId = (typeof QUESTION_IDS)[number];
export type Answer = (typeof ANSWERS)[number];
