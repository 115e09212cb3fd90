import type { VerdictName } from '../../judging/verdict.js';
import type { Words } from '../../wording/words/words.js';
import type { Report } from '../model.js';

export const SORTS = ['hours', 'score', 'name', 'owner'] as const;
export type Sort = (typeof SORTS)[number];

/** How a report is shown. Nothing here changes a verdict or an exit code. */
export interface FormatOptions {
  /** What is said, in the language of the reader. */
  readonly words: Words;
  /** Columns. */
  readonly width: number;
  /** 0 none, 1 the sixteen colours of any terminal. */
  readonly colour: 0 | 1;
  /** All reasons under each process. */
  readonly isVerbose: boolean;
  /** Only the bottom line. */
  readonly isQuiet: boolean;
  readonly sort: Sort;
  readonly only?: VerdictName | undefined;
  /** Put before paths that are not absolute, so that they start at the top of the repository: "" or "sales/". */
  readonly pathPrefix?: string;
  /** The top folder of the repository, for paths that are absolute. */
  readonly top?: string | undefined;
  /** In HTML: how a place is reached, with `{path}`, `{line}` and `{column}`; it leads to a web page. */
  readonly sourceUrl?: string | undefined;
  /** In formats of CI systems: only what fails. */
  readonly isOnlyFailures?: boolean;
}

/** A pure function: it never prints, writes or chooses an exit code. */
export type Format = (report: Report, options: FormatOptions) => string;
