import { hasSalesTeam } from '../sales-process/roles.js';
import { capsAtPartly, defineQuestion, holding } from './contract.js';

/** Article, question 3: a process without a context has no meaning. */
export const explanation = defineQuestion({
  id: 'explanation',
  number: 3,
  weight: 12,
  salesSpeaks: true,
  unknownFromSalesIsNo: true,
  assess({ explained, demands }, { asOf, salesTeam }) {
    const withoutUse = demands.findIndex((demand) => demand.used_for === undefined);
    return holding(
      explained === undefined && capsAtPartly('not-explained', [], {}),
      explained !== undefined &&
        explained.on > asOf &&
        capsAtPartly('explanation-ahead', ['explained', 'on'], { on: explained.on, asOf }),
      explained !== undefined &&
        !hasSalesTeam(explained.to, salesTeam) &&
        capsAtPartly('not-explained-to-sales', ['explained', 'to'], { to: explained.to }),
      withoutUse >= 0 &&
        capsAtPartly('demand-without-use', ['demands', withoutUse], {
          what: demands[withoutUse]!.what,
          count: demands.filter((demand) => demand.used_for === undefined).length,
        }),
    );
  },
});
