// Preloaded into a process that is measured: its highest use of memory goes to the third stream, in kilobytes.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
