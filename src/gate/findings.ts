import type { Path } from '../places/path.js';
import type { Place } from '../places/places.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import { type PortfolioParams, portfolioRules } from '../portfolio/rules/index.js';
import type { JudgedWaiver } from './waivers.js';

/** The parameters of each finding, by rule: those of the portfolio, and those about waivers. */
export interface FindingParams extends PortfolioParams {
  'waiver-expired': { process: string; until: string; approvedBy: string };
  'waiver-unused': { process: string; because: NonNullable<JudgedWaiver['because']> };
  'waiver-self-approved': { process: string; approvedBy: string };
  'waiver-refused': { process: string; forbiddenBy: readonly string[] };
}

export type FindingRule = keyof FindingParams;

/** Something to say about a process that never changes its verdict: a rule with parameters, and where it was found. */
export type Finding = {
  [Rule in FindingRule]: {
    readonly rule: Rule;
    readonly process: string;
    readonly params: FindingParams[Rule];
  } & WhereFound;
}[FindingRule];

/** A path in the file of the process, or a place that may be in another file. */
export type WhereFound = { readonly path: Path } | { readonly place: Place };

/** What the portfolio rules find, rule by rule. */
export function portfolioFindings(portfolio: Portfolio): Finding[] {
  return portfolioRules.flatMap((rule) =>
    rule
      .find(portfolio)
      // The params belong to the rule by construction, which the union cannot follow.
      .map(({ process, path, params }) => ({ rule: rule.id, process, path, params }) as Finding),
  );
}

/** What is wrong with waivers that don't count. */
export function waiverFindings(waivers: readonly JudgedWaiver[]): Finding[] {
  return waivers.flatMap((waiver): Finding[] => {
    const { process, place, untilPlace, approvedBy, until, state } = waiver;
    switch (state) {
      case 'expired':
        return [{ rule: 'waiver-expired', process, place: untilPlace, params: { process, until, approvedBy } }];
      case 'unused':
        return [{ rule: 'waiver-unused', process, place, params: { process, because: waiver.because! } }];
      case 'self-approved':
        return [{ rule: 'waiver-self-approved', process, place, params: { process, approvedBy } }];
      case 'not-waivable':
        return [{ rule: 'waiver-refused', process, place, params: { process, forbiddenBy: waiver.forbiddenBy! } }];
      default:
        return [];
    }
  });
}
