import type { PortfolioRule } from '../rule.js';
import { brokenFeed } from './broken-feed.js';
import { duplicateDemand } from './duplicate-demand.js';
import { formBegetsForm } from './form-begets-form.js';
import { kpiContradiction } from './kpi-contradiction.js';
import { kpiUnexplained } from './kpi-unexplained.js';
import { missingEvidence } from './missing-evidence.js';
import { neverReviewed } from './never-reviewed.js';
import { notConsulted } from './not-consulted.js';
import { outlived } from './outlived.js';
import { perceptionGap } from './perception-gap.js';
import { reviewOverdue } from './review-overdue.js';
import { threat } from './threat.js';
import { unusedDemand } from './unused-demand.js';

/** What there is to say about processes beyond the questions, most telling first. */
export const portfolioRules = [
  duplicateDemand,
  threat,
  kpiContradiction,
  kpiUnexplained,
  formBegetsForm,
  brokenFeed,
  outlived,
  perceptionGap,
  unusedDemand,
  notConsulted,
  neverReviewed,
  reviewOverdue,
  missingEvidence,
] as const satisfies readonly PortfolioRule[];

type AnyRule = (typeof portfolioRules)[number];

export type PortfolioRuleId = AnyRule['id'];

/** The parameters of each rule's findings, by rule id. */
export type PortfolioParams = {
  [Rule in AnyRule as Rule['id']]: Rule extends PortfolioRule<string, infer P> ? P : never;
};
