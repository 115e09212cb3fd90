import { isThreat } from '../../questions/trust.js';
import { ruleOfEach } from '../rule.js';

/** Article, points 2, 4 and 23: it is dressed up as best practice; it is a threat. */
export const threat = ruleOfEach('threat', ({ salesProcess: { enforcement } }) =>
  enforcement && isThreat(enforcement.kind) ? [{ path: ['enforcement'], params: { kind: enforcement.kind } }] : [],
);
