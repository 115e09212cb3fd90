import type { SystemFault } from '../problem.js';

/** Why the system refused, out of what `node:fs` threw. */
export function systemFaultOf(error: unknown): SystemFault {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return { errno: code, said: message };
}
