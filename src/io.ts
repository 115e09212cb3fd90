import { EXIT } from './exit-code.js';
import { MAX_FILE_BYTES } from './load/limits.js';
import { readDescriptor } from './load/read-bounded.js';

/** The outside world as far as commands may see it; tests give a fake one. Files are reached through `load/`. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether somebody sits at a terminal and can be asked. */
  readonly isInteractive: boolean;
  /** All of standard input. */
  readStdin(): Buffer;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns, where it is a terminal. */
  readonly columns?: number | undefined;
}

/** The real world. Each stream is opened when it is first asked for: most runs need one of three. */
export function processIo(): Io {
  let stdout: Output | undefined;
  let stderr: Output | undefined;
  return {
    cwd: process.cwd(),
    env: process.env,
    get stdout() {
      stdout ??= toOutput(process.stdout);
      return stdout;
    },
    get stderr() {
      stderr ??= toOutput(process.stderr);
      return stderr;
    },
    get isInteractive() {
      return Boolean(process.stdin.isTTY && process.stdout.isTTY);
    },
    // One byte more than is read shows that there is more.
    readStdin: () => readDescriptor(0, MAX_FILE_BYTES + 1),
    now: () => Date.now(),
  };
}

function toOutput(stream: NodeJS.WriteStream): Output {
  // A reader that leaves (audit | head) is no fault of ours; a disk that is full must be heard.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream !== process.stderr) process.stderr.write(`audit: cannot write the output: ${error.message}\n`);
    process.exit(EXIT.input);
  });
  return {
    write: (text) => void stream.write(text),
    isTerminal: Boolean(stream.isTTY),
    columns: stream.columns,
  };
}

/** Colours follow `NO_COLOR`, then `FORCE_COLOR`, then whether there is a terminal that can show them. */
export function colourLevel({ env }: Pick<Io, 'env'>, output: Pick<Output, 'isTerminal'>): 0 | 1 {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return 0;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? 0 : 1;
  return output.isTerminal && TERM !== 'dumb' ? 1 : 0;
}
