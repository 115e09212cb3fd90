import { ruleOfEach } from '../contract.js';

/** Article, point 17: information that may never be used. */
export const unusedDemand = ruleOfEach('unused-demand', ({ salesProcess: { demands } }) =>
  demands.flatMap(({ what, used_by }, index) => (used_by ? [] : [{ path: ['demands', index], params: { what } }])),
);
