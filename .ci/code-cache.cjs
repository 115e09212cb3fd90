// Runs the bundle once on the shipped processes and keeps what V8 compiled, for bin/audit.js. It fits only the very Node
// that ran this, after which the file is named; it is not part of the published package.
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const file = join(__dirname, '../dist/cli.cjs');
const script = new Script(wrap(readFileSync(file, 'utf8')), { filename: file });
const loaded = { exports: {} };
script.runInThisContext()(loaded.exports, createRequire(file), loaded, file, dirname(file));

const silent = { write: () => {}, isTerminal: false };
const loud = { ...silent, write: (text) => process.stderr.write(text) };
const io = {
  cwd: join(__dirname, '..'),
  env: {},
  stdout: silent,
  stderr: loud,
  readStdin: () => Buffer.alloc(0),
  now: Date.now,
};
loaded.exports.main(['processes', '--no-cache'], io).then((exit) => {
  if (exit !== 0) throw new Error(`audit of the shipped processes ended with ${exit}`);
  writeFileSync(`${file}.${process.version}-${process.platform}-${process.arch}.cache`, script.createCachedData());
});
