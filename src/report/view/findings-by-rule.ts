import type { FindingRule } from '../../gate/findings.js';
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
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group) group.push(finding);
    else groups.set(finding.rule, [finding]);
  }
  return [...groups].map(([rule, some]) => ({ rule: rule as FindingRule, some }));
}
