import type { BaselineFile } from '../baseline/schema.js';
import type { Configuration } from '../configuration/schema.js';
import type { Places } from '../places/places.js';
import type { Fault } from '../problem.js';
import type { SalesProcessFile } from '../sales-process/schema.js';
import type { Issue } from '../schema/validate.js';
import type { SyntaxFault } from '../yaml/parsed-text.js';

/** What the text of each kind of file holds when it is sound. */
export interface Formats {
  readonly process: SalesProcessFile;
  readonly configuration: Configuration;
  readonly baseline: BaselineFile;
}

/** A document that was checked against its format: the value, or what is wrong with it. */
export type CheckedDocument<T> =
  | { readonly value: T; readonly places: Places }
  | { readonly issues: readonly Issue[]; readonly places: Places };

/** What a file's text holds. Plain JSON that depends on the text alone, so that it can be kept. */
export interface CheckedText<T> {
  readonly documents: readonly CheckedDocument<T>[];
  readonly faults: readonly SyntaxFault[];
}

/** All that is wrong with a text. */
export function mistakesIn({ documents, faults }: CheckedText<unknown>): Fault[] {
  const issues = documents.flatMap((document) => ('issues' in document ? document.issues : []));
  return [...faults.map(({ fault }) => fault), ...issues.map((issue) => ({ key: 'issue' as const, issue }))];
}

/**
 * Turns text into checked documents.
 *
 * @param file where the text is from, which says what reads it; without it YAML
 */
export type Check = <Kind extends keyof Formats>(
  kind: Kind,
  text: string,
  file?: string,
) => Promise<CheckedText<Formats[Kind]>>;
