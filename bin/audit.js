#!/usr/bin/env node
// The door: loads the bundle, with its compiled code where that fits this Node, and runs it. CommonJS (see package.json
// beside it), like the bundle, because Node starts it 5 ms sooner.
const { existsSync, readFileSync } = require('node:fs');
const module_ = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** Loads a file of the bundle. */
function load(file) {
  // Written by the build for this very Node: V8 does not notice that another patch release compiled it, and crashes.
  const cache = `${file}.${process.version}-${process.platform}-${process.arch}.cache`;
  const require_ = module_.createRequire(file);
  if (!existsSync(cache)) {
    module_.enableCompileCache?.();
    return require_(file);
  }
  const source = module_.wrap(readFileSync(file, 'utf8'));
  const script = new Script(source, { filename: file, cachedData: readFileSync(cache) });
  const loaded = { exports: {} };
  const requireOwn = (id) => (id.startsWith('./') ? load(join(dirname(file), id)) : require_(id));
  script.runInThisContext()(loaded.exports, requireOwn, loaded, file, dirname(file));
  return loaded.exports;
}

/** What keeps us from even starting must not look like a verdict: 1 is an unjustified process. */
function failToStart(error) {
  const isGone = error.syscall === 'uv_cwd';
  const why = isGone ? 'the working directory is gone; go to a folder that exists' : `it cannot start: ${error.stack}`;
  process.stderr.write(`audit: ${why}\n`);
  process.exitCode = isGone ? 2 : 3;
}

try {
  const { main, processIo } = load(join(__dirname, '../dist/cli.cjs'));
  // Setting the code and not calling process.exit() lets a slow reader of stdout get everything.
  main(process.argv.slice(2), processIo()).then((code) => {
    process.exitCode = code;
  }, failToStart);
} catch (error) {
  failToStart(error);
}
