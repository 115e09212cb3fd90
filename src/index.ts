/**
 * The library: the same pipeline that the command line uses.
 *
 * `auditFiles` runs all of it on files; `assess` and `decide` are its pure middle, for processes that come from
 * elsewhere; `validateProcess` turns plain data into a process or says what is wrong with it.
 */

export { type Audit, type AuditOptions, auditFiles } from './audit/audit-files.js';
export { decideGate, type Gate, type GateOutcome, type Standing } from './gate/gate.js';
export { DEFAULT_POLICY, type GatePolicy, type GateReason } from './gate/policy.js';
export {
  type AssessContext,
  type Assessment,
  assess,
  type EvidenceLevel,
  type Outcome,
  type Reason,
} from './judging/assess.js';
export { type Burden, burdenOf } from './judging/burden.js';
export { type JudgedProcess, judge } from './judging/judge.js';
export { type Settings, settingsFor } from './judging/settings.js';
export {
  decide,
  isUnjustified,
  type Rule,
  type ScoreInterval,
  type Verdict,
  type VerdictName,
} from './judging/verdict.js';
export { type FormatOptions, formatProcess, formats } from './library/formats.js';
export { publishedSchema } from './library/schemas.js';
export { type Issue, validateProcess } from './library/validate.js';
export type { Place } from './places/places.js';
export { type Plan, planOf } from './portfolio/plan.js';
export type { PlanAction, PlanStep } from './portfolio/plan-step.js';
export { type Portfolio, portfolioOf } from './portfolio/portfolio.js';
export { type Without, without } from './portfolio/without.js';
export type { ProblemCode } from './problem.js';
export { type SchemaName, schemaNames } from './published-schemas.js';
export type { Question, QuestionContext } from './questions/contract.js';
export { type QuestionId, questions } from './questions/index.js';
export type { FormatName } from './report/formats/names.js';
export type { Report, ReportedProblem as Problem, ReportedProcess } from './report/model.js';
export type { SalesProcess, Voice } from './sales-process/sales-process.js';
export type { Range } from './util/range.js';
export { english } from './wording/en/index.js';
