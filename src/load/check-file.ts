import type { Problem } from '../problem/problem.js';
import type { SalesProcessFile } from '../sales-process/schema.js';
import { type CheckedText, check } from './checked.js';
import { digestOf } from './digest.js';
import { readText } from './read-text.js';

/** What another thread sends of a file: plain text, which is the quickest to send. */
export type SentFile =
  | { readonly problem: Problem }
  | {
      /** Of its text; "" where nobody asked. */
      readonly digest: string;
      /** A `CheckedText`; none: the text is known already. */
      readonly json?: string;
    };

/** A file read and checked: what is wrong with reading it, or what its text holds. */
export type CheckedFile = { readonly problem: Problem } | { readonly checked: CheckedText<SalesProcessFile> };

/** Reads and checks a file for another thread; what is known there is only read. */
export async function checkFileToSend(
  file: string,
  cwd: string,
  known: ReadonlySet<string> | undefined,
): Promise<SentFile> {
  const read = readText(file, cwd);
  if ('problem' in read) return read;
  const digest = known ? digestOf(`process\n${read.text}`) : '';
  if (known?.has(digest)) return { digest };
  return { digest, json: JSON.stringify(await check('process', read.text)) };
}
