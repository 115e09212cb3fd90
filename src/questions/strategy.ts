import { capsAtPartly, defineQuestion, holding } from './contract.js';

/** Article, question 8: does it make sense to do this? If you cannot answer yes, get rid of it and start over. */
export const strategy = defineQuestion({
  id: 'strategy',
  number: 8,
  weight: 12,
  salesSpeaks: true,
  assess({ demands }) {
    const elsewhere = [...new Set(demands.flatMap((demand) => demand.already_in ?? []))];
    return holding(
      demands.length > 0 &&
        demands.every((demand) => demand.already_in !== undefined) &&
        capsAtPartly('all-known-elsewhere', ['demands'], { count: demands.length, elsewhere }),
    );
  },
});
