import type { Place } from './places/places.js';
import type { Issue } from './schema/validate.js';
import type { Day } from './time/day.js';

/**
 * Input that cannot be judged, without words: those are added when it is reported. Never mixed with findings, which are about a process
 * that was judged.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly place: Place;
  readonly fault: Fault;
  /** What to do about it in place of what can be done about such a fault elsewhere. */
  readonly remedy?: Remedy;
}

/** What reports and scripts know problems by. It stays when a message changes. */
export type ProblemCode =
  | 'no-such-path'
  | 'nothing-found'
  | 'unreadable'
  | 'too-large'
  | 'not-utf-8'
  | 'yaml'
  | 'empty'
  | 'unknown-key'
  | 'missing-key'
  | 'invalid-value'
  | 'invalid-default-id'
  | 'duplicate-id'
  | 'invalid-configuration'
  | 'invalid-waiver';

/** In a baseline, people merge lines that a tool wrote. */
export type Remedy = 'mend-baseline';

/** What is wrong, as a key with parameters; each has words in `wording/`. */
export type Fault = PathFault | ReadFault | YamlFault | ProcessFault | SettingsFault | SheetFault | IssueFault;

/** A path at which there is nothing to read. */
export type PathFault =
  | { readonly key: 'no-such-path' | 'no-such-configuration' | 'empty-folder' | 'no-match' }
  | { readonly key: 'long-glob'; readonly most: number }
  /** `most`: wildcards between two slashes. */
  | { readonly key: 'many-wildcards'; readonly most: number };

export type ReadFault =
  | { readonly key: 'unreadable' | 'unreadable-folder'; readonly why: SystemFault }
  /** `bytes`: absent where the file says it has fewer than there are. */
  | { readonly key: 'too-large'; readonly bytes?: number; readonly most: number }
  | { readonly key: 'utf-16' | 'not-utf-8' };

/** Why the system refused: an error code of Node such as `ENOENT`, and its own message for codes without words of ours. */
export interface SystemFault {
  readonly errno: string;
  readonly said: string;
}

export type YamlFault =
  /** An error of the YAML library: its code, and its own message for codes without words of ours. */
  | { readonly key: 'syntax'; readonly code: string; readonly said: string }
  | { readonly key: 'duplicate-key' | 'missing-anchor' | 'circular-alias'; readonly name: string }
  | { readonly key: 'lone-surrogate' | 'nul-character' }
  | {
      readonly key: 'deep-nesting' | 'many-values' | 'many-aliases' | 'many-copies' | 'many-documents' | 'many-marks';
      readonly most: number;
    };

/** What is wrong with a file of processes as a whole. */
export type ProcessFault =
  | { readonly key: 'no-process' }
  | { readonly key: 'bad-file-name'; readonly id: string }
  | { readonly key: 'duplicate-id'; readonly id: string; readonly first: Place }
  /** `more`: mistakes that are not listed. */
  | { readonly key: 'more-in-document' | 'more-in-file'; readonly more: number };

/** What is wrong with a configuration or a baseline as a whole. */
export type SettingsFault =
  | { readonly key: 'several-configurations' | 'several-baselines' | 'stray-line' }
  /** `granted`: absent where the waiver does not say. */
  | { readonly key: 'long-waiver'; readonly until: Day; readonly latest: Day; readonly granted?: Day };

/** What is wrong with an answer sheet that is taken in. */
export type SheetFault =
  | { readonly key: 'markdown-sheet' | 'no-sheet' | 'no-answer' | 'why-without-answer' | 'cut-off-why' }
  | { readonly key: 'unknown-process'; readonly id: string; readonly meant?: string }
  | { readonly key: 'unknown-role'; readonly role: string; readonly meant?: string }
  /** `from`: the folder that paths are relative to. */
  | { readonly key: 'no-evidence'; readonly evidence: string; readonly from: string }
  | { readonly key: 'future-day'; readonly on: Day; readonly asOf: Day }
  /** `kept`: files that hold answers of the sheet all the same. */
  | {
      readonly key: 'sheet-not-saved';
      readonly file: string;
      readonly why: SaveFault;
      readonly kept: readonly string[];
    };

/** A value that breaks the file format. */
export interface IssueFault {
  readonly key: 'issue';
  readonly issue: Issue;
}

/** Why an answer could not be written into a process file. */
export type SaveFault =
  | { readonly key: 'in-use' | 'read-only' | 'changed-meanwhile' }
  | { readonly key: 'too-large-then'; readonly most: number }
  | { readonly key: 'system'; readonly why: SystemFault }
  /** The file can no longer be read. */
  | { readonly key: 'unreadable-now'; readonly fault: Fault }
  | { readonly key: 'lone-surrogate-in-answer' | 'invalid-yaml' | 'behind-alias' | 'no-safe-place' }
  | { readonly key: 'process-gone'; readonly id: string }
  /** `fault`: what would be wrong with the file. */
  | { readonly key: 'invalid-then'; readonly fault: Fault };

const CODES: Readonly<Record<Exclude<Fault['key'], 'issue'>, ProblemCode>> = {
  'no-such-path': 'no-such-path',
  'no-such-configuration': 'no-such-path',
  'empty-folder': 'nothing-found',
  'no-match': 'nothing-found',
  'long-glob': 'invalid-value',
  'many-wildcards': 'invalid-value',
  unreadable: 'unreadable',
  'unreadable-folder': 'unreadable',
  'too-large': 'too-large',
  'utf-16': 'not-utf-8',
  'not-utf-8': 'not-utf-8',
  syntax: 'yaml',
  'duplicate-key': 'yaml',
  'missing-anchor': 'yaml',
  'circular-alias': 'yaml',
  'lone-surrogate': 'yaml',
  'nul-character': 'yaml',
  'deep-nesting': 'yaml',
  'many-values': 'yaml',
  'many-aliases': 'yaml',
  'many-copies': 'yaml',
  'many-documents': 'yaml',
  'many-marks': 'yaml',
  'no-process': 'empty',
  'bad-file-name': 'invalid-default-id',
  'duplicate-id': 'duplicate-id',
  'more-in-document': 'invalid-value',
  'more-in-file': 'invalid-value',
  'several-configurations': 'invalid-configuration',
  'several-baselines': 'invalid-value',
  'stray-line': 'yaml',
  'long-waiver': 'invalid-waiver',
  'markdown-sheet': 'invalid-value',
  'no-sheet': 'empty',
  'no-answer': 'empty',
  'why-without-answer': 'missing-key',
  'cut-off-why': 'invalid-value',
  'unknown-process': 'invalid-value',
  'unknown-role': 'invalid-value',
  'no-evidence': 'invalid-value',
  'future-day': 'invalid-value',
  'sheet-not-saved': 'unreadable',
};

/** The problem that a fault at a place is. */
export function problem(place: Place, fault: Fault): Problem {
  return { code: fault.key === 'issue' ? fault.issue.code : CODES[fault.key], place, fault };
}

/** Where problems stand that are about a file as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}

/** Whether there is nothing to judge at a path, as opposed to something that cannot be judged. */
export function isNothingThere({ code }: { readonly code: string }): boolean {
  return code === 'no-such-path' || code === 'nothing-found';
}
