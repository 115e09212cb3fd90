// How long whole commands take, each in turn with the bare minimum it is compared with: ratios of medians, in one run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generate } from './generate.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'audit-bench-'));
const memory = join(scratch, 'memory');
const thousand = join(scratch, 'thousand');
generate(thousand, 1000);

const bin = join(root, 'bin/audit.js');
const bare = ['-e', '0'];
const parseOnly = [join(root, 'test/bench/read-and-parse.mjs'), thousand];
const remembering = ['--cache-location', memory];

const ROWS = [
  { name: 'audit --version', ours: [bin, '--version'], theirs: bare, against: 'node -e 0', runs: 31 },
  {
    name: 'audit on the shipped processes',
    ours: [bin, 'processes', ...remembering],
    theirs: bare,
    against: 'node -e 0',
    runs: 31,
    most: 1.5,
  },
  {
    name: 'the same, nothing remembered',
    ours: [bin, 'processes', '--no-cache'],
    theirs: bare,
    against: 'node -e 0',
    runs: 31,
  },
  {
    name: 'audit on 1,000 files, nothing remembered',
    ours: [bin, thousand, '--no-cache'],
    theirs: parseOnly,
    against: 'read and parse them',
    runs: 7,
    most: 1.3,
  },
  {
    name: 'the same, remembered',
    ours: [bin, thousand, ...remembering],
    theirs: parseOnly,
    against: 'read and parse them',
    runs: 7,
  },
];

function time(argv) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, argv, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}: ${stderr}`);
  return milliseconds;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Loading and seeing together, in one process: 2,000 processes with ten demands each. */
async function portfolioRow() {
  const folder = join(scratch, 'portfolio');
  generate(folder, 2000, 10);
  const script = join(scratch, 'portfolio.mjs');
  await build({
    entryPoints: [join(root, 'test/bench/portfolio.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['tinyglobby'],
    define: { __BUILD__: '"bench"' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  const runs = Array.from({ length: 5 }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, folder], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  });
  const [portfolio, load] = ['portfolio', 'load'].map((key) => runs.map((run) => run[key]));
  const ratio = median(portfolio) / median(load);
  if (ratio > 0.5) isOver = true;
  return `| portfolio of 2,000 processes with 10 demands each | ${spread(portfolio)} | loading them | ${spread(load)} | ${ratio.toFixed(2)} | 0.5 |`;
}

let isOver = false;
const spread = (numbers) =>
  `${median(numbers).toFixed(0)} (${Math.min(...numbers).toFixed(0)}-${Math.max(...numbers).toFixed(0)})`;
console.log(`Node ${process.versions.node}; milliseconds as median (fastest-slowest)\n`);
console.log('| command | ms | against | ms | ratio | at most |\n|---|---|---|---|---|---|');
for (const { name, ours, theirs, against, runs, most } of ROWS) {
  time(ours);
  time(theirs);
  const pairs = Array.from({ length: runs }, () => [time(ours), time(theirs)]);
  const a = pairs.map(([one]) => one);
  const b = pairs.map(([, other]) => other);
  const ratio = median(a) / median(b);
  if (most !== undefined && ratio > most) isOver = true;
  console.log(`| ${name} | ${spread(a)} | ${against} | ${spread(b)} | ${ratio.toFixed(2)} | ${most ?? ''} |`);
}
console.log(await portfolioRow());
rmSync(scratch, { recursive: true, force: true });
if (isOver) console.log('\nA ratio is over its limit. On a busy machine run it again before you believe it.');
process.exitCode = isOver ? 1 : 0;
