import { saysSomething } from '../schema/says-something.js';
import type { InterviewWords } from '../wording/words/interview.js';

/** What each key of a question stands for: an answer as it is written in files, or a way to move through the session. */
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
  /** The text that the line starts with. */
  readonly default?: string;
  /** `true`, or what is wrong with the text. */
  readonly check?: (text: string) => true | string;
}

/** What a session needs from a terminal. It hides the prompt library; tests bring their own. */
export interface Prompter {
  /** A question that is answered with one key; the lines are shown above the keys. */
  press(question: {
    readonly message: string;
    readonly lines: readonly string[];
    readonly keys: readonly Pressed[];
  }): Promise<Pressed>;
  /** One line of text, which may be empty. */
  line(question: LineQuestion): Promise<string>;
  /** A choice from a list. */
  choose(question: {
    readonly message: string;
    readonly choices: readonly { readonly name: string; readonly value: string }[];
  }): Promise<string>;
  confirm(question: { readonly message: string; readonly default: boolean }): Promise<boolean>;
}

/** The person pressed Ctrl-C or closed the terminal. */
export class Interrupted extends Error {}

/** `true` for a line that is empty or says something, or else what is wrong with it. */
export function mustSaySomething(text: string, { saysNothing }: InterviewWords): true | string {
  return text.trim() === '' || saysSomething(text) || saysNothing;
}
