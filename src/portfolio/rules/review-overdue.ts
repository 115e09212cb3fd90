import { addCadence, parseCadence } from '../../time/cadence.js';
import { ruleOfEach } from '../rule.js';

/** Article, point 12: requirements move on and the process doesn't. */
export const reviewOverdue = ruleOfEach('review-overdue', ({ salesProcess: { review } }, { asOf }) => {
  if (review?.last === undefined) return [];
  const { every, last } = review;
  const dueBy = addCadence(last, parseCadence(every));
  return dueBy !== undefined && dueBy < asOf ? [{ path: ['review', 'last'], params: { every, last, dueBy } }] : [];
});
