// Ends a run that hangs, and says which: the thread that hangs can do neither.
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { shared, seed, seconds } = workerData;
const state = new Int32Array(shared);
let seen = -1;
let since = Date.now();

setInterval(() => {
  const now = Atomics.load(state, 0);
  if (now !== seen) {
    seen = now;
    since = Date.now();
  } else if (now > 0 && Date.now() - since > seconds * 1000) {
    writeSync(
      2,
      `\nfuzz: run ${now} takes more than ${seconds} s; again with AUDIT_FUZZ_SEED=${seed} npm run fuzz -- ${now}\n`,
    );
    process.kill(process.pid, 'SIGKILL');
  }
}, 250);
