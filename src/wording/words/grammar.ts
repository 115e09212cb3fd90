import type { Cadence } from '../../time/cadence.js';
import type { Day } from '../../time/day.js';

/**
 * How a language puts numbers, lists, days and sentences together. Each language has code of its own: what `Intl` prints depends on the
 * data that a Node was built with, and a report must be the same everywhere. The tests compare it with `Intl`.
 */
export interface Grammar {
  /** The plural form that goes with a whole number (the categories of the Unicode CLDR). */
  readonly plural: (number: number) => 'one' | 'few' | 'many' | 'other';
  /** A whole number with its thousands separated: "12,345". */
  readonly number: (number: number) => string;
  /** A number with at most two decimals: "2.3", "1,200". */
  readonly decimal: (number: number) => string;
  /** "one, two and three"; "one or two". */
  readonly list: (items: readonly string[], conjunction?: 'and' | 'or') => string;
  /** Two bounds that are written already: "90-120"; one where they are the same. */
  readonly range: (low: string, high: string) => string;
  /** Hours between two bounds, rounded; under ten with one decimal. */
  readonly hours: (range: { readonly low: number; readonly high: number }) => string;
  /** Points between two bounds, rounded down to whole ones. */
  readonly points: (range: { readonly low: number; readonly high: number }) => string;
  /** Shares between two bounds, given as parts of one: "9-11 %". */
  readonly percent: (range: { readonly low: number; readonly high: number }) => string;
  /** A day as people write it: "31 January 2026". */
  readonly day: (day: Day) => string;
  /** A length of time: "a year", "6 months". */
  readonly length: (cadence: Cadence) => string;
  /** The text with a capital at its beginning and a full stop at its end. */
  readonly sentence: (text: string) => string;
}
