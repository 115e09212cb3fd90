import type { Fault, Remedy, SaveFault } from '../../problem.js';
import type { WithKey } from '../../util/with-key.js';

/** What is said of input that cannot be judged, and of answers that cannot be saved. `wording/faults.ts` picks from it. */
export interface ProblemWords {
  /** `why`: the reason a fault carries, already in words; "" where it carries none. */
  readonly faults: {
    readonly [Key in Exclude<Fault['key'], 'issue' | 'syntax'>]: (
      fault: WithKey<Fault, Key>,
      why: string,
    ) => FaultWords;
  };
  /** By error code of the YAML library; codes that are missing here are quoted from the library. */
  readonly syntax: Readonly<Record<string, FaultWords>>;
  /** By error code of Node, as a clause: "the disk is full". Codes that are missing here are quoted from Node. */
  readonly system: Readonly<Record<string, string>>;
  /** Why an answer was not saved, as a clause. `why`: the reason the fault carries. */
  readonly saving: {
    readonly [Key in SaveFault['key']]: (fault: WithKey<SaveFault, Key>, why: string) => string;
  };
  readonly remedies: Readonly<Record<Remedy, string>>;
}

export interface FaultWords {
  /** What is wrong, in one line. */
  readonly message: string;
  /** What to write or do instead. */
  readonly hint?: string;
}
