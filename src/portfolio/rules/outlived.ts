import { ruleOfEach } from '../rule.js';

/** Article, points 7 and 12: it becomes the way things are done here, and nobody ever removes it. */
export const outlived = ruleOfEach('outlived', ({ salesProcess: { until, status } }, { asOf }) => {
  if (until !== undefined && until < asOf) return [{ path: ['until'], params: { until, status } }];
  return status === 'deprecated' && until === undefined ? [{ path: ['status'], params: { until: '', status } }] : [];
});
