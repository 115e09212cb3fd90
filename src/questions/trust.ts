import type { EnforcementKind } from '../sales-process/vocabulary.js';
import { capsAtPartly, defineQuestion, holding, settles } from './contract.js';

/** Enforcement by threat: "forms must be filled in or commission is withheld" (article, points 2 and 23). */
const THREATS: readonly EnforcementKind[] = ['credit-withheld', 'commission-withheld', 'warning', 'dismissal'];

/** Whether a kind of enforcement is a threat. */
export function isThreat(kind: EnforcementKind): boolean {
  return THREATS.includes(kind);
}

/** Article, question 6: openness and trust, full disclosure, new ideas welcome. */
export const trust = defineQuestion({
  id: 'trust',
  number: 6,
  weight: 8,
  salesSpeaks: true,
  assess({ enforcement, suggestions }, { claim }) {
    const isThreatened = enforcement !== undefined && isThreat(enforcement.kind);
    const salesSaysOtherwise = claim.sales === 'partly' || claim.sales === 'yes';
    const { received = 0, answered = 0 } = suggestions ?? {};
    return holding(
      isThreatened && !salesSaysOtherwise && settles('no', 'threat', ['enforcement'], { kind: enforcement.kind }),
      isThreatened &&
        salesSaysOtherwise &&
        capsAtPartly('threat-denied-by-sales', ['enforcement'], { kind: enforcement.kind }),
      received > 0 && answered === 0 && capsAtPartly('suggestions-unanswered', ['suggestions'], { received }),
    );
  },
});
