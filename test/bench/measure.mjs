import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const rss = fileURLToPath(new URL('rss.cjs', import.meta.url));

/** Runs a command and says how long it took; throws where it could not do its work. */
export function time([command, ...argv], { allowed = [0] } = {}) {
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(command, argv, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || !allowed.includes(status))
    throw new Error(`${command} ${argv.join(' ')} ended with ${status}: ${error ?? stderr.slice(0, 500)}`);
  return milliseconds;
}

/** What a command prints. */
export function outputOf([command, ...argv]) {
  const { stdout, stderr, status } = spawnSync(command, argv, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${argv.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** The peak of a Node process in megabytes, and its milliseconds. */
export function peak(argv) {
  const start = process.hrtime.bigint();
  const { status, stderr, output } = spawnSync(process.execPath, ['--require', rss, ...argv], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}: ${stderr}`);
  return { megabytes: Number(output[3]) / 1024, milliseconds: Number(process.hrtime.bigint() - start) / 1e6 };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Times two commands in turn, `before` each of ours, so that both see the same machine. */
export function compare({ ours, theirs, runs, before = () => {}, allowed }) {
  before(0);
  time(ours);
  time(theirs, { allowed });
  const pairs = Array.from({ length: runs }, (_, run) => {
    before(run + 1);
    return [time(ours), time(theirs, { allowed })];
  });
  const a = pairs.map(([one]) => one);
  const b = pairs.map(([, other]) => other);
  return { a, b, ratio: median(a) / median(b) };
}

export const spread = (numbers) =>
  `${median(numbers).toFixed(0)} (${Math.min(...numbers).toFixed(0)}-${Math.max(...numbers).toFixed(0)})`;
