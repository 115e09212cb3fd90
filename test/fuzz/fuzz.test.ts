import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadProcesses } from '../../src/load/load-processes.js';
import { folderWith, run } from '../support/fake-io.js';
import { namesBelow } from '../support/files-below.js';
import { type Scenario, scenario } from './generate.js';

/**
 * Whatever is in the files: no crash, no hang, and no file changed that was not to be changed. 2,000 runs; `npm run fuzz`
 * makes 100,000. A failure prints the seed that brings it back: AUDIT_FUZZ_SEED=… npm run fuzz.
 */

const RUNS = Number(process.env['AUDIT_FUZZ_RUNS'] ?? 2000);
const SEED = Number(process.env['AUDIT_FUZZ_SEED'] ?? Date.now() % 2 ** 31);

/** Runs take milliseconds; on a machine that is busy with other things some more. */
const SECONDS = 20;

const state = new Int32Array(new SharedArrayBuffer(4));
let watch: Worker;
const ended = new Map<string, number>();

beforeAll(() => {
  const workerData = { shared: state.buffer, seed: SEED, seconds: SECONDS };
  watch = new Worker(new URL('./watch.mjs', import.meta.url), { workerData });
});

afterAll(async () => {
  await watch.terminate();
  const how = [...ended].sort().map(([exit, count]) => `exit ${exit}: ${count}`);
  if (RUNS >= 1000) console.log(`fuzz: ${Atomics.load(state, 0)} runs, seed ${SEED}; ${how.join(', ')}`);
});

describe('whatever is in the files', () => {
  const folder = folderWith({});

  test(
    'no run crashes, hangs, or changes a file that was not to be changed',
    async () => {
      await fc.assert(
        fc.asyncProperty(scenario, async (one) => {
          Atomics.add(state, 0, 1);
          await holds(one, folder);
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
    RUNS * 1000,
  );
});

async function holds({ files, argv, stdin, mayWrite }: Scenario, cwd: string): Promise<void> {
  for (const path of filesIn(cwd)) if (!(path in files)) rmSync(join(cwd, path));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(cwd, dirname(path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
  const isAnswered = argv.includes('--from');
  const before = isAnswered ? await loadProcesses(['p'], { cwd }) : undefined;
  const { exit, stdout, stderr } = await run(argv, { cwd, stdin });
  ended.set(String(exit), (ended.get(String(exit)) ?? 0) + 1);
  expect([0, 1, 2], `audit ${argv.join(' ')}\n${stderr}`).toContain(exit);
  expect(stderr).not.toMatch(/\n {4}at /);
  if (argv.includes('json') && stdout !== '') JSON.parse(stdout);
  const changed = filesIn(cwd).filter((path) => !files[path]?.equals(readFileSync(join(cwd, path))));
  expect(changed.filter((path) => !mayWrite.includes(path))).toEqual([]);
  expect(Object.keys(files).filter((path) => !existsSync(join(cwd, path)))).toEqual([]);
  if (!before) return;
  // Answers were added: what was sound is sound, and is what it was.
  const after = await loadProcesses(['p'], { cwd });
  const known = ({ processes }: typeof before) =>
    processes.map(({ salesProcess: { voices: _, ...rest } }) => withoutPaths(rest));
  expect(known(after)).toEqual(known(before));
  // Lines move.
  const faults = ({ problems }: typeof before) =>
    problems.map(({ fault }) => (fault.key === 'duplicate-id' ? { ...fault, first: fault.first.file } : fault));
  expect(faults(after)).toEqual(faults(before));
  if (exit === 2 && changed.length > 0) expect(before.problems).not.toEqual([]);
}

/** Places move when a file grows. */
function withoutPaths(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === 'path' ? undefined : inner)));
}

function filesIn(folder: string): string[] {
  return namesBelow(folder).filter((path) => statSync(join(folder, path)).isFile());
}
