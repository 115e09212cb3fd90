import { isThreat } from '../../questions/trust.js';
import { ruleOfEach } from '../rule.js';

/** Article, points 2, 4 and 23: a threat, dressed up as best practice. */
export const threat = ruleOfEach('threat', ({ salesProcess: { enforcement } }) =>
  enforcement && isThreat(enforcement.kind) ? [{ path: ['enforcement'], params: { kind: enforcement.kind } }] : [],
);
