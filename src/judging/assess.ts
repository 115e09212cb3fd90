import type { Path } from '../places/path.js';
import type { Fact, Level, Question } from '../questions/contract.js';
import { type QuestionFact, type QuestionId, questions } from '../questions/index.js';
import type { SalesProcess, Voice } from '../sales-process/sales-process.js';
import { A_TEAM, type ClaimReason, type Hearing, hasEvidence, hear, isReasoned } from './hear.js';
import type { Settings } from './settings.js';

/** What a question comes to for a process. */
export type Outcome = Level | 'unknown' | 'not-applicable' | 'failed';

/**
 * How well a claim is supported: `asserted` somebody said so; `reasoned` and why; `documented` there is evidence, or
 * the description itself says so; `measured` three or more of the sales team have answered.
 */
export type EvidenceLevel = 'asserted' | 'reasoned' | 'documented' | 'measured';

/** What a question that threw leaves behind; the other seven still run. */
export interface FailureReason {
  readonly code: 'question-failed';
  readonly effect: 'settles';
  readonly path: Path;
  readonly params: { readonly message: string };
}

/** One reason behind an outcome: a fact of the description, or something about the voices. */
export type Reason = (QuestionFact | ClaimReason | FailureReason) & {
  /** Whether the outcome would have been another without it. */
  readonly isDecisive: boolean;
};

/** What one question found out about one process, with everything needed to argue against it. */
export interface Assessment {
  readonly question: QuestionId;
  readonly outcome: Outcome;
  /** What people claimed, before facts and caps. */
  readonly claimed: Level | 'not-applicable' | undefined;
  readonly reasons: readonly Reason[];
  /** The voices that counted. */
  readonly voices: readonly Voice[];
  readonly evidence: EvidenceLevel | undefined;
  /** Where a reader should look first: the decisive reason, else the voice, else the process itself. */
  readonly path: Path;
}

export interface AssessContext {
  readonly settings: Settings;
  /** Evidence paths of this process that point at nothing, or out of the repository. */
  readonly missingEvidence?: ReadonlySet<string>;
  /** Those that point out of the repository. */
  readonly outsideEvidence?: ReadonlySet<string> | undefined;
}

const NO_EVIDENCE_MISSING: ReadonlySet<string> = new Set();

/** Puts the eight questions to a process. Never throws: a question that does is `failed`. */
export function assess(salesProcess: SalesProcess, context: AssessContext): Assessment[] {
  return questions.map((question) => assessOne(question, salesProcess, context));
}

/** Puts one question to a process; exported so that tests can try a question of their own. */
export function assessOne(question: Question, salesProcess: SalesProcess, context: AssessContext): Assessment {
  const { settings, missingEvidence = NO_EVIDENCE_MISSING, outsideEvidence } = context;
  try {
    const hearing = hear(question, salesProcess, { settings, missingEvidence, outsideEvidence });
    const { asOf, salesTeam } = settings;
    const facts = question.assess(salesProcess, { asOf, salesTeam, claim: hearing });
    return toAssessment(question, hearing, facts, missingEvidence);
  } catch (error) {
    return failed(question, error);
  }
}

function toAssessment(
  question: Question,
  hearing: Hearing,
  facts: readonly Fact[],
  missingEvidence: ReadonlySet<string>,
): Assessment {
  const settled = facts.find((fact) => fact.effect === 'settles');
  const answered = facts.find((fact) => fact.effect === 'answers');
  const { outcome, decisive } = settled
    ? { outcome: settled.outcome, decisive: [settled as object] }
    : weigh(hearing, facts, answered);
  const reasons = [...facts, ...hearing.reasons].map(
    (reason) => ({ ...reason, isDecisive: decisive.includes(reason) }) as Reason,
  );
  return {
    question: question.id,
    outcome,
    claimed: hearing.level,
    reasons,
    voices: hearing.counted,
    evidence: evidenceLevel(hearing, settled ?? answered, missingEvidence),
    path: reasons.find((reason) => reason.isDecisive)?.path ?? hearing.counted[0]?.path ?? [],
  };
}

/** What is claimed, or what a fact answers in its place, under all the caps. */
function weigh(
  hearing: Hearing,
  facts: readonly Fact[],
  answered: Fact | undefined,
): { outcome: Outcome; decisive: readonly object[] } {
  const { level } = hearing;
  const isAnsweredByFact =
    answered !== undefined && (level === undefined || level === 'yes' || level === 'not-applicable');
  const claimed = isAnsweredByFact ? 'yes' : (level ?? 'unknown');
  // A fact that answers is itself the why that a bare or unheard yes lacks.
  const voiceCaps = isAnsweredByFact ? [] : hearing.reasons.filter((reason) => reason.effect === 'caps');
  const caps = [...voiceCaps, ...facts.filter((fact) => fact.effect === 'caps')];
  if (claimed === 'yes' && caps.length > 0) return { outcome: 'partly', decisive: caps };
  return { outcome: claimed, decisive: isAnsweredByFact ? [answered] : [] };
}

function evidenceLevel(
  { counted, level, salesPeople }: Hearing,
  stated: Fact | undefined,
  missingEvidence: ReadonlySet<string>,
): EvidenceLevel | undefined {
  if (salesPeople >= A_TEAM) return 'measured';
  // A fact that overrules what people claim does not support it.
  const isStated = stated !== undefined && (level === undefined || level === stated.outcome);
  // Among voices that count, one that does not know is a no.
  const claiming = counted.filter(({ answer }) => (answer === 'unknown' ? 'no' : answer) === level);
  if (isStated || claiming.some((voice) => hasEvidence(voice, missingEvidence))) return 'documented';
  if (claiming.some((voice) => isReasoned(voice, missingEvidence))) return 'reasoned';
  return counted.length > 0 ? 'asserted' : undefined;
}

function failed(question: Question, error: unknown): Assessment {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    question: question.id,
    outcome: 'failed',
    claimed: undefined,
    reasons: [{ code: 'question-failed', effect: 'settles', path: [], params: { message }, isDecisive: true }],
    voices: [],
    evidence: undefined,
    path: [],
  };
}
