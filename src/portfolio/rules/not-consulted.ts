import { hasSalesTeam } from '../../sales-process/roles.js';
import { ruleOfEach } from '../rule.js';

/** Article, point 6: sales is hardly ever asked what it needs, and then only superficially. */
export const notConsulted = ruleOfEach('not-consulted', ({ salesProcess: { consulted } }, settings) =>
  hasSalesTeam(consulted?.who, settings.salesTeam)
    ? []
    : [{ path: consulted ? ['consulted', 'who'] : [], params: { who: consulted?.who ?? [] } }],
);
