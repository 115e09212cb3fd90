import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Makes the calls to the file system about one folder fail, in this process. */

const WRITING = [
  'mkdirSync',
  'writeFileSync',
  'writeSync',
  'fsyncSync',
  'renameSync',
  'linkSync',
  'chmodSync',
  'chownSync',
];
const READING = [
  'openSync',
  'readSync',
  'readFileSync',
  'readdirSync',
  'statSync',
  'lstatSync',
  'fstatSync',
  'realpathSync',
  'accessSync',
];

/** What tidies up never fails here, and what it calls is its own affair. */
const TIDYING = ['rmSync', 'unlinkSync'];

export interface Fault {
  readonly code: string;
  /** The how manieth call fails, from 1. */
  readonly at: number;
  /** Whether all later calls that write fail too: a disk that is full stays full. */
  readonly isLasting: boolean;
  readonly isWritingOnly: boolean;
}

type Call = (...args: unknown[]) => unknown;
const calls = fs as unknown as Record<string, Call>;

/** Does the work while the calls fail; says how many there were, and which one failed. */
export async function withFault<T>(
  folder: string,
  fault: Fault | undefined,
  work: () => Promise<T>,
): Promise<{ result: T; count: number; failed: string | undefined }> {
  const names = fault?.isWritingOnly ? WRITING : [...WRITING, ...READING];
  const real = new Map([...names, ...TIDYING].map((name) => [name, calls[name]!]));
  const descriptors = new Set<unknown>();
  let count = 0;
  let failed: string | undefined;
  let depth = 0;
  for (const [name, call] of real) {
    const replaced: Call = (...args) => {
      const isOurs = typeof args[0] === 'number' ? descriptors.has(args[0]) : String(args[0]).startsWith(folder);
      // What a call does by calling others is one call.
      if (!isOurs || depth > 0) return call(...args);
      depth++;
      try {
        if (TIDYING.includes(name)) return call(...args);
        count++;
        if (fault && (count === fault.at || (fault.isLasting && count > fault.at && WRITING.includes(name)))) {
          failed ??= name;
          writeHalf(name, call, args);
          throw Object.assign(new Error(`${fault.code}: injected, ${name}`), { code: fault.code, syscall: name });
        }
        const result = call(...args);
        if (name === 'openSync') descriptors.add(result);
        return result;
      } finally {
        depth--;
      }
    };
    calls[name] = Object.assign(replaced, call);
  }
  // The descriptors of a folder are needed even where opening does not fail.
  const open = calls['openSync']!;
  if (!real.has('openSync')) {
    calls['openSync'] = (...args) => {
      const descriptor = open(...args);
      if (String(args[0]).startsWith(folder)) descriptors.add(descriptor);
      return descriptor;
    };
  }
  syncBuiltinESMExports();
  try {
    return { result: await work(), count, failed };
  } finally {
    for (const [name, call] of real) calls[name] = call;
    if (!real.has('openSync')) calls['openSync'] = open;
    syncBuiltinESMExports();
  }
}

/** A disk that fills up takes the first half. */
function writeHalf(name: string, call: Call, args: unknown[]): void {
  if (name === 'writeFileSync') {
    const data = Buffer.from(args[1] as string | Buffer);
    call(args[0], data.subarray(0, data.length / 2), args[2]);
  }
  if (name === 'writeSync') {
    const data = Buffer.from(args[1] as string | Buffer);
    call(args[0], data.subarray(0, data.length / 2));
  }
}
