import type { EnforcementKind } from '../sales-process/vocabulary.js';
import { capsAtPartly, defineQuestion, holding, settles } from './contract.js';

/** Enforcement by threat: "forms must be filled in or commission is withheld" (article, points 2 and 23). */
const THREATS: readonly EnforcementKind[] = ['credit-withheld', 'commission-withheld', 'warning', 'dismissal'];

/** Article, question 6: openness and trust, full disclosure, new ideas welcome. */
export const trust = defineQuestion({
  id: 'trust',
  number: 6,
  weight: 8,
  salesSpeaks: true,
  assess({ enforcement, suggestions }, { claim }) {
    const isThreat = enforcement !== undefined && THREATS.includes(enforcement.kind);
    const salesSaysOtherwise = claim.sales === 'partly' || claim.sales === 'yes';
    const { received = 0, answered = 0 } = suggestions ?? {};
    return holding(
      isThreat && !salesSaysOtherwise && settles('no', 'threat', ['enforcement'], { kind: enforcement.kind }),
      isThreat &&
        salesSaysOtherwise &&
        capsAtPartly('threat-denied-by-sales', ['enforcement'], { kind: enforcement.kind }),
      received > 0 && answered === 0 && capsAtPartly('suggestions-unanswered', ['suggestions'], { received }),
    );
  },
});
