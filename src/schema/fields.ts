import * as z from 'zod/mini';
import { CADENCE_PATTERN, cadenceMeant } from '../time/cadence.js';
import { DAY_PATTERN, isDay } from '../time/day.js';
import { suggest } from '../util/suggest.js';
import { SAYS_SOMETHING } from './says-something.js';

/**
 * The building blocks of our file formats. Each carries the words of its own error ("must be …"), so that a message
 * says what to write and not which rule of a schema library failed.
 */

/** Adds the sentence that editors show and the JSON Schema publishes. */
export function about<T extends z.ZodMiniType>(description: string, schema: T): T {
  z.globalRegistry.add(schema, { description });
  return schema;
}

/** Text with at least one letter, digit or symbol in it. */
export const text = () =>
  z
    .string({ error: 'must be text' })
    .check(z.regex(SAYS_SOMETHING, { error: 'must not be empty; write it, or remove the key' }));

export const texts = () =>
  z
    .array(text(), { error: 'must be a list of text, such as [sales, finance]' })
    .check(z.minLength(1, { error: 'must name at least one, or be left out' }));

export const day = () =>
  z
    .string({ error: 'must be a day written as YYYY-MM-DD' })
    .check(
      z.regex(DAY_PATTERN, { error: 'must be a day written as YYYY-MM-DD', abort: true }),
      z.refine(isDay, { error: 'must be a day that exists in the calendar' }),
    )
    .register(z.globalRegistry, { format: 'date' });

export const cadence = () => z.string({ error: cadenceError }).check(z.regex(CADENCE_PATTERN, { error: cadenceError }));

export const choice = <const T extends readonly string[]>(choices: T) =>
  z.enum(choices as unknown as Record<string, T[number]>, { error: `must be one of ${choices.join(', ')}` });

/** Large enough for anything a company counts, and small enough that sums stay exact. */
export const MOST = 1_000_000;

export const positive = () =>
  z
    .number({ error: 'must be a number' })
    .check(z.positive({ error: 'must be above zero' }), z.maximum(MOST, { error: `must be at most ${MOST}` }));

export const count = () =>
  z.int({ error: 'must be a whole number' }).check(z.nonnegative({ error: 'must not be below zero' }));

/** What the message for an unknown key says besides. */
export interface UnknownKeyHelp {
  /** Keys that belong somewhere else, with their parent. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** The schema that lists the known keys, where they are too many for a message; default: process. */
  readonly schema?: string;
}

/** An object without other keys; the message for an unknown key holds one line for each, in the order of the keys. */
export const record = <T extends z.core.$ZodLooseShape>(
  shape: T,
  { elsewhere = {}, schema = 'process' }: UnknownKeyHelp = {},
) =>
  z.strictObject(shape, {
    error: (issue) => {
      const known = Object.keys(shape);
      if (issue.code !== 'unrecognized_keys') {
        return known.length > MOST_KEYS_LISTED
          ? 'must be a mapping of keys to values'
          : `must be {${known.join(', ')}}`;
      }
      return issue.keys.map((key) => unknownKey(key, known, elsewhere[key], schema)).join('\n');
    },
  });

/** A longer list hides the message. */
const MOST_KEYS_LISTED = 10;

function unknownKey(key: string, known: readonly string[], parent: string | undefined, schema: string): string {
  if (parent) return `unknown key ${JSON.stringify(key)}; it belongs under "${parent}": indent it`;
  const meant = suggest(key, known);
  const quoted = JSON.stringify(key);
  if (meant) return `unknown key ${quoted}; did you mean "${meant}"?`;
  const here =
    known.length > MOST_KEYS_LISTED
      ? `"audit schema ${schema}" lists the known ones`
      : `known here: ${known.join(', ')}`;
  return `unknown key ${quoted}; ${here}; a key of your own begins with x-`;
}

function cadenceError(issue: { input?: unknown }): string {
  const rule = 'must be day, week, month, quarter, year, a number of them (2 weeks) or an event (per deal)';
  const meant = typeof issue.input === 'string' ? cadenceMeant(issue.input) : undefined;
  return meant ? `${rule}; did you mean "${meant}"?` : rule;
}
