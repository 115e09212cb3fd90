#!/usr/bin/env node
// The door: loads the bundle, with its compiled code where that fits this Node, and runs it. CommonJS (see package.json
// beside it), like the bundle, because Node starts it 5 ms sooner.
const { existsSync, readFileSync } = require('node:fs');
const module_ = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const file = join(__dirname, '../dist/cli.cjs');

function load() {
  // Written by the build for this very Node: V8 does not notice that another patch release compiled it, and crashes.
  const cache = `${file}.${process.version}-${process.platform}-${process.arch}.cache`;
  if (!existsSync(cache)) {
    module_.enableCompileCache?.();
    return require(file);
  }
  const cachedData = readFileSync(cache);
  const script = new Script(module_.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, module_.createRequire(file), loaded, file, dirname(file));
  return loaded.exports;
}

const { main, processIo } = load();
// Setting the code and not calling process.exit() lets a slow reader of stdout get everything.
main(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
