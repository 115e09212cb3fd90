// How long whole commands take, each in turn with the bare minimum it is compared with: ratios of medians, in one run.
// With --long also ten thousand files and more, memory, and growth; with --write the tables go into the README.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { generate } from './generate.mjs';
import { compare, median, outputOf, peak, root, spread, time } from './measure.mjs';
import { peers } from './peers.mjs';

const isLong = process.argv.includes('--long');
const node = process.execPath;
const bin = join(root, 'bin/audit.js');
const loop = join(root, 'test/bench/read-and-parse.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'audit-bench-'));
const bare = [node, '-e', '0'];
const lines = [];
let isOver = false;

function say(line = '') {
  console.log(line);
  lines.push(line);
}

function folderOf(count) {
  const folder = join(scratch, `files-${count}`);
  generate(folder, count);
  return folder;
}

/** A memory of its own for each row, so that none profits by another. */
const remembering = (name) => ['--cache-location', join(scratch, `memory-${name}`)];

function row({ name, against, most, ...measured }) {
  const { a, b, ratio } = compare(measured);
  say(`| ${name} | ${spread(a)} | ${against} | ${spread(b)} | ${held(ratio, most)} | ${most ?? ''} |`);
  return b;
}

/** A ratio, and whether it is over its limit. */
function held(ratio, most) {
  if (most === undefined || ratio <= most) return ratio.toFixed(2);
  isOver = true;
  return `**${ratio.toFixed(2)}: over**`;
}

function startRows() {
  const common = { theirs: bare, against: '`node -e 0`', runs: 31 };
  row({ ...common, name: '`node -e 0`: the noise', ours: bare });
  row({ ...common, name: '`audit --version`', ours: [node, bin, '--version'], most: 1.15 });
  row({ ...common, name: '`audit --help`', ours: [node, bin, '--help'], most: 1.2 });
  row({
    ...common,
    name: '`audit` on the shipped processes',
    ours: [node, bin, 'processes', ...remembering(0)],
    most: 1.4,
  });
  row({ ...common, name: 'the same, nothing remembered', ours: [node, bin, 'processes', '--no-cache'] });
}

/** One file in a hundred gets another line at its end, another one each time. */
function changeSome(folder, count) {
  return (run) => {
    for (let number = run % 100; number < count; number += 100)
      appendFileSync(join(folder, `process-${number}.yaml`), `# Looked at in run ${run}.\n`);
  };
}

function folderRows(count, runs, most) {
  const folder = folderOf(count);
  const many = `${count.toLocaleString('en')} files`;
  const common = { theirs: [node, loop, folder], against: 'read and parse them', runs };
  row({ ...common, name: `read and parse ${many}: the noise`, ours: common.theirs });
  row({
    ...common,
    name: `audit on ${many}, nothing remembered`,
    ours: [node, bin, folder, '--no-cache'],
    most: most.cold,
  });
  const ours = [node, bin, folder, ...remembering(count)];
  row({ ...common, name: 'the same, remembered', ours, most: most.same });
  row({
    ...common,
    name: 'one file in a hundred changed',
    ours,
    before: changeSome(folder, count),
    most: most.changed,
  });
}

/** The closest is measured most often; Spectral takes a minute. */
const RUNS_OF_PEERS = { ajv: 31, yamllint: 5, spectral: 1 };

function peerRows() {
  const folder = folderOf(1000);
  for (const { name, command } of peers(folder, scratch)) {
    if (!command) say(`| audit on 1,000 files, nothing remembered | | ${name} | not on this machine | | |`);
    else {
      const theirs = row({
        name: 'audit on 1,000 files, nothing remembered',
        ours: [node, bin, folder, '--no-cache'],
        theirs: command,
        against: name,
        runs: RUNS_OF_PEERS[name],
        most: 1,
        allowed: [0, 1],
      });
      const again = [node, bin, folder, ...remembering('peers')];
      time(again);
      const ours = Array.from({ length: 3 }, () => time(again));
      const ratio = median(ours) / median(theirs);
      say(`| the same, remembered | ${spread(ours)} | ${name} | ${spread(theirs)} | ${ratio.toFixed(2)} | |`);
    }
  }
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
  const runs = Array.from({ length: 5 }, () => ({
    ...JSON.parse(outputOf([node, script, folder])),
    loop: time([node, loop, folder]),
  }));
  const [portfolio, load, bareLoop] = ['portfolio', 'load', 'loop'].map((key) => runs.map((run) => run[key]));
  const name = 'portfolio and plan of 2,000 processes with 10 demands each';
  // The yardstick is the library's time, as everywhere here: loading has become too quick for one.
  for (const [against, theirs, most] of [
    ['read and parse them', bareLoop, 0.5],
    ['loading them', load],
  ]) {
    const ratio = median(portfolio) / median(theirs);
    say(`| ${name} | ${spread(portfolio)} | ${against} | ${spread(theirs)} | ${held(ratio, most)} | ${most ?? ''} |`);
  }
}

/** Medians of so many runs of each. */
function peaksInTurn(ours, theirs, runs) {
  const pairs = Array.from({ length: runs }, () => [peak(ours), peak(theirs)]);
  return [0, 1].map((which) => ({
    milliseconds: median(pairs.map((pair) => pair[which].milliseconds)),
    megabytes: median(pairs.map((pair) => pair[which].megabytes)),
  }));
}

function growthRows() {
  say(
    '\n| files | audit, ms | a file, ms | peak, MB | the bare loop, ms | peak, MB | times the loop | times its peak | peak, remembering, MB |',
  );
  say('|---|---|---|---|---|---|---|---|---|');
  for (const count of [1000, 2000, 5000, 10_000]) {
    const folder = folderOf(count);
    const runs = 3;
    const [ours, theirs] = peaksInTurn([bin, folder, '--no-cache'], [loop, folder], runs);
    const kept = Array.from({ length: runs }, (_, run) => peak([bin, folder, ...remembering(`${count}-${run}`)]));
    const [time, memory] = [ours.milliseconds / theirs.milliseconds, ours.megabytes / theirs.megabytes];
    if (count === 10_000 && memory > 2.5) isOver = true;
    const cells = [
      count.toLocaleString('en'),
      ours.milliseconds.toFixed(0),
      (ours.milliseconds / count).toFixed(2),
      ours.megabytes.toFixed(0),
      theirs.milliseconds.toFixed(0),
      theirs.megabytes.toFixed(0),
      time.toFixed(2),
      `${memory.toFixed(2)}${count === 10_000 ? ' (at most 2.5)' : ''}`,
      median(kept.map(({ megabytes }) => megabytes)).toFixed(0),
    ];
    say(`| ${cells.join(' | ')} |`);
    rmSync(folder, { recursive: true });
  }
  const folder = folderOf(50_000);
  const { milliseconds, megabytes } = peak([bin, folder, '--no-cache']);
  const [seconds, gigabytes] = [milliseconds / 1000, megabytes / 1000].map((number) => number.toFixed(1));
  say(`\nBeyond that both grow in step with the number of files: 50,000 take ${seconds} s and ${gigabytes} GB.`);
  rmSync(folder, { recursive: true });
}

say(
  `Node ${process.versions.node} on ${availableParallelism()} processors; milliseconds as median (fastest-slowest)\n`,
);
say('| command | ms | against | ms | ratio | at most |\n|---|---|---|---|---|---|');
startRows();
folderRows(1000, 7, { cold: 1.3 });
await portfolioRow();
peerRows();
if (isLong) {
  folderRows(10_000, 3, { cold: 0.75, same: 0.2, changed: 0.25 });
  growthRows();
}
rmSync(scratch, { recursive: true, force: true });
if (isOver) console.log('\nA ratio is over its limit. On a busy machine run it again before you believe it.');
if (process.argv.includes('--write')) {
  const readme = join(root, 'README.md');
  const text = readFileSync(readme, 'utf8');
  const table = () => `<!-- bench -->\n${lines.join('\n')}\n<!-- /bench -->`;
  writeFileSync(readme, text.replace(/<!-- bench -->[\s\S]*?<!-- \/bench -->/, table));
}
process.exitCode = isOver ? 1 : 0;
