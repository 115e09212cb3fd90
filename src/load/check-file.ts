import { digestOf } from '../cache/digest.js';
import { judgementOf } from '../cache/recalled-process.js';
import { readText } from '../files/read-text.js';
import type { Settings } from '../judging/settings.js';
import type { Problem } from '../problem.js';
import type { SalesProcessFile } from '../sales-process/schema.js';
import { type CheckedText, check } from './checked-text.js';
import { type LoadedProcess, toResult } from './load-processes.js';

/** What another thread sends of a file: plain text, which is the quickest to send. */
export type SentFile =
  | { readonly problem: Problem }
  | {
      /** Of its text; "" where nobody asked. */
      readonly digest: string;
      /** A `CheckedText`; none: the text is known already. */
      readonly json?: string;
      /** A `Judgement` for each process; none: nobody asked. */
      readonly judgements?: readonly string[];
    };

/** A file read and checked: what is wrong with reading it, what its text holds, or what it came to in an earlier run. */
export type CheckedFile =
  | { readonly problem: Problem }
  | {
      readonly processes: readonly LoadedProcess[];
      /** What its text is known by. */
      readonly key: string;
    }
  | {
      readonly checked: CheckedText<SalesProcessFile>;
      /** A `Judgement` for each process as JSON, where another thread has judged. */
      readonly judgements?: readonly string[] | undefined;
    };

export interface SendOptions {
  readonly cwd: string;
  /** Digests of texts that are only read; `undefined`: nobody asks for digests. */
  readonly known: ReadonlySet<string> | undefined;
  /** To judge with; `undefined`: nobody asks for judgements. */
  readonly settings: Settings | undefined;
}

/** Reads, checks and judges a file for another thread. */
export async function checkFileToSend(file: string, { cwd, known, settings }: SendOptions): Promise<SentFile> {
  const read = readText(file, cwd);
  if ('problem' in read) return read;
  const digest = known ? digestOf(`process\n${read.text}`) : '';
  if (known?.has(digest)) return { digest };
  const checked = await check('process', read.text);
  const json = JSON.stringify(checked);
  if (!settings) return { digest, json };
  const { processes } = toResult(file, { checked }, { cwd });
  return { digest, json, judgements: processes.map((one) => JSON.stringify(judgementOf(one, settings))) };
}
