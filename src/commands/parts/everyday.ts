// One part of the bundle: the commands that people use most, which need most of what the others need, and how errors are told.
export { explain } from '../explain.js';
export { init } from '../init/init.js';
export { create } from '../new/new.js';
export { reportAfresh } from '../report/report-afresh.js';
export { noSuch } from '../shared/no-such.js';
export { tellUsageError } from '../shared/tell-usage-error.js';
export { show } from '../show.js';
export { waivers } from '../waivers.js';
