// Runs the bundle on the shipped processes and keeps what V8 compiled, for bin/audit.js. It fits only the very Node
// that ran this, after which the files are named; they are not part of the published package.
const { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const scripts = new Map();

function load(file) {
  const script = new Script(wrap(readFileSync(file, 'utf8')), { filename: file });
  scripts.set(file, script);
  const loaded = { exports: {} };
  const requireOwn = (id) => (id.startsWith('./') ? load(join(dirname(file), id)) : createRequire(file)(id));
  script.runInThisContext()(loaded.exports, requireOwn, loaded, file, dirname(file));
  return loaded.exports;
}

const silent = { write: () => {}, isTerminal: false };
const loud = { ...silent, write: (text) => process.stderr.write(text) };
const io = {
  cwd: join(__dirname, '..'),
  env: {},
  stdout: silent,
  stderr: loud,
  isInteractive: false,
  readStdin: () => Buffer.alloc(0),
  now: Date.now,
};
const { main } = load(join(__dirname, '../dist/cli.cjs'));
const memory = mkdtempSync(join(tmpdir(), 'audit-build-'));

async function run() {
  // The first run parses, the second finds nothing changed: both ways are worth keeping. The check runs before every commit.
  for (const argv of [['report'], ['report'], ['check', '--no-fail']]) {
    const exit = await main([...argv, 'processes', '--cache-location', memory], io);
    if (exit !== 0) throw new Error(`audit ${argv.join(' ')} of the shipped processes ended with ${exit}`);
  }
  for (const flag of ['--version', '--help']) await main([flag], io);
  rmSync(memory, { recursive: true });
  const suffix = `${process.version}-${process.platform}-${process.arch}-${statSync(process.execPath).size}.cache`;
  for (const [file, script] of scripts) {
    writeFileSync(`${file}.${suffix}`, script.createCachedData());
  }
}

run();
