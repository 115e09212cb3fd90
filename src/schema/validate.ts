import type * as z from 'zod/mini';
import type { Path } from '../places/path.js';
import { quote } from '../util/quote.js';
import { suggest } from '../util/suggest.js';

/** One thing that is wrong with a value, before it is known in which file and line the value stands. */
export interface Issue {
  readonly code: 'unknown-key' | 'missing-key' | 'invalid-value';
  readonly path: Path;
  /** Whether the key at `path` is at fault and not its value. */
  readonly isKey: boolean;
  readonly message: string;
}

export type Validated<T> = { readonly value: T } | { readonly issues: readonly Issue[] };

/**
 * Checks a plain value against a format and says everything that is wrong with it, in the order of the document.
 *
 * @param mayHaveCompanyKeys whether it has to be gone through for keys of the company's own; false: there are none
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

/** What keys begin with that are the company's own and none of our business. */
export const COMPANY_KEY = 'x-';

/** A copy without them, at any depth. */
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
    const lines = issue.message.split('\n');
    return issue.keys.map((key, index) => ({
      code: 'unknown-key',
      path: [...path, key],
      isKey: true,
      message:
        (path.length > 0 ? `in ${formatPath(path)}: ` : '') +
        (lines[index] ?? issue.message) +
        commaTrap(key, path, root),
    }));
  }
  const found = valueAt(root, path);
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.filter((branch) => !branch.some(isOtherShape));
    if (meant.length === 1) return meant[0]!.flatMap((inner) => toIssues(inner, path, root));
  }
  const subject = path.length > 0 ? formatPath(path) : 'the document';
  if (found === undefined) {
    const message = issue.code === 'custom' ? issue.message : `is missing; it ${issue.message}`;
    return [{ code: 'missing-key', path, isKey: false, message: `${subject} ${message}` }];
  }
  const [rule, ...advice] = issue.message.split('; ');
  const meant = typeof found === 'string' ? suggest(found, choicesOf(issue)) : undefined;
  if (meant !== undefined) advice.push(`did you mean "${meant}"?`);
  advice.push(...howToWrite(found, issue));
  const message = [`${subject} ${rule}, got ${quote(found)}`, ...advice].join('; ');
  return [{ code: 'invalid-value', path, isKey: false, message }];
}

/** Whether a way to read a union failed because the value has another shape altogether, so that nobody meant that way. */
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

/** `{ how: by mail, with a table }` is a key `with a table` without a value: the comma ended the text. */
function commaTrap(key: string, path: Path, root: unknown): string {
  const isLikely = key.includes(' ') && valueAt(root, [...path, key]) === null;
  return isLikely ? '; if it belongs to the text before, put that in quotes: inside { } a comma ends it' : '';
}

function howToWrite(found: unknown, issue: z.core.$ZodIssue): string[] {
  if (found === null) return ['fill it in, or remove the key'];
  if (issue.code !== 'invalid_type') return [];
  if (issue.expected === 'string' && (typeof found === 'number' || typeof found === 'boolean')) {
    return [`write it in quotes: "${found}"`];
  }
  if (issue.expected === 'array' && typeof found === 'string') return [`write [${asList(found)}]`];
  return [];
}

/** More than this is no list that somebody forgot the brackets of. */
const MOST_ITEMS = 20;

function asList(text: string): string {
  const items = text.split(',', MOST_ITEMS + 1);
  const written = items.slice(0, MOST_ITEMS).map((item) => quote(item.trim()).replace(/^"([\w -]+)"$/, '$1'));
  return [...written, ...(items.length > MOST_ITEMS ? ['…'] : [])].join(', ');
}

/** `effort.minutes`, `answers.value[2].why`: a path as people write it. */
export function formatPath(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index > 0 ? `.${step}` : step)).join('');
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (isNested(value) && Object.hasOwn(value as object, step) ? (value as never)[step] : undefined),
    root,
  );
}
