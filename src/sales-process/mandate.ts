import type { Day } from '../time/day.js';
import type { SalesProcess } from './sales-process.js';

/** Whether a mandate (law, regulation, contract, audit) holds on that day: through its `review_by`, inclusive. */
export function hasValidMandate(mandate: SalesProcess['mandate'], asOf: Day): boolean {
  return mandate !== undefined && asOf <= mandate.review_by;
}
