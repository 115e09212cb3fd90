import { hasSalesTeam } from '../../sales-process/roles.js';
import { ruleOfEach } from '../rule.js';

/** Article, point 1: others set the KPIs among themselves, and nobody says where the figures come from. */
export const kpiUnexplained = ruleOfEach('kpi-unexplained', ({ salesProcess: { kpis = [] } }, settings) =>
  kpis.flatMap(({ name, because, set_by: setBy = [] }, index) => {
    const isSetWithSales = hasSalesTeam(setBy, settings.salesTeam);
    if (because !== undefined && isSetWithSales) return [];
    return [{ path: ['kpis', index], params: { name, isExplained: because !== undefined, isSetWithSales, setBy } }];
  }),
);
