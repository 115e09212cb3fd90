/** What a value in one of our file formats must be. Put into words by `wording/`. */
export type Rule =
  | { readonly key: PlainRule }
  | {
      readonly key: 'choice';
      readonly choices: readonly string[];
      /** A mapping with these keys is allowed too. */
      readonly orKeys?: readonly string[];
      readonly orNothing?: true;
    }
  | { readonly key: 'at-most'; readonly most: number }
  | { readonly key: 'at-least'; readonly least: number }
  | { readonly key: 'between'; readonly low: number; readonly high: number }
  | { readonly key: 'exactly'; readonly value: number }
  | { readonly key: 'mapping-with' | 'list-of-mappings' | 'text-or-mapping'; readonly keys: readonly string[] }
  /** One answer or several; `answers`: those that need no reason. */
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
  // Rules that involve two keys.
  | 'reason-for-not-applicable'
  | 'until-not-before-granted'
  | 'end-of-trial'
  | 'facts-of-retired'
  | 'not-retired'
  | 'some-weight'
  | 'some-working-day'
  /** A rule of the schema library that none of our formats names. */
  | 'other';

/** What to write instead of a value that breaks a rule. Put into words by `wording/`. */
export type Advice =
  | { readonly key: 'fill-in' | 'not-applicable-with-why' | 'always-applies' }
  | { readonly key: 'meant'; readonly meant: string }
  | { readonly key: 'in-quotes'; readonly text: string }
  /** `items` as they stand in a YAML list. */
  | { readonly key: 'as-list'; readonly items: readonly string[]; readonly isCut: boolean };

/** A rule that was broken, and what to write instead. */
export interface Broken {
  readonly rule: Rule;
  readonly advice: readonly Advice[];
}

/** A broken rule as zod's error message: zod passes on nothing but text, so it is JSON. */
export function must(rule: PlainRule | Rule, ...advice: readonly Advice[]): string {
  return JSON.stringify({ rule: typeof rule === 'string' ? { key: rule } : rule, advice } satisfies Broken);
}

/** Reads what `must` wrote. */
export function brokenIn(message: string): Broken {
  return fromJson<Broken>(message) ?? { rule: { key: 'other' }, advice: [] };
}

/** What is known about a key that the format does not have. */
export interface UnknownKeyHint {
  /** The key it belongs under, one level down. */
  readonly parent?: string;
  /** The known key that was probably meant. */
  readonly meant?: string;
  /** The keys that are allowed here, or the published schema that lists them if they are too many for a message. */
  readonly known: readonly string[] | { readonly schema: string };
}

/** Unknown keys as zod's error message: one hint per key, in the order of zod's own list. */
export function unknownKeys(hints: readonly UnknownKeyHint[]): string {
  return JSON.stringify(hints);
}

/** Reads what `unknownKeys` wrote. */
export function hintsIn(message: string): readonly UnknownKeyHint[] {
  return fromJson<readonly UnknownKeyHint[]>(message) ?? [];
}

/** `undefined` for zod's own messages, of schemas without an error of ours. */
function fromJson<T>(message: string): T | undefined {
  try {
    return JSON.parse(message) as T;
  } catch {
    return undefined;
  }
}
