#!/usr/bin/env node
// The door: loads the bundle, with its compiled code where that fits this Node, and runs it. CommonJS (see package.json
// beside it), like the bundle, because Node starts it 5 ms sooner.
const { existsSync, readFileSync, statSync } = require('node:fs');
const module_ = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const bundle = join(__dirname, '../dist/cli.cjs');

/**
 * How the files end in which the build (.ci/code-cache.cjs) keeps compiled code: they fit the very program that wrote them.
 * V8 doesn't notice code from another patch release or another build of the same one (Alpine's, say), and crashes.
 */
const { size } = statSync(process.execPath, { throwIfNoEntry: false }) ?? {};
const cacheSuffix = `${process.version}-${process.platform}-${process.arch}-${size}.cache`;

/** Loads a file of the bundle. */
function load(file) {
  const cache = `${file}.${cacheSuffix}`;
  const require_ = module_.createRequire(file);
  // Nor module.enableCompileCache(): it runs compiled code from the shared temporary folder, where anybody can put some.
  if (!existsSync(cache)) return require_(file);
  const source = module_.wrap(readFileSync(file, 'utf8'));
  const script = new Script(source, { filename: file, cachedData: readFileSync(cache) });
  const loaded = { exports: {} };
  const requireOwn = (id) => (id.startsWith('./') ? load(join(dirname(file), id)) : require_(id));
  script.runInThisContext()(loaded.exports, requireOwn, loaded, file, dirname(file));
  return loaded.exports;
}

/** What keeps us from even starting must not look like a verdict: 1 is an unjustified process. */
function failToStart(error) {
  const hint = whatToDo(error);
  process.stderr.write(`audit: ${hint ?? `it cannot start: ${error.stack}`}\n`);
  process.exitCode = hint ? 2 : 3;
}

function whatToDo(error) {
  if (error.syscall === 'uv_cwd') return 'the working directory is gone; go to a folder that exists';
  if (existsSync(bundle)) return undefined;
  return `not built: there is no ${bundle}; run "npm run build" in the clone, or install without --ignore-scripts`;
}

try {
  const { main, processIo } = load(bundle);
  // Setting the code and not calling process.exit() lets a slow reader of stdout get everything.
  main(process.argv.slice(2), processIo()).then((code) => {
    process.exitCode = code;
  }, failToStart);
} catch (error) {
  failToStart(error);
}
