import { createRequire } from 'node:module';

/** The last version of Node that is known to have the flag; V8 complains on standard error of one that it does not know. */
const LAST_KNOWN = 26;

const FLAG = '--max-inlined-bytecode-size-cumulative=100';

/**
 * Lets the engine copy fewer functions into those that it optimises. It does so on threads of its own, and with a thousand files
 * they work for longer than ours: on two processors they take the time from it. A tenth less time for 1,000 files on Node 20, a
 * twentieth on 24, no difference for 10,000. For the whole process, so not in the library; and only once its code is loaded, for
 * compiled code that was kept (`bin/audit.js`) fits the flags that it was kept with.
 */
export function inlineLess(version = process.versions.node): void {
  if (Number.parseInt(version, 10) > LAST_KNOWN) return;
  (createRequire(import.meta.url)('node:v8') as typeof import('node:v8')).setFlagsFromString(FLAG);
}
