import { addDays, addMonths, type Day } from './day.js';

export type CadenceUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** How often something happens: every `count` units, or at each event (`per deal`), which has no due date. */
export type Cadence =
  | { readonly kind: 'period'; readonly count: number; readonly unit: CadenceUnit }
  | { readonly kind: 'event'; readonly event: string };

/** What the text of `every` must match; also published in the JSON Schema. */
export const CADENCE_PATTERN = /^(?:(?:[1-9]\d{0,3} )?(?:day|week|month|quarter|year)s?|per \S.*)$/;

/** Words people use, and what a file says instead. */
const CADENCE_WORDS: Readonly<Record<string, string>> = {
  daily: 'day',
  weekly: 'week',
  biweekly: '2 weeks',
  fortnightly: '2 weeks',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
};

/** The text of `every` that a word such as weekly or monthly stands for; `undefined` if it is no such word. */
export function cadenceMeant(said: string): string | undefined {
  const word = said.toLowerCase();
  return Object.hasOwn(CADENCE_WORDS, word) ? CADENCE_WORDS[word] : undefined;
}

const PERIOD = /^(?:(\d+) )?(day|week|month|quarter|year)s?$/;

/** Like `CADENCE_PATTERN`, without events. */
export const PERIOD_PATTERN = /^(?:[1-9]\d{0,3} )?(?:day|week|month|quarter|year)s?$/;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const DAYS_A_MONTH = 365.25 / 12;

/** Parses the text of `every`, which must match `CADENCE_PATTERN`; validation has made sure of that. */
export function parseCadence(text: string): Cadence {
  const period = PERIOD.exec(text);
  if (!period) return { kind: 'event', event: text.replace(/^per /, '') };
  return { kind: 'period', count: Number(period[1] ?? 1), unit: period[2] as CadenceUnit };
}

/**
 * The last day within `times` cadences of `from`: a month from 31 January is 28 February, half a month is fifteen days.
 * `undefined` for an event, which never falls due.
 */
export function addCadence(from: Day, cadence: Cadence, times = 1): Day | undefined {
  if (cadence.kind === 'event') return undefined;
  const count = cadence.count * times;
  if (cadence.unit === 'day') return addDays(from, Math.floor(count));
  if (cadence.unit === 'week') return addDays(from, Math.floor(count * 7));
  const months = count * MONTHS[cadence.unit];
  const wholeMonths = Math.floor(months);
  return addDays(addMonths(from, wholeMonths), Math.floor((months - wholeMonths) * DAYS_A_MONTH));
}
