import * as z from 'zod/mini';
import { CADENCE_PATTERN, cadenceMeant } from '../time/cadence.js';
import { DAY_PATTERN, isDay } from '../time/day.js';
import { suggest } from '../util/suggest.js';
import { must, type UnknownKeyHint, unknownKeys } from './rule.js';
import { SAYS_SOMETHING } from './says-something.js';

/** The building blocks of our file formats. Each names the rule that a wrong value breaks; the words are added later. */

/** Adds the sentence that editors show and the JSON Schema publishes. In English: the schemas are published in one language. */
export function about<T extends z.ZodMiniType>(description: string, schema: T): T {
  z.globalRegistry.add(schema, { description });
  return schema;
}

/** Text with at least one letter, digit or symbol. */
export const text = () =>
  z.string({ error: must('text') }).check(z.regex(SAYS_SOMETHING, { error: must('not-empty', { key: 'fill-in' }) }));

export const texts = () =>
  z.array(text(), { error: must('list-of-text') }).check(z.minLength(1, { error: must('not-an-empty-list') }));

export const day = () =>
  z
    .string({ error: must('day') })
    .check(z.regex(DAY_PATTERN, { error: must('day'), abort: true }), z.refine(isDay, { error: must('real-day') }))
    .register(z.globalRegistry, { format: 'date' });

export const cadence = () => z.string({ error: cadenceError }).check(z.regex(CADENCE_PATTERN, { error: cadenceError }));

export const choice = <const T extends readonly string[]>(choices: T) =>
  z.enum(choices as unknown as Record<string, T[number]>, { error: must({ key: 'choice', choices }) });

/** Large enough for anything a company counts, and small enough that sums stay exact. */
export const MOST = 1_000_000;

export const number = () => z.number({ error: must('number') });

export const positive = (most = MOST) =>
  number().check(z.positive({ error: must('above-zero') }), z.maximum(most, { error: must({ key: 'at-most', most }) }));

export const notNegative = (most: number) =>
  number().check(
    z.nonnegative({ error: must('not-below-zero') }),
    z.maximum(most, { error: must({ key: 'at-most', most }) }),
  );

/** A score, or a limit for one: 0 to 100. */
export const points = () => z.int({ error: must('whole-number') }).check(...within(0, 100));

export const within = (low: number, high: number) => {
  const error = must({ key: 'between', low, high });
  return [z.minimum(low, { error }), z.maximum(high, { error })] as const;
};

export const count = () =>
  z.int({ error: must('whole-number') }).check(z.nonnegative({ error: must('not-below-zero') }));

/** Hints for unknown keys. */
export interface UnknownKeyHelp {
  /** Keys that belong under another key, with that key. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** The published schema that lists the known keys if they are too many for a message; default: process. */
  readonly schema?: string;
}

/** A mapping with these keys and no others. */
export const record = <T extends z.core.$ZodLooseShape>(
  shape: T,
  { elsewhere = {}, schema = 'process' }: UnknownKeyHelp = {},
) => {
  const keys = Object.keys(shape);
  const isLong = keys.length > MOST_KEYS_LISTED;
  const known = isLong ? { schema } : keys;
  const hintFor = (key: string): UnknownKeyHint => {
    if (Object.hasOwn(elsewhere, key)) return { parent: elsewhere[key]!, known };
    const meant = suggest(key, keys);
    return { known, ...(meant !== undefined && { meant }) };
  };
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys.map(hintFor));
      return isLong ? must('mapping') : must({ key: 'mapping-with', keys });
    },
  });
};

/** A longer list hides the message. */
const MOST_KEYS_LISTED = 10;

function cadenceError({ input }: { input?: unknown }): string {
  const meant = typeof input === 'string' ? cadenceMeant(input) : undefined;
  return meant === undefined ? must('cadence') : must('cadence', { key: 'meant', meant });
}
