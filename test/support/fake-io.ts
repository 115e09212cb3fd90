import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli.js';
import type { Io } from '../../src/io.js';
import type { Words } from '../../src/wording/words/words.js';

export interface Run {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  /** Columns of the terminal; none: no terminal. */
  readonly columns?: number;
  /** In place of English. */
  readonly words?: Words;
  /** Today. */
  readonly today?: string;
}

/** Runs the command line in this process against a fake world; nothing is remembered between runs unless asked for. */
export async function run(argv: readonly string[], options: RunOptions): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const { cwd, env = {}, stdin = '', columns, words, today = '2026-07-01' } = options;
  const isTerminal = columns !== undefined;
  const io: Io = {
    cwd,
    env: { CI: 'true', ...env },
    stdout: { write: (text) => void out.push(text), isTerminal, columns },
    stderr: { write: (text) => void err.push(text), isTerminal },
    isInteractive: false,
    readStdin: () => Buffer.from(stdin),
    now: () => Date.parse(`${today}T12:00:00Z`),
  };
  const exit = await (words ? main(argv, io, async () => words) : main(argv, io));
  return { exit, stdout: out.join(''), stderr: err.join('') };
}

/** A folder of its own with these files, by path. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'audit-test-')));
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return folder;
}
