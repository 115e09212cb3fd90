// Commands that need most of what the others need: one file, loaded when one of them has something to do.
export { explain } from './explain.js';
export { init } from './init.js';
export { create } from './new.js';
export { reportAfresh } from './report-afresh.js';
export { show } from './show.js';
export { waivers } from './waivers.js';
