import type { EnforcementKind } from '../sales-process/vocabulary.js';
import { capsAtPartly, defineQuestion, holding, settles } from './contract.js';

/** Enforcement that leaves no way but the form's. */
const RIGID: readonly EnforcementKind[] = ['blocked-save', 'locked-record', 'auto-close'];

/** Article, question 2: will the CRM stifle creativity? */
export const creativity = defineQuestion({
  id: 'creativity',
  number: 2,
  weight: 8,
  salesSpeaks: true,
  assess({ crm, enforcement }, { claim }) {
    return holding(
      crm === undefined && !claim.isRaised && settles('not-applicable', 'no-crm', [], {}),
      enforcement !== undefined &&
        RIGID.includes(enforcement.kind) &&
        capsAtPartly('rigid-enforcement', ['enforcement'], { kind: enforcement.kind }),
    );
  },
});
