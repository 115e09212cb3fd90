import { hasValidMandate } from '../sales-process/mandate.js';
import { capsAtPartly, defineQuestion, holding, settles } from './contract.js';

/** Article, question 4: why is this very process there, and who benefits? If the answers are negative, eliminate it. */
export const necessity = defineQuestion({
  id: 'necessity',
  number: 4,
  weight: 20,
  salesSpeaks: false,
  assess({ mandate, purpose, beneficiaries, demands }, { asOf }) {
    if (mandate && hasValidMandate(mandate, asOf)) {
      const { kind, reference, review_by: reviewBy } = mandate;
      return [settles('yes', 'mandated', ['mandate'], { kind, reference, reviewBy })];
    }
    return holding(
      purpose === undefined && capsAtPartly('no-purpose', [], {}),
      beneficiaries === undefined && capsAtPartly('no-beneficiaries', [], {}),
      demands.every((demand) => demand.used_by === undefined) &&
        capsAtPartly('no-demand-used', ['demands'], { count: demands.length }),
    );
  },
});
