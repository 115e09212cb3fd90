import { hasSalesTeam } from '../sales-process/roles.js';
import { capsAtPartly, defineQuestion, holding } from './contract.js';

/** Article, question 1: only a process that adds value for the sales team gets you what you want from it. */
export const value = defineQuestion({
  id: 'value',
  number: 1,
  weight: 20,
  salesSpeaks: true,
  assess({ beneficiaries = [] }, { salesTeam }) {
    return holding(
      !hasSalesTeam(beneficiaries, salesTeam) &&
        capsAtPartly('sales-not-beneficiary', ['beneficiaries'], { beneficiaries }),
    );
  },
});
