import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Columns of a report when nobody says how wide the terminal is. */
export const DEFAULT_WIDTH = 80;

/** Beyond this a line is harder to read, however wide the terminal. */
export const WIDEST = 120;

/** Printable ASCII: one column a character, which needs no library to count. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Terminal columns that a text takes: two for CJK and emoji, none for combining marks. */
export function width(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** The text in exactly so many columns: padded with spaces, or shortened with an ellipsis. */
export function toColumns(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const shortened = shorten(text, columns);
  const padding = ' '.repeat(Math.max(0, columns - width(shortened)));
  return align === 'left' ? shortened + padding : padding + shortened;
}

function shorten(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  if (PLAIN.test(text)) return `${text.slice(0, columns - 1).trimEnd()}…`;
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    used += width(segment);
    if (used > columns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in at most so many characters, and an ellipsis where it was longer. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}

/** The text broken into lines, the first after `first`, the others indented to its width; long words are broken too. */
export function hang(first: string, text: string, columns: number): string {
  const indent = width(first);
  const room = Math.max(20, columns - indent);
  if (PLAIN.test(text) && text.length <= room) return (first + text).trimEnd();
  const lines = wrapPlain(text, room) ?? wrapAnsi(text, room, { hard: true }).split('\n');
  return lines.map((line, index) => ((index === 0 ? first : ' '.repeat(indent)) + line).trimEnd()).join('\n');
}

/** What the library makes of plain words, without asking it for the width of each one. */
function wrapPlain(text: string, room: number): string[] | undefined {
  const words = text.split(' ');
  if (!PLAIN.test(text) || words.some((word) => word === '' || word.length > room)) return undefined;
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
