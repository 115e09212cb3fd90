import { isUtf8 } from 'node:buffer';
import { resolve } from 'node:path';
import { type Problem, problem, startOf } from '../problem.js';
import { MAX_FILE_BYTES } from './limits.js';
import { systemFaultOf } from './system-fault.js';
import { disk, type Files } from './tree.js';

export { MAX_FILE_BYTES };

/**
 * The text of a file, or the problem with it. `file` is the path as people will see it, relative to `cwd`.
 *
 * @param most bytes that are read; `tree` reads one more, so that it shows that there is more
 */
export function readText(
  file: string,
  cwd: string,
  tree: Pick<Files, 'sizeOf' | 'read'> = disk,
  most = MAX_FILE_BYTES,
): { text: string } | { problem: Problem } {
  const path = resolve(cwd, file);
  try {
    const bytes = tree.read(path);
    const { length } = bytes;
    // What the file says of itself may be nothing, as with a pipe; then decode() says that there is more.
    return length > most && tree.sizeOf(path) >= length
      ? tooLarge(file, tree.sizeOf(path), most)
      : decode(bytes, file, most);
  } catch (error) {
    return { problem: problem(startOf(file), { key: 'unreadable', why: systemFaultOf(error) }) };
  }
}

function tooLarge(file: string, bytes: number | undefined, most: number): { problem: Problem } {
  return { problem: problem(startOf(file), { key: 'too-large', ...(bytes !== undefined && { bytes }), most }) };
}

/** Decodes UTF-8 with or without a byte order mark; too much, or any other encoding at its first strange byte, is a problem. */
export function decode(bytes: Buffer, file: string, most = MAX_FILE_BYTES): { text: string } | { problem: Problem } {
  if (bytes.length > most) return tooLarge(file, undefined, most);
  if (isUtf8(bytes) && !(bytes[0] === 0xff || bytes[0] === 0xfe)) return { text: withoutMark(bytes.toString('utf8')) };
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { problem: problem(startOf(file), { key: 'utf-16' }) };
  const before = bytes.toString('utf8').split('\uFFFD', 1)[0]!;
  const lines = before.split('\n');
  const place = { file, line: lines.length, column: lines.at(-1)!.length + 1 };
  return { problem: problem(place, { key: 'not-utf-8' }) };
}

/** Text without the byte order mark that it may begin with. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
