import { ruleOfEach } from '../rule.js';

/** Article, point 17: information that may never be used. Reported once per process, at the first such demand. */
export const unusedDemand = ruleOfEach('unused-demand', ({ salesProcess: { demands } }) => {
  const first = demands.findIndex(({ used_by }) => used_by === undefined);
  if (first < 0) return [];
  const more = demands.filter(({ used_by }) => used_by === undefined).length - 1;
  return [{ path: ['demands', first], params: { what: demands[first]!.what, more } }];
});
