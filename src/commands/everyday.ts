// One part of the bundle: the commands that people use most, which need most of what the others need, and how errors are told.
export { explain } from './explain.js';
export { init } from './init.js';
export { create } from './new.js';
export { noSuch } from './no-such.js';
export { reportAfresh } from './report-afresh.js';
export { show } from './show.js';
export { tellUsageError } from './tell-usage-error.js';
export { waivers } from './waivers.js';
