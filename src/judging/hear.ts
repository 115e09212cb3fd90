import type { Path } from '../places/path.js';
import type { Claim, Params, Question } from '../questions/contract.js';
import { isSalesTeam } from '../sales-process/roles.js';
import type { SalesProcess, Voice } from '../sales-process/sales-process.js';
import { isAhead, isLevel, LEVELS, peopleAmong, standingVoices, whyNotCurrent } from './current-voices.js';
import type { Settings } from './settings.js';

/** The parameters of each reason that can be given about the voices on a question. */
export interface ClaimParams {
  'voice-stale': { on: string; by: string };
  'voice-ahead': { on: string; by: string };
  'sales-does-not-know': { by: string };
  'not-applicable-unheard': { by: string };
  'evidence-missing': { evidence: string; where?: 'outside' };
  'sales-not-heard': { by: readonly string[]; team: readonly string[] };
  'bare-yes': { count: number };
}

/** A reason that comes from the voices: it caps the claim, or notes why a voice counts differently or not at all. */
export type ClaimReason = {
  [Code in keyof ClaimParams]: {
    readonly code: Code;
    readonly effect: 'caps' | 'notes';
    readonly path: Path;
    readonly params: ClaimParams[Code] & Params;
  };
}[keyof ClaimParams];

/** What the voices on one question claim, which of them count, and what caps the claim. */
export interface Hearing extends Claim {
  readonly counted: readonly Voice[];
  readonly reasons: readonly ClaimReason[];
  /** How many people of the sales team are among the voices that count. */
  readonly salesPeople: number;
}

export interface HearingContext {
  readonly settings: Settings;
  /** Evidence that doesn't count; only the loader can know, because it looks at files. */
  readonly missingEvidence: ReadonlySet<string>;
  /** The part of it that is outside the repository and was not looked for. */
  readonly outsideEvidence?: ReadonlySet<string> | undefined;
}

/** From this many people of the sales team on, a yes needs no why, and answers count as measured. */
export const A_TEAM = 3;

/** Turns the voices on a question into a claim: sets aside those that don't count, takes the lower median, and caps an unsupported yes. */
export function hear(question: Question, salesProcess: SalesProcess, context: HearingContext): Hearing {
  const { salesTeam } = context.settings;
  const reasons: ClaimReason[] = [];
  const isSales = ({ by }: Voice) => isSalesTeam(by, salesTeam);
  const isUnknownNo = (voice: Voice) => voice.answer === 'unknown' && question.unknownFromSalesIsNo && isSales(voice);
  const countsAs = (voice: Voice) => (isUnknownNo(voice) ? 'no' : voice.answer);

  const voices = salesProcess.voices[question.id] ?? [];
  const saying: Voice[] = [];
  // Subset of `saying`. All of them count: on a question for sales nobody else does, on others everybody does.
  const fromSales: Voice[] = [];
  const standing = standingVoices(voices, countsAs, context.settings);
  for (const voice of standing) {
    const code = whyNotCurrent(voice, context.settings);
    if (code) {
      const { by, on = '' } = voice;
      reasons.push({ code, effect: 'notes', path: [...voice.path, 'on'], params: { on, by } });
    } else if (countsAs(voice) !== 'unknown') {
      saying.push(voice);
      if (isSales(voice)) fromSales.push(voice);
    }
  }
  const isSalesHeard = !question.salesSpeaks || fromSales.length > 0;
  const entitled = question.salesSpeaks && fromSales.length > 0 ? fromSales : saying;
  const counted = isSalesHeard ? entitled : entitled.filter(({ answer }) => answer !== 'not-applicable');

  for (const voice of isSalesHeard ? [] : entitled) {
    const { answer, path, by } = voice;
    if (answer === 'not-applicable')
      reasons.push({ code: 'not-applicable-unheard', effect: 'notes', path, params: { by } });
  }
  for (const voice of counted) {
    const { path, by } = voice;
    if (isUnknownNo(voice)) reasons.push({ code: 'sales-does-not-know', effect: 'notes', path, params: { by } });
  }
  for (const voice of counted) {
    for (const evidence of voice.evidence) {
      if (!context.missingEvidence.has(evidence)) continue;
      reasons.push({
        code: 'evidence-missing',
        effect: 'notes',
        path: [...voice.path, 'evidence', voice.evidence.indexOf(evidence)],
        params: { evidence, ...(context.outsideEvidence?.has(evidence) && { where: 'outside' as const }) },
      });
    }
  }

  const level = lowerMedian(counted.map(countsAs));
  if (level === 'yes') {
    const sayingYes = counted.filter((voice) => voice.answer === 'yes');
    if (!isSalesHeard) {
      const by = [...new Set(sayingYes.map((voice) => voice.by))].sort();
      reasons.push({
        code: 'sales-not-heard',
        effect: 'caps',
        path: sayingYes[0]!.path,
        params: { by, team: salesTeam },
      });
    }
    const isSupported = sayingYes.some((voice) => isReasoned(voice, context.missingEvidence));
    if (!isSupported && peopleAmong(sayingYes.filter(isSales)) < A_TEAM) {
      const params = { count: sayingYes.length };
      reasons.push({ code: 'bare-yes', effect: 'caps', path: sayingYes[0]!.path, params });
    }
  }
  return {
    level,
    isRaised: standing.some((voice) => voice.answer !== 'not-applicable' && !isAhead(voice, context.settings)),
    sales: fromSales.length === counted.length ? level : lowerMedian(fromSales.map(countsAs)),
    counted,
    reasons,
    salesPeople: peopleAmong(fromSales),
  };
}

/** The lower median of the levels; `not-applicable` only if all answers are; `undefined` without answers. */
export function lowerMedian(answers: readonly Voice['answer'][]): Claim['level'] {
  if (answers.length === 0) return undefined;
  const levels = answers.filter(isLevel);
  if (levels.length === 0) return 'not-applicable';
  let atMost = 0;
  return LEVELS.find((level) => {
    atMost += levels.filter((given) => given === level).length;
    return 2 * atMost >= levels.length;
  });
}

/** Whether a voice supports its answer: with a why, or with evidence that counts. */
export function isReasoned(voice: Voice, missingEvidence: ReadonlySet<string>): boolean {
  return voice.why !== undefined || hasEvidence(voice, missingEvidence);
}

/** Whether a voice names evidence that counts. */
export function hasEvidence(voice: Voice, missingEvidence: ReadonlySet<string>): boolean {
  return voice.evidence.some((text) => !missingEvidence.has(text));
}
