import { decode, readText } from '../files/read-text.js';
import { systemFaultOf } from '../files/system-fault.js';
import type { Files } from '../files/tree.js';
import { type Problem, problem, startOf } from '../problem.js';

/** Where files are read from. */
export interface ReadOptions {
  readonly cwd: string;
  /** The bytes of standard input, asked for only when a path is `-`. */
  readonly readStdin?: (() => Buffer) | undefined;
  /** Default: the disk. */
  readonly tree?: Files | undefined;
}

/** The text of a file, or of standard input for `-`, or what is wrong with it. */
export function readFile(
  file: string,
  options: ReadOptions,
): { readonly text: string } | { readonly problem: Problem } {
  return file === '-' ? readInput(options) : readText(file, options.cwd, options.tree);
}

/** A file as people see it. */
export function nameOf(file: string): string {
  return file === '-' ? '<stdin>' : file;
}

function readInput({ readStdin }: ReadOptions): ReturnType<typeof decode> {
  const file = nameOf('-');
  try {
    return decode(readStdin?.() ?? Buffer.alloc(0), file);
  } catch (error) {
    return { problem: problem(startOf(file), { key: 'unreadable', why: systemFaultOf(error) }) };
  }
}
