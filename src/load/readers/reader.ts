import type { ParsedText } from '../../yaml/parsed-text.js';

/** Reads one type of file. Another type is a file here and a line in `index.ts`. */
export interface Reader {
  /** How the names of its files end, in lower case, with the dot. */
  readonly endings: readonly [string, ...string[]];
  /** Loads its parser, which turns a text into plain data with places and never throws. */
  readonly load: () => Promise<(text: string) => ParsedText>;
}
