import type { Gate } from '../../gate/gate.js';
import type { JudgedWaiver } from '../../gate/waivers.js';
import type { Assessment } from '../../judging/assess.js';
import { type Burden, burdenOf } from '../../judging/burden.js';
import type { JudgedProcess, SourcedProcess } from '../../judging/judge.js';
import type { Settings } from '../../judging/settings.js';
import { placeOf } from '../../places/places.js';
import { UNNAMED_OWNER, whomToAsk } from '../../portfolio/whom-to-ask.js';
import { questions } from '../../questions/index.js';
import { hasValidMandate } from '../../sales-process/mandate.js';
import { isSameRole } from '../../sales-process/roles.js';
import type { SalesProcess } from '../../sales-process/sales-process.js';
import type { Words } from '../../wording/words/words.js';
import type {
  Report,
  ReportedAssessment,
  ReportedBurden,
  ReportedProcess,
  ReportedVerdict,
  RetiredProcess,
} from '../model.js';
import { toStanding } from './gate.js';
import { assessmentOf, heardOf, reasonWords, remediesOf, saysShareably, toReportedRule } from './reasons.js';

/** Everything that is said of one process. */
export function toReported(judged: JudgedProcess, gate: Gate, settings: Settings, words: Words): ReportedProcess {
  const { salesProcess, file, places } = judged;
  const { id, name, summary = null, kind, status, owner = null } = salesProcess;
  const verdict = toReportedVerdict(judged, settings, words);
  const place = placeOf(file, places, ['name'], 'key');
  return {
    id,
    name,
    summary,
    kind,
    status,
    owner,
    place,
    description: toDescription(salesProcess),
    verdict,
    assessments: judged.assessments.map((assessment) => toReportedAssessment(assessment, judged, settings, words)),
    burden: toReportedBurden(judged.burden, words),
    mandate: toReportedMandate(judged, settings, words),
    waiver: toWaiverOf(id, gate),
    gate: toStanding(gate.standings.get(id)!, { verdict, place }, gate.policy, gate.since !== undefined, words),
  };
}

export function toReportedMandate(
  { salesProcess: { mandate }, file, places }: SourcedProcess,
  { asOf }: Settings,
  words: Words,
): ReportedProcess['mandate'] {
  if (!mandate) return null;
  return {
    text: words.common.mandate(mandate.kind, mandate.reference, mandate.review_by),
    isValid: hasValidMandate(mandate, asOf),
    place: placeOf(file, places, ['mandate']),
  };
}

function toDescription(salesProcess: SalesProcess): ReportedProcess['description'] {
  const { purpose, beneficiaries = [], performed_by, crm, demands, explained, feedback } = salesProcess;
  const { suggestions, enforcement, because_of: becauseOf = [], feeds = [] } = salesProcess;
  return {
    purpose: purpose ?? null,
    beneficiaries,
    performedBy: performed_by,
    crm: crm ?? null,
    demands: demands.map(({ what, field, used_by = [], used_for, already_in }) => ({
      what,
      field: field ?? null,
      usedBy: used_by,
      usedFor: used_for ?? null,
      alreadyIn: already_in ?? null,
    })),
    explained: explained ? { on: explained.on, how: explained.how ?? null, to: explained.to } : null,
    feedback: feedback ? { every: feedback.every, last: feedback.last ?? null, how: feedback.how ?? null } : null,
    suggestions: suggestions
      ? {
          how: suggestions.how ?? null,
          received: suggestions.received ?? 0,
          answered: suggestions.answered ?? 0,
          adopted: suggestions.adopted ?? 0,
        }
      : null,
    enforcement: enforcement ? { kind: enforcement.kind, note: enforcement.note ?? null } : null,
    becauseOf,
    feeds,
  };
}

/** The waiver that counts, or else the one in the process file. */
export function toWaiverOf(id: string, { waivers }: Gate): ReportedProcess['waiver'] {
  const own = waivers.filter(({ process }) => process === id);
  const waiver = own.find(({ state }) => state === 'active') ?? own[0];
  if (!waiver) return null;
  const { reason, approvedBy, until, ticket, state, place } = toReportedWaiver(waiver);
  return { reason, approvedBy, until, ticket, state, isExpired: state === 'expired', place };
}

export function toReportedWaiver(waiver: JudgedWaiver): Report['waivers'][number] {
  const { process, state, reason, approvedBy, granted = null, until, ticket = null, isInProcessFile, place } = waiver;
  return { process, state, reason, approvedBy, granted, until, ticket, isInProcessFile, place };
}

export function toReportedVerdict(judged: JudgedProcess, settings: Settings, words: Words): ReportedVerdict {
  const { verdict } = judged;
  return {
    name: verdict.name,
    score: verdict.score ?? null,
    rules: verdictWords.rules(judged, settings, words),
    isKeptByMandate: verdict.isKeptByMandate,
    conditions: verdictWords.conditions(judged, words),
    toAsk: verdictWords.toAsk(judged, settings, words),
  };
}

/** What is said of a verdict, part by part. */
export const verdictWords = {
  rules: (judged: JudgedProcess, settings: Settings, words: Words): ReportedVerdict['rules'] =>
    judged.verdict.rules.map((rule) => toReportedRule(rule, judged, settings, words)),
  conditions: (judged: JudgedProcess, words: Words): ReportedVerdict['conditions'] =>
    judged.verdict.conditions.map((question) => {
      const assessment = assessmentOf(judged, question);
      const text = remediesOf(assessment, words).join('; ') || words.questions[question].asks;
      const place = placeOf(judged.file, judged.places, assessment.path);
      return { question, outcome: assessment.outcome, text, place };
    }),
  toAsk: ({ verdict, salesProcess }: JudgedProcess, settings: Settings, words: Words): ReportedVerdict['toAsk'] =>
    verdict.toAsk.map((question) => ({
      question,
      text: words.questions[question].asks,
      whom: namedRoles(whomToAsk(question, salesProcess, settings).roles, words),
    })),
};

/** Whom to ask, with a word for an owner that the file does not name. */
export function namedRoles(roles: readonly string[], { common }: Words): string[] {
  return roles.map((role) => (role === UNNAMED_OWNER ? common.theOwner : role));
}

export function toReportedAssessment(
  assessment: Assessment,
  judged: JudgedProcess,
  settings: Settings,
  words: Words,
): ReportedAssessment {
  const { weights } = settings;
  const { question: id, outcome, claimed = null, evidence = null, reasons, voices, path } = assessment;
  const { file, places, assessments } = judged;
  const possible = assessments.reduce(
    (sum, one) => sum + (one.outcome === 'not-applicable' ? 0 : weights[one.question]),
    0,
  );
  const heard = heardOf(id, judged, settings);
  const share = possible > 0 && outcome !== 'not-applicable' ? (100 * weights[id]) / possible : 0;
  const [low, high] = SHARE_EARNED[outcome];
  return {
    question: id,
    number: questions.find((question) => question.id === id)!.number,
    title: words.questions[id].title,
    outcome,
    claimed,
    weight: weights[id],
    points: { low: share * low, high: share * high, possible: share },
    evidence,
    reasons: reasons.map((reason) => ({
      code: reason.code,
      effect: reason.effect,
      isDecisive: reason.isDecisive,
      params: reason.params,
      text: reasonWords(reason, words).says(reason.params),
      shareable: saysShareably(reason, id, judged, settings, words),
      place: placeOf(file, places, reason.path),
    })),
    voices: (judged.salesProcess.voices[id] ?? []).map((voice) => ({
      isShareable: heard.some((role) => role.isShareable && isSameRole(role.by, voice.by)),
      counts: voices.includes(voice),
      answer: voice.answer,
      by: voice.by,
      why: voice.why ?? null,
      evidence: voice.evidence,
      on: voice.on ?? null,
      place: placeOf(file, places, voice.path),
    })),
    heard,
    remedies: remediesOf(assessment, words),
    place: placeOf(file, places, path),
  };
}

const SHARE_EARNED = {
  yes: [1, 1],
  partly: [0.5, 0.5],
  no: [0, 0],
  unknown: [0, 1],
  failed: [0, 1],
  'not-applicable': [0, 0],
} as const;

/** The hours with their arithmetic in words, or what is missing. */
export function toReportedBurden(burden: Burden, words: Words): ReportedBurden {
  const { common, missingEffort } = words;
  if (!burden.hours) return { hours: null, text: common.burden.unknown(missingEffort[burden.missing]) };
  const { minutes, timesPerYear, people, hours } = burden;
  return { hours, text: common.burden.sum({ minutes, timesPerYear, people, hours }) };
}

export function toRetired(
  { salesProcess, file, places }: SourcedProcess,
  { workingTime }: Settings,
  words: Words,
): RetiredProcess {
  const { id, name, owner = null, retired } = salesProcess;
  return {
    id,
    name,
    owner,
    on: retired!.on,
    why: retired!.why,
    burden: toReportedBurden(burdenOf(salesProcess, workingTime), words),
    place: placeOf(file, places, ['name'], 'key'),
  };
}
