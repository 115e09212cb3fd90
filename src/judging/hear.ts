import type { Path } from '../places/path.js';
import type { Claim, Level, Params, Question } from '../questions/contract.js';
import { isSalesTeam, roleKey } from '../sales-process/roles.js';
import type { SalesProcess, Voice } from '../sales-process/sales-process.js';
import { addCadence } from '../time/cadence.js';
import { skeletonOf } from '../util/visible-text.js';
import type { Settings } from './settings.js';

/** The parameters of each thing that can be said about the voices of a question. */
export interface ClaimParams {
  'voice-stale': { on: string; by: string };
  'voice-ahead': { on: string; by: string };
  'sales-does-not-know': { by: string };
  'not-applicable-unheard': { by: string };
  'evidence-missing': { evidence: string; where?: 'outside' };
  'sales-not-heard': { by: readonly string[]; team: readonly string[] };
  'bare-yes': { count: number };
}

/** What the hearing of the voices adds to the reasons: a cap on the claim, or a note on why a voice does not count. */
export type ClaimReason = {
  [Code in keyof ClaimParams]: {
    readonly code: Code;
    readonly effect: 'caps' | 'notes';
    readonly path: Path;
    readonly params: ClaimParams[Code] & Params;
  };
}[keyof ClaimParams];

/** The voices on one question, heard: what they claim, which of them count, and what holds the claim down. */
export interface Hearing extends Claim {
  readonly counted: readonly Voice[];
  readonly reasons: readonly ClaimReason[];
  /** How many different people of the sales team are among the voices that count. */
  readonly salesPeople: number;
}

export interface HearingContext {
  readonly settings: Settings;
  /** Evidence paths that point at nothing; only the loader can know. */
  readonly missingEvidence: ReadonlySet<string>;
  /** Of these, those that lie outside of the repository and were not looked for. */
  readonly outsideEvidence?: ReadonlySet<string> | undefined;
}

/** So many of the sales team saying yes need not say why, and so many that answered are a measurement. */
export const A_TEAM = 3;

const ORDER: readonly Level[] = ['no', 'partly', 'yes'];

/** From voices to a claim: sets stale ones aside, takes the lower median, and asks who said it and why. */
export function hear(question: Question, salesProcess: SalesProcess, context: HearingContext): Hearing {
  const { salesTeam } = context.settings;
  const reasons: ClaimReason[] = [];
  const isSales = ({ by }: Voice) => isSalesTeam(by, salesTeam);
  const isUnknownNo = (voice: Voice) => voice.answer === 'unknown' && question.unknownFromSalesIsNo && isSales(voice);
  const countsAs = (voice: Voice) => (isUnknownNo(voice) ? 'no' : voice.answer);

  const voices = salesProcess.voices[question.id] ?? [];
  const saying: Voice[] = [];
  /** All of them count: where it is for sales to speak nobody else counts, and elsewhere everybody does. */
  const fromSales: Voice[] = [];
  const standing = standingOf(voices, countsAs, context.settings);
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

/**
 * The voices that nobody has taken back. One person, told apart by a pseudonym, has one voice: the latest that counts on the day that is
 * judged on. Only where none counts does a stale one stand, so that it can be said to be stale; one of a day to come always does.
 */
function standingOf(
  voices: readonly Voice[],
  countsAs: (voice: Voice) => Voice['answer'],
  settings: Settings,
): readonly Voice[] {
  if (voices.length < 2 || voices.every(({ who }) => who === undefined)) return voices;
  const isBetter = (one: Voice, other: Voice) => {
    const [isOneStale, isOtherStale] = [isStale(one, settings), isStale(other, settings)];
    if (isOneStale !== isOtherStale) return isOtherStale;
    const [a, b] = [one.on ?? '', other.on ?? ''];
    return a === b ? rankOf(countsAs(one)) < rankOf(countsAs(other)) : a > b;
  };
  const people = voices.map((voice) => (isAhead(voice, settings) ? undefined : personOf(voice)));
  const best = new Map<string, Voice>();
  for (const [index, voice] of voices.entries()) {
    const person = people[index];
    const before = person === undefined ? undefined : best.get(person);
    if (person !== undefined && (!before || isBetter(voice, before))) best.set(person, voice);
  }
  return voices.filter((voice, index) => people[index] === undefined || best.get(people[index]) === voice);
}

/** What tells people apart; `undefined`: the voice names nobody, and is somebody else's than every other. */
function personOf({ by, who }: Voice): string | undefined {
  return who === undefined ? undefined : `${roleKey(by)}\n${skeletonOf(who)}`;
}

/** Of one day the least counts; what says nothing about the question never beats what does. */
function rankOf(answer: Voice['answer']): number {
  return isLevel(answer) ? ORDER.indexOf(answer) : ORDER.length;
}

/** Whether an answer counts on the day that is judged on: it is not too old, and was given by then. */
export function isCurrent(voice: Voice, settings: Settings): boolean {
  return whyNotCurrent(voice, settings) === undefined;
}

function isAhead({ on }: Voice, { asOf }: Settings): boolean {
  return on !== undefined && on > asOf;
}

function whyNotCurrent(voice: Voice, settings: Settings): 'voice-stale' | 'voice-ahead' | undefined {
  if (isAhead(voice, settings)) return 'voice-ahead';
  return isStale(voice, settings) ? 'voice-stale' : undefined;
}

/** Whether an answer is too old to count; one without a day never is. */
function isStale({ on }: Voice, { asOf, answersValidFor }: Settings): boolean {
  const lastDay = on === undefined ? undefined : addCadence(on, answersValidFor);
  return lastDay !== undefined && lastDay < asOf;
}

/** The lower median; `not-applicable` only when everybody who counts says so. */
export function lowerMedian(answers: readonly Voice['answer'][]): Claim['level'] {
  if (answers.length === 0) return undefined;
  const levels = answers.filter(isLevel);
  if (levels.length === 0) return 'not-applicable';
  let atMost = 0;
  return ORDER.find((level) => {
    atMost += levels.filter((one) => one === level).length;
    return 2 * atMost >= levels.length;
  });
}

function isLevel(answer: Voice['answer']): answer is Level {
  return answer !== 'not-applicable' && answer !== 'unknown';
}

/** Whether a voice says more than its answer: a why, or evidence that is there. */
export function isReasoned(voice: Voice, missingEvidence: ReadonlySet<string>): boolean {
  return voice.why !== undefined || hasEvidence(voice, missingEvidence);
}

export function hasEvidence(voice: Voice, missingEvidence: ReadonlySet<string>): boolean {
  return voice.evidence.some((text) => !missingEvidence.has(text));
}

/** Voices of one role with the same `who` are one person; without `who` each is somebody else. */
export function peopleAmong(voices: readonly Voice[]): number {
  const people = voices.map(personOf);
  const named = people.filter((person) => person !== undefined);
  return voices.length - named.length + new Set(named).size;
}
