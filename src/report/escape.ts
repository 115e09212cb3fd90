/**
 * Text from process files on its way to a reader. A name may contain anything: line breaks, terminal escapes, marks
 * that turn the reading direction. Each kind of output has its function here, and no formatter goes around it.
 */

/** Line breaks and tabs: harmless, but not in one line. */
const BLANKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** Control characters (C0, DEL, C1), bidirectional controls, the byte order mark, lone surrogates. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** Printable ASCII needs no second look; nearly all text is. */
const PLAIN = /^[\x20-\x7e]*$/;

/** One line for a terminal; what cannot be printed is shown as `\u{1b}` and does nothing. */
export function forTerminal(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(BLANKS, ' ')
    .replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}
