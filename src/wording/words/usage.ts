import type { GitFault } from '../../git-fault.js';
import type { SystemFault } from '../../problem.js';
import type { Day } from '../../time/day.js';

type Nothing = Readonly<Record<string, never>>;

/** What somebody named that does not exist. */
interface Unknown {
  readonly wanted: string;
  /** What was probably meant. */
  readonly meant: string | undefined;
  readonly known: readonly string[];
}

/** Something that could not be read or written. */
interface Failed {
  readonly path: string;
  readonly why: SystemFault;
}

/** What cannot be used on the command line, by code. Each ends the run with exit code 2. */
export interface UsageParams {
  /** What git cannot tell; its words are a topic of their own. */
  readonly git: { readonly fault: GitFault };

  // The command line as such.
  readonly 'unknown-option': { readonly option: string; readonly meant: string | undefined };
  readonly 'missing-argument': { readonly argument: string };
  readonly 'missing-value': { readonly option: string };
  readonly 'not-a-choice': { readonly option: string; readonly got: string; readonly choices: readonly string[] };
  readonly 'too-many-arguments': { readonly expected: number; readonly got: number };
  readonly 'options-conflict': { readonly one: string; readonly other: string };
  /** @param said what the parser of the command line says */
  readonly 'not-understood': { readonly said: string };

  // Values of options.
  readonly 'not-a-day': { readonly option: string; readonly got: string };
  readonly 'day-too-late': { readonly option: string; readonly day: Day; readonly asOf: Day };
  readonly 'not-points': { readonly option: string; readonly got: string };
  readonly 'not-a-length-of-time': { readonly option: string; readonly got: string };
  readonly 'not-a-rhythm': { readonly option: string; readonly got: string };
  readonly 'not-a-source-url': { readonly option: string; readonly got: string };
  readonly 'empty-cache-location': Nothing;
  readonly 'blank-pseudonym': { readonly got: string };
  readonly 'missing-ids': { readonly option: string };

  // Options that do not go together.
  readonly 'open-without-output': Nothing;
  readonly 'growth-without-since': Nothing;
  readonly 'update-without-baseline': Nothing;
  readonly 'as-of-two-states': Nothing;
  readonly 'output-of-several-formats': { readonly format: string };
  readonly 'formats-share-a-file': Nothing;
  readonly 'format-needs-stdout': { readonly format: string; readonly others: readonly string[] };

  // What was named and is not there, or is not what it should be.
  readonly 'no-such-process': Unknown;
  readonly 'no-such-question': Unknown;
  readonly 'no-such-topic': Unknown;
  readonly 'no-such-command': Unknown;
  readonly 'no-such-owner': { readonly owner: string; readonly owners: readonly string[] };
  readonly 'no-chosen-owner': { readonly owner: string };
  /** @param hint what to write instead */
  readonly 'unknown-role': { readonly role: string; readonly hint: string };
  readonly 'retired-process': { readonly id: string };
  readonly 'broken-process': { readonly file: string };
  readonly 'reason-not-topic': { readonly reason: string };
  readonly 'no-such-baseline': { readonly file: string };
  readonly 'broken-baseline': { readonly file: string };
  readonly 'baseline-too-large': { readonly file: string; readonly most: number };
  readonly 'not-a-report': { readonly file: string };
  readonly 'folder-not-report': { readonly file: string };
  readonly 'report-too-large': { readonly file: string; readonly most: number };
  readonly 'in-neither-state': { readonly path: string };
  readonly 'outside-repository': { readonly path: string; readonly repository: string };
  readonly 'stdin-has-no-history': Nothing;
  readonly 'not-committed': { readonly path: string };
  readonly 'not-in-history': { readonly ref: string };
  readonly 'history-too-late': { readonly first: Day; readonly asOf: Day };
  readonly 'too-many-steps': {
    readonly every: string;
    readonly most: number;
    readonly from: Day;
    readonly to: Day;
  };

  // Files.
  readonly 'cannot-read': Failed;
  readonly 'cannot-read-sheet': Failed;
  readonly 'cannot-read-folder': Failed;
  readonly 'cannot-write': Failed;
  /** A new process whose facts no file may hold. `mistake`: in words. */
  readonly 'invalid-process': { readonly path: string; readonly mistake: string };
  readonly 'cannot-write-to-folder': { readonly path: string };
  readonly 'file-exists': { readonly path: string };
  readonly 'process-exists': { readonly path: string };

  // Commands that need more.
  readonly 'missing-id': Nothing;
  readonly 'not-an-id': { readonly id: string };
  readonly 'no-terminal': Nothing;
}

export type UsageCode = keyof UsageParams;

/** What is said about one mistake. */
export interface UsageErrorWords<Params> {
  readonly says: (params: Params) => string;
  /** What to write or do instead. */
  readonly hint?: (params: Params) => string;
}

/** What is said when the command line cannot be used. */
export interface UsageWords {
  readonly errors: { readonly [Code in UsageCode]: UsageErrorWords<UsageParams[Code]> };
  /** After what is wrong with the command line itself. */
  readonly seeHelp: (command: string) => string;
  /** Before what is to be copied. */
  readonly toCopy: Readonly<Record<'add' | 'keep', string>>;
  /** Before the stack of a crash. */
  readonly internalError: string;
}
