import type { GateOutcome } from './gate/gate.js';

/** Every way a run can end. Worst news wins; no flag moves the meaning of a number. */
export const EXIT = {
  /** Done; for `check`: every process is justified. */
  done: 0,
  /** `check` only: at least one unjustified process. */
  unjustified: 1,
  /** Could not judge: bad input, flags or configuration, nothing matched, unknown id. */
  input: 2,
  /** Our own fault: a question failed or the program crashed. */
  fault: 3,
  /** Interrupted; what was answered is saved. */
  interrupted: 130,
} as const;

/** How `audit check` ends; a trial turns only "failed" into "done". */
export function exitOfGate(outcome: GateOutcome, isTrial: boolean): ExitCode {
  if (outcome === 'fault') return EXIT.fault;
  if (outcome === 'not-judged') return EXIT.input;
  return outcome === 'failed' && !isTrial ? EXIT.unjustified : EXIT.done;
}

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
