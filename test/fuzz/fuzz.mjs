// npm run fuzz [-- RUNS]: the fuzz test in its long mode. AUDIT_FUZZ_SEED brings a failure back.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const runs = process.argv[2] ?? '100000';
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/fuzz'], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  env: { ...process.env, AUDIT_FUZZ_RUNS: runs },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
