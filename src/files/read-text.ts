import { isUtf8 } from 'node:buffer';
import { resolve } from 'node:path';
import { type Problem, problem } from '../problem.js';
import { MAX_FILE_BYTES } from './limits.js';
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
  const start = { file, line: 1, column: 1 };
  const path = resolve(cwd, file);
  try {
    const bytes = tree.read(path);
    const { length } = bytes;
    // What the file says of itself may be nothing, as with a pipe; then decode() says that there is more.
    return length > most && tree.sizeOf(path) >= length
      ? tooLarge(file, tree.sizeOf(path), most)
      : decode(bytes, file, most);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const why = REASONS[code] ?? String((error as Error).message);
    return { problem: problem('unreadable', start, `cannot be read: ${why}`) };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it no longer exists',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ELOOP: 'its link leads in a circle',
  EIO: 'the disk fails',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

function tooLarge(file: string, size: number | string, most: number): { problem: Problem } {
  const message = `the file has ${size} bytes; at most ${most} are read`;
  const hint = 'split it: one process a file is easiest to review';
  return { problem: problem('too-large', { file, line: 1, column: 1 }, message, hint) };
}

/** Decodes UTF-8 with or without a byte order mark; too much, or any other encoding at its first strange byte, is a problem. */
export function decode(bytes: Buffer, file: string, most = MAX_FILE_BYTES): { text: string } | { problem: Problem } {
  if (bytes.length > most) return tooLarge(file, `more than ${most}`, most);
  if (isUtf8(bytes) && !(bytes[0] === 0xff || bytes[0] === 0xfe)) return { text: withoutMark(bytes.toString('utf8')) };
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const hint = 'save it as UTF-8';
  if (isUtf16)
    return { problem: problem('not-utf-8', { file, line: 1, column: 1 }, 'the file is UTF-16, not UTF-8', hint) };
  const before = bytes.toString('utf8').split('\uFFFD', 1)[0]!;
  const lines = before.split('\n');
  const place = { file, line: lines.length, column: lines.at(-1)!.length + 1 };
  return {
    problem: problem('not-utf-8', place, 'the file is not UTF-8: a byte here belongs to another encoding', hint),
  };
}

/** Text without the byte order mark that it may begin with. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
