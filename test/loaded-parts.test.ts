import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from './support/fake-io.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const memory = folderWith({});
const cwd = folderWith({ 'processes/a.yaml': 'name: A\n' });

function loadedBy(argv: readonly string[]) {
  const { output } = spawnSync(
    process.execPath,
    ['--require', `${root}test/support/loaded-parts.cjs`, `${root}bin/audit.js`, ...argv],
    { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: { ...process.env, CI: '' } },
  );
  const { parts, node } = JSON.parse(String(output[3])) as { parts: string[]; node: string[] };
  return { parts, heavy: node.filter((name) => HEAVY.includes(name)) };
}

/** Parts of Node that take a millisecond or more, and that no Node loads of its own accord. */
const HEAVY = ['crypto', 'zlib', 'http', 'https', 'worker_threads', 'child_process', 'readline', 'inspector', 'url'];

test.each<[string, string[], string[]]>([
  ['--version', ['cli'], []],
  ['--help', ['cli', 'en'], []],
  ['--unknown', ['cli', 'en', 'failure'], []],
  ['explain', ['cli', 'en', 'everyday'], []],
  ['explain feedback', ['cli', 'en', 'everyday'], []],
  [`report --cache-location ${memory}`, ['cli', 'en', 'everyday', 'check-text', 'parse'], ['zlib']],
  [`report --cache-location ${memory}`, ['cli'], ['zlib']],
  ['report -f json --no-cache', ['cli', 'en', 'everyday', 'check-text', 'parse'], []],
  ['report -f markdown --no-cache', ['cli', 'en', 'everyday', 'check-text', 'parse', 'all-formats'], ['crypto']],
  ['show a', ['cli', 'en', 'everyday', 'check-text', 'parse'], []],
  ['schema', ['cli', 'en', 'schema'], []],
  [
    'check --no-cache --no-fail',
    ['cli', 'check', 'check-text', 'parse', 'all-formats', 'en'],
    ['child_process', 'crypto'],
  ],
  ['ask --print', ['cli', 'en', 'interview'], ['child_process', 'crypto', 'readline']],
])('audit %s loads no more than it needs', (command, parts, heavy) => {
  const loaded = loadedBy(command.split(' '));
  expect({ parts: loaded.parts.sort(), heavy: loaded.heavy.sort() }).toEqual({
    parts: [...parts].sort(),
    heavy: [...heavy].sort(),
  });
});
