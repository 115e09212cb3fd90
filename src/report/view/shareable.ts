import type { Report } from '../model.js';

/**
 * The report as it may be passed on: voices of roles of which too few spoke are gone, and what rests on their words says
 * so without them. Counts stay (`heard`).
 */
export function shareable(report: Report): Report {
  return {
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, text: finding.shareable })),
    plan: {
      ...report.plan,
      steps: report.plan.steps.map((step) => ({
        ...step,
        text: step.shareable,
        why: step.why.map((line) => ({ ...line, text: line.shareable })),
      })),
    },
    processes: report.processes.map((one) => ({
      ...one,
      verdict: {
        ...one.verdict,
        rules: one.verdict.rules.map((rule) => ({
          ...rule,
          because: rule.because.map((ground) => ({ ...ground, text: ground.shareable })),
        })),
      },
      assessments: one.assessments.map((assessment) => ({
        ...assessment,
        reasons: assessment.reasons.map((reason) => ({ ...reason, text: reason.shareable, params: {} })),
        voices: assessment.voices.filter(({ isShareable }) => isShareable),
      })),
    })),
  };
}
