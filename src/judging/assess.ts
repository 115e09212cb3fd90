import type { Path } from '../places/path.js';
import type { Fact, Level, Question } from '../questions/contract.js';
import { type QuestionFact, type QuestionId, questions } from '../questions/index.js';
import type { SalesProcess, Voice } from '../sales-process/sales-process.js';
import { A_TEAM, type ClaimReason, type Hearing, hasEvidence, hear, isReasoned } from './hear.js';
import type { Settings } from './settings.js';

/** What a question comes to for a process. `failed`: the question threw, which is a bug of ours. */
export type Outcome = Level | 'unknown' | 'not-applicable' | 'failed';

/**
 * How well a claim is supported. `asserted`: somebody says so; `reasoned`: and says why; `documented`: there is evidence, or
 * the description itself says so; `measured`: at least three people of the sales team have answered.
 */
export type EvidenceLevel = 'asserted' | 'reasoned' | 'documented' | 'measured';

/** Why an assessment is `failed`: the question threw. The other questions are still assessed. */
export interface FailureReason {
  readonly code: 'question-failed';
  readonly effect: 'settles';
  readonly path: Path;
  readonly params: { readonly message: string };
}

/** A reason for an outcome: a fact of the description, or something about the voices. */
export type Reason = (QuestionFact | ClaimReason | FailureReason) & {
  /** Whether the outcome rests on it. */
  readonly isDecisive: boolean;
};

/** What one question comes to for one process, with everything needed to dispute it. */
export interface Assessment {
  readonly question: QuestionId;
  readonly outcome: Outcome;
  /** What people claim, before facts and caps. */
  readonly claimed: Level | 'not-applicable' | undefined;
  readonly reasons: readonly Reason[];
  /** The voices that counted. */
  readonly voices: readonly Voice[];
  readonly evidence: EvidenceLevel | undefined;
  /** Where a reader should look first: at the decisive reason, else at the first voice that counts, else (empty) at the process. */
  readonly path: Path;
}

export interface AssessContext {
  readonly settings: Settings;
  /** Evidence of this process that doesn't count, because it is missing or outside the repository. */
  readonly missingEvidence?: ReadonlySet<string>;
  /** The part of it that is outside the repository. */
  readonly outsideEvidence?: ReadonlySet<string> | undefined;
}

const NO_EVIDENCE_MISSING: ReadonlySet<string> = new Set();

/** Puts all questions to a process, in their order. Never throws: a question that does is `failed`. */
export function assess(salesProcess: SalesProcess, context: AssessContext): Assessment[] {
  return questions.map((question) => assessOne(question, salesProcess, context));
}

/** Puts one question to a process. Exported so that tests can pass a question of their own. */
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

/** Applies all caps to what people claim, or to what a fact answers in their place. */
function weigh(
  hearing: Hearing,
  facts: readonly Fact[],
  answered: Fact | undefined,
): { outcome: Outcome; decisive: readonly object[] } {
  const { level } = hearing;
  const isAnsweredByFact =
    answered !== undefined && (level === undefined || level === 'yes' || level === 'not-applicable');
  const claimed = isAnsweredByFact ? 'yes' : (level ?? 'unknown');
  // A fact that answers supplies the support that caps on voices demand.
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
  // A fact that overrules the claim doesn't support it.
  const isStated = stated !== undefined && (level === undefined || level === stated.outcome);
  // An "unknown" only counts where it stands for a no.
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
