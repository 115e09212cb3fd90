import type { FindingRule } from '../../gate/findings.js';
import { groupBy } from '../../util/group-by.js';
import type { Report } from '../model.js';

export type ReportedFinding = Report['findings'][number];

/** Whether a finding is about a waiver that does not count: it concerns the check, and not only the process. */
export function isAboutWaiver({ rule }: Pick<ReportedFinding, 'rule'>): boolean {
  return rule.startsWith('waiver-');
}

/** Findings by rule, in the order in which the rules first occur. */
export function groupByRule(
  findings: readonly ReportedFinding[],
): { readonly rule: FindingRule; readonly some: readonly ReportedFinding[] }[] {
  return [...groupBy(findings, ({ rule }) => rule as FindingRule)].map(([rule, some]) => ({ rule, some }));
}
