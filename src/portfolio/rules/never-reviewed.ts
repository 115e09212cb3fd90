import { ruleOfEach } from '../rule.js';

/** Article, point 12: reviews of processes almost never happen. */
export const neverReviewed = ruleOfEach('never-reviewed', ({ salesProcess: { review } }) =>
  review?.last === undefined ? [{ path: review ? ['review'] : [], params: { every: review?.every ?? '' } }] : [],
);
