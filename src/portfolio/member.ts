import type { Assessment } from '../judging/assess.js';
import type { Burden } from '../judging/burden.js';
import type { Verdict } from '../judging/verdict.js';
import type { SalesProcess } from '../sales-process/sales-process.js';

/** A process of a portfolio: what its file states, and how it was judged. */
export interface Member {
  readonly salesProcess: SalesProcess;
  /** Evidence that doesn't count, because it is missing or outside the repository. */
  readonly missingEvidence: ReadonlySet<string>;
  /** The part of it that is outside the repository. */
  readonly outsideEvidence?: ReadonlySet<string> | undefined;
  readonly assessments: readonly Assessment[];
  readonly verdict: Verdict;
  readonly burden: Burden;
}
