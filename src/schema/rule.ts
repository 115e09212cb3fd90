/** What a value in one of our file formats must be. Put into words by `wording/`. */
export type Rule =
  | { readonly key: PlainRule }
  | {
      readonly key: 'choice';
      readonly choices: readonly string[];
      /** What may be written besides: a mapping with these keys. */
      readonly orKeys?: readonly string[];
      readonly orNothing?: true;
    }
  | { readonly key: 'at-most'; readonly most: number }
  | { readonly key: 'at-least'; readonly least: number }
  | { readonly key: 'between'; readonly low: number; readonly high: number }
  | { readonly key: 'exactly'; readonly value: number }
  | { readonly key: 'mapping-with' | 'list-of-mappings' | 'text-or-mapping'; readonly keys: readonly string[] }
  /** An answer, or several: `answers` are those that can be given in one word. */
  | { readonly key: 'voices'; readonly answers: readonly string[] };

/** Rules that need no parameter. */
export type PlainRule =
  | 'text'
  | 'not-empty'
  | 'list-of-text'
  | 'not-an-empty-list'
  | 'day'
  | 'real-day'
  | 'cadence'
  | 'length-of-time'
  | 'number'
  | 'above-zero'
  | 'whole-number'
  | 'not-below-zero'
  | 'boolean'
  | 'mapping'
  | 'id'
  | 'minutes'
  | 'low-before-high'
  | 'target'
  | 'mapping-of-text'
  | 'list-of-demands'
  | 'list-of-kpis'
  | 'list-of-ids'
  | 'path-or-paths'
  | 'list-of-word-groups'
  | 'people-by-role'
  | 'hours-by-owner'
  | 'hours-or-limits'
  | 'answers-by-process'
  // Rules about two keys at once.
  | 'reason-for-not-applicable'
  | 'until-not-before-granted'
  | 'end-of-trial'
  | 'facts-of-retired'
  | 'not-retired'
  | 'some-weight'
  | 'some-working-day'
  /** What the schema library says by itself, and no format of ours has a rule for. */
  | 'other';

/** What to write instead of a value that breaks a rule. Put into words by `wording/`. */
export type Advice =
  | { readonly key: 'fill-in' | 'not-applicable-with-why' | 'always-applies' }
  | { readonly key: 'meant'; readonly meant: string }
  | { readonly key: 'in-quotes'; readonly value: number | boolean }
  /** `items` as they stand in a YAML list. */
  | { readonly key: 'as-list'; readonly items: readonly string[]; readonly isCut: boolean };

/** What a rule of a schema says when it is broken. */
export interface Broken {
  readonly rule: Rule;
  readonly advice: readonly Advice[];
}

/** The error of a rule, for zod, which carries nothing but text. */
export function must(rule: PlainRule | Rule, ...advice: readonly Advice[]): string {
  return JSON.stringify({ rule: typeof rule === 'string' ? { key: rule } : rule, advice } satisfies Broken);
}

/** Reads what `must` wrote. */
export function brokenIn(message: string): Broken {
  return fromJson<Broken>(message) ?? { rule: { key: 'other' }, advice: [] };
}

/** What is known about a key that is not in the format. */
export interface UnknownKeyHint {
  /** The key it belongs under. */
  readonly parent?: string;
  /** The known key that was probably meant. */
  readonly meant?: string;
  /** The keys that may stand here, or the schema that lists them where they are too many for a message. */
  readonly known: readonly string[] | { readonly schema: string };
}

/** The error of a mapping with unknown keys, for zod: one hint a key, in the order of zod's own list. */
export function unknownKeys(hints: readonly UnknownKeyHint[]): string {
  return JSON.stringify(hints);
}

/** Reads what `unknownKeys` wrote. */
export function hintsIn(message: string): readonly UnknownKeyHint[] {
  return fromJson<readonly UnknownKeyHint[]>(message) ?? [];
}

/** `undefined`: zod's own words, of a schema without an error of its own. */
function fromJson<T>(message: string): T | undefined {
  try {
    return JSON.parse(message) as T;
  } catch {
    return undefined;
  }
}
