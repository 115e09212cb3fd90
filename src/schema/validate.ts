import type * as z from 'zod/mini';
import type { Path } from '../places/path.js';
import { quote } from '../util/quote.js';
import { suggest } from '../util/suggest.js';
import { type Found, foundValue } from './found.js';
import { type Advice, brokenIn, hintsIn, type Rule, type UnknownKeyHint } from './rule.js';

/** One thing that is wrong with a value, before its file and line are known. Plain JSON without words. */
export type Issue = UnknownKey | MissingKey | InvalidValue;

interface At {
  readonly path: Path;
  /** Whether the key at `path` is wrong, and not its value. */
  readonly isKey: boolean;
}

export interface UnknownKey extends At, UnknownKeyHint {
  readonly code: 'unknown-key';
  readonly key: string;
  /** The mapping that has the key; empty for the document itself. */
  readonly parentPath: Path;
  /** Whether it is most likely the rest of a text that a comma within `{ }` cut in two. */
  readonly isAfterComma: boolean;
}

export interface MissingKey extends At {
  readonly code: 'missing-key';
  readonly rule: Rule;
  /** Whether the key is required only because of another one, which the rule names. */
  readonly isConditional: boolean;
}

export interface InvalidValue extends At {
  readonly code: 'invalid-value';
  readonly rule: Rule;
  readonly found: Found;
  readonly advice: readonly Advice[];
}

export type Validated<T> = { readonly value: T } | { readonly issues: readonly Issue[] };

/**
 * Checks a plain value against a format and returns everything that is wrong with it, in the order of the document.
 *
 * @param mayHaveCompanyKeys false if it is known to have no `x-` keys, which saves the search for them
 */
export function validate<T extends z.ZodMiniType>(
  format: T,
  value: unknown,
  mayHaveCompanyKeys = true,
): Validated<z.output<T>> {
  const result = format.safeParse(mayHaveCompanyKeys ? withoutCompanyKeys(value) : value);
  if (result.success) return { value: result.data };
  return { issues: result.error.issues.flatMap((issue) => toIssues(issue, [], value)) };
}

/** The prefix of a company's own keys, which are ignored. */
export const COMPANY_KEY = 'x-';

/** A copy without company keys, at any depth. */
function withoutCompanyKeys(value: unknown): unknown {
  if (!isNested(value)) return value;
  if (Array.isArray(value)) return value.map(withoutCompanyKeys);
  const kept = Object.entries(value as object).filter(([key]) => !key.startsWith(COMPANY_KEY));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutCompanyKeys(inner)]));
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function toIssues(issue: z.core.$ZodIssue, parents: Path, root: unknown): Issue[] {
  const path: Path = [...parents, ...(issue.path as (string | number)[])];
  if (issue.code === 'unrecognized_keys') {
    const hints = hintsIn(issue.message);
    return issue.keys.map((key, index) => ({
      code: 'unknown-key',
      path: [...path, key],
      isKey: true,
      key,
      parentPath: path,
      ...(hints[index] ?? { known: [] }),
      isAfterComma: isAfterComma(key, path, root),
    }));
  }
  const found = valueAt(root, path);
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.filter((branch) => !branch.some(isOtherShape));
    if (meant.length === 1) return meant[0]!.flatMap((inner) => toIssues(inner, path, root));
  }
  const { rule, advice } = brokenIn(issue.message);
  if (found === undefined) {
    return [{ code: 'missing-key', path, isKey: false, rule, isConditional: issue.code === 'custom' }];
  }
  return [
    {
      code: 'invalid-value',
      path,
      isKey: false,
      rule,
      found: foundValue(found),
      advice: [...advice, ...meantBy(found, issue), ...howToWrite(found, issue)],
    },
  ];
}

/** Whether a branch of a union failed because the value has a different shape, so that this branch was not meant. */
function isOtherShape(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((branch) => branch.some(isOtherShape));
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

function choicesOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union') return [];
  return issue.errors
    .flat()
    .filter((inner) => inner.path.length === 0)
    .flatMap(choicesOf);
}

function meantBy(found: unknown, issue: z.core.$ZodIssue): Advice[] {
  const meant = typeof found === 'string' ? suggest(found, choicesOf(issue)) : undefined;
  return meant === undefined ? [] : [{ key: 'meant', meant }];
}

/** `{ how: by mail, with a table }` has a key `with a table` without a value, because the comma ended the text. */
function isAfterComma(key: string, path: Path, root: unknown): boolean {
  return key.includes(' ') && valueAt(root, [...path, key]) === null;
}

function howToWrite(found: unknown, issue: z.core.$ZodIssue): Advice[] {
  if (found === null) return [{ key: 'fill-in' }];
  if (issue.code !== 'invalid_type') return [];
  if (issue.expected === 'string' && (typeof found === 'number' || typeof found === 'boolean')) {
    return [{ key: 'in-quotes', text: String(found) }];
  }
  if (issue.expected === 'array' && typeof found === 'string') return [asList(found)];
  return [];
}

/** Longer text is hardly a list without its brackets. */
const MOST_ITEMS = 20;

function asList(text: string): Advice {
  const items = text.split(',', MOST_ITEMS + 1);
  return {
    key: 'as-list',
    items: items.slice(0, MOST_ITEMS).map((item) => quote(item.trim()).replace(/^"([\w -]+)"$/, '$1')),
    isCut: items.length > MOST_ITEMS,
  };
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (isNested(value) && Object.hasOwn(value as object, step) ? (value as never)[step] : undefined),
    root,
  );
}
