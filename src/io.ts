import { fstatSync } from 'node:fs';
import { EXIT } from './exit-code.js';
import { MAX_FILE_BYTES } from './files/limits.js';
import { readDescriptor, writeDescriptor } from './files/read-bounded.js';

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
      stdout ??= toOutput(1, () => process.stdout);
      return stdout;
    },
    get stderr() {
      stderr ??= toOutput(STDERR, () => process.stderr);
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

const STDERR = 2;

/** A file or a pipe is written to without Node's stream, which takes 2 ms to open and would wait for each write too. */
function toOutput(descriptor: number, stream: () => NodeJS.WriteStream): Output {
  const fail = (error: NodeJS.ErrnoException) => failToWrite(error, descriptor);
  if (!isFileOrPipe(descriptor)) return toTerminal(stream().on('error', fail));
  return {
    write: (text) => {
      try {
        writeDescriptor(descriptor, text);
      } catch (error) {
        fail(error as NodeJS.ErrnoException);
      }
    },
    isTerminal: false,
  };
}

/** What else there is, such as a terminal, Node knows how to write to. */
function isFileOrPipe(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    return found.isFile() || found.isFIFO() || found.isSocket();
  } catch {
    return false;
  }
}

function toTerminal(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: Boolean(stream.isTTY),
    columns: stream.columns,
  };
}

/** A reader that leaves (audit | head), which Windows may call an end, is no fault of ours; a disk that is full must be heard. */
function failToWrite({ code, message }: NodeJS.ErrnoException, descriptor: number): void {
  if (code === 'EPIPE' || code === 'EOF') return;
  if (descriptor !== STDERR) process.stderr.write(`audit: cannot write the output: ${message}\n`);
  process.exit(EXIT.input);
}

/** Colours follow `NO_COLOR`, then `FORCE_COLOR`, then whether there is a terminal that can show them. */
export function colourLevel({ env }: Pick<Io, 'env'>, output: Pick<Output, 'isTerminal'>): 0 | 1 {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return 0;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? 0 : 1;
  return output.isTerminal && TERM !== 'dumb' ? 1 : 0;
}
