import type { Places } from '../places/places.js';
import type { SalesProcess } from '../sales-process/sales-process.js';
import { type Assessment, assess, type Outcome } from './assess.js';
import { type Burden, burdenOf } from './burden.js';
import type { Settings } from './settings.js';
import { decide, type Verdict } from './verdict.js';

/** A process as it was loaded: what its file states, and where. */
export interface SourcedProcess {
  readonly salesProcess: SalesProcess;
  readonly file: string;
  readonly places: Places;
  /** Evidence that doesn't count, because it is missing or outside the repository. */
  readonly missingEvidence: ReadonlySet<string>;
  /** The part of it that is outside the repository and was not looked for. */
  readonly outsideEvidence?: ReadonlySet<string> | undefined;
}

/** A process with everything that was found out about it. */
export interface JudgedProcess extends SourcedProcess {
  readonly assessments: readonly Assessment[];
  /** Their outcomes, in the same order. */
  readonly outcomes: readonly Outcome[];
  readonly verdict: Verdict;
  readonly burden: Burden;
}

/** Judges one process: assesses the questions, decides the verdict, works out the hours. */
export function judge(sourced: SourcedProcess, settings: Settings): JudgedProcess {
  const { salesProcess, missingEvidence, outsideEvidence } = sourced;
  const assessments = assess(salesProcess, { settings, missingEvidence, outsideEvidence });
  const verdict = decide(salesProcess, assessments, settings);
  const outcomes = assessments.map(({ outcome }) => outcome);
  return { ...sourced, assessments, outcomes, verdict, burden: burdenOf(salesProcess, settings.workingTime) };
}
