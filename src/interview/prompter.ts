import { saysSomething } from '../schema/says-something.js';
import type { InterviewWords } from '../wording/words/interview.js';

/** The keys of a question; each is also a word in the file, but for those that only move about. */
export const ANSWER_KEYS = {
  y: 'yes',
  p: 'partly',
  n: 'no',
  d: 'unknown',
  a: 'not-applicable',
  s: 'skip',
  b: 'back',
  q: 'stop',
} as const;

export type Pressed = (typeof ANSWER_KEYS)[keyof typeof ANSWER_KEYS];

export interface LineQuestion {
  readonly message: string;
  /** What is there already. */
  readonly default?: string;
  /** `true`, or what is wrong with it. */
  readonly check?: (text: string) => true | string;
}

/** What a session needs of a terminal. Everything about the prompt library is behind it; tests bring their own. */
export interface Prompter {
  /** One question with its keys; the lines are shown above them. */
  press(question: {
    readonly message: string;
    readonly lines: readonly string[];
    readonly keys: readonly Pressed[];
  }): Promise<Pressed>;
  /** One line of text, which may be empty. */
  line(question: LineQuestion): Promise<string>;
  /** One of several. */
  choose(question: {
    readonly message: string;
    readonly choices: readonly { readonly name: string; readonly value: string }[];
  }): Promise<string>;
  confirm(question: { readonly message: string; readonly default: boolean }): Promise<boolean>;
}

/** The person pressed Ctrl-C or closed the terminal. */
export class Interrupted extends Error {}

/** What is wrong with a line that is neither empty nor says anything; else `true`. */
export function mustSaySomething(text: string, { saysNothing }: InterviewWords): true | string {
  return text.trim() === '' || saysSomething(text) || saysNothing;
}
