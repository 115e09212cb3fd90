// Preloaded into a run of the bin: says at its end, on the third stream, which parts of the bundle and of Node it loaded.
const fs = require('node:fs');
const { basename } = require('node:path');

const before = new Set(process.moduleLoadList);
const parts = [];
const { existsSync } = fs;
// The door asks for the compiled code of each part before it loads it.
fs.existsSync = (path) => {
  if (/\.cjs\.v.*\.cache$/.test(path)) parts.push(basename(path).replace(/\.cjs\..*/, ''));
  return existsSync(path);
};
process.on('exit', () => {
  const node = process.moduleLoadList
    .filter((name) => !before.has(name) && /^NativeModule (?!internal)/.test(name))
    .map((name) => name.replace('NativeModule ', ''));
  fs.writeSync(3, JSON.stringify({ parts, node }));
});
