import { type Finding, portfolioFindings, waiverFindings } from '../../gate/findings.js';
import type { Gate } from '../../gate/gate.js';
import type { JudgedWaiver } from '../../gate/waivers.js';
import type { Assessment, Reason } from '../../judging/assess.js';
import { type Burden, burdenOf, sumOfBurdens } from '../../judging/burden.js';
import { peopleAmong } from '../../judging/hear.js';
import type { JudgedProcess, SourcedProcess } from '../../judging/judge.js';
import { DEFAULT_WEIGHTS, type Settings } from '../../judging/settings.js';
import {
  isUnjustified,
  QUESTIONS_OF_RULE,
  type Rule,
  type ScoreInterval,
  type VerdictName,
} from '../../judging/verdict.js';
import { placeOf } from '../../places/places.js';
import { portfolioOf } from '../../portfolio/portfolio.js';
import { whomToAsk } from '../../portfolio/whom-to-ask.js';
import type { Problem } from '../../problem.js';
import { type QuestionId, questions } from '../../questions/index.js';
import { hasValidMandate } from '../../sales-process/mandate.js';
import { isSameRole, roleKey } from '../../sales-process/roles.js';
import type { SalesProcess, Voice } from '../../sales-process/sales-process.js';
import { count, exact, hours, points } from '../../wording/en/grammar.js';
import { english } from '../../wording/en/index.js';
import type { FindingWords } from '../../wording/words/findings.js';
import type { ReasonWords } from '../../wording/words/reasons.js';
import type { Words } from '../../wording/words/words.js';
import type {
  Ground,
  Report,
  ReportedAssessment,
  ReportedBurden,
  ReportedProcess,
  ReportedRule,
  ReportedVerdict,
  RetiredProcess,
} from '../model.js';
import { type GateDisplay, toReportedGate, toStanding } from './gate.js';
import { toReportedHours } from './hours.js';
import { toReportedPlan } from './plan.js';

export interface ReportInput {
  /** What is said, in the language of the report. */
  readonly words: Words;
  readonly judged: readonly JudgedProcess[];
  readonly retired: readonly SourcedProcess[];
  readonly problems: readonly Problem[];
  readonly settings: Settings;
  readonly source: readonly string[];
  readonly configuration?: string | undefined;
  readonly tool: { readonly name: string; readonly version: string };
  readonly gate: Gate;
  /** How the check was asked for; none: this is only a report. */
  readonly check?: GateDisplay | undefined;
}

/** How a process and a finding are put into words: at once, or when somebody asks (`put-off.ts`). */
export interface Wording {
  process(judged: JudgedProcess, gate: Gate, settings: Settings): ReportedProcess;
  finding(finding: Finding): Report['findings'][number];
}

const AT_ONCE: Wording = { process: toReported, finding: toReportedFinding };

/** Adds the words and the places: from here on everything is plain JSON. */
export function buildReport(input: ReportInput, wording: Wording = AT_ONCE): Report {
  const { judged, retired, problems, settings, source, configuration, tool, gate } = input;
  const processes = judged.map((one) => wording.process(one, gate, settings));
  const with_ = (test: (one: JudgedProcess) => boolean) => judged.filter(test);
  const eliminated = with_(({ verdict }) => verdict.name === 'eliminate');
  const undecided = with_(({ verdict }) => verdict.name === 'undecided');
  const kept = with_(({ verdict }) => verdict.name === 'keep');
  const burdens = (some: readonly JudgedProcess[]) => sumOfBurdens(some.map(({ burden }) => burden));
  const { keepAt, weights, salesTeam, hourlyCost = null } = settings;
  const portfolio = portfolioOf(judged, retired, settings);
  let plan: Report['plan'] | undefined;
  return {
    schemaVersion: 1,
    tool,
    asOf: settings.asOf,
    source,
    settings: {
      configuration: configuration ?? null,
      keepAt,
      weights,
      changedWeights: questions.filter(({ id }) => weights[id] !== DEFAULT_WEIGHTS[id]).map(({ id }) => id),
      salesTeam,
      minVoices: settings.minVoices,
      hourlyCost,
    },
    totals: {
      processes: judged.length,
      questions: judged.length * questions.length,
      keep: kept.length,
      keepWithConditions: kept.filter(({ verdict }) => verdict.conditions.length > 0).length,
      undecided: undecided.length,
      eliminate: eliminated.length,
      unjustified: with_(({ verdict }) => isUnjustified(verdict)).length,
      waived: processes.filter(({ waiver, verdict }) => waiver?.state === 'active' && isUnjustified(verdict)).length,
      failedQuestions: judged.reduce(
        (sum, { outcomes }) => sum + outcomes.filter((outcome) => outcome === 'failed').length,
        0,
      ),
      burden: burdens(judged),
      givenBackByEliminating: burdens(eliminated),
      undecidedBurden: burdens(undecided),
      givenBackByRetired: sumOfBurdens(retired.map(({ salesProcess }) => burdenOf(salesProcess, settings.workingTime))),
      answersToSettle: undecided.reduce((sum, { verdict }) => sum + verdict.toAsk.length, 0),
    },
    processes,
    retired: retired.map((one) => toRetired(one, settings)),
    waivers: gate.waivers.map(toReportedWaiver),
    findings: [...waiverFindings(gate.waivers), ...portfolioFindings(judged, portfolio)].map(wording.finding),
    hours: toReportedHours(judged, settings),
    // Most formats do without; it is made when somebody asks for it.
    get plan() {
      plan ??= toReportedPlan(portfolio, judged, processes);
      return plan;
    },
    gate: toReportedGate(gate, processes, problems, input.check),
    problems,
  };
}

export function toReportedFinding({ rule, process, place, params }: Finding): Report['findings'][number] {
  const words = english.findings[rule] as FindingWords<unknown>;
  const text = words.says(params);
  return { rule, process, text, shareable: words.shareable?.(params) ?? text, remedy: words.remedy(params), place };
}

/** Everything that is said of one process. */
export function toReported(judged: JudgedProcess, gate: Gate, settings: Settings): ReportedProcess {
  const { salesProcess, file, places } = judged;
  const { id, name, summary = null, kind, status, owner = null, mandate } = salesProcess;
  const verdict = toReportedVerdict(judged, settings);
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
    assessments: judged.assessments.map((assessment) => toReportedAssessment(assessment, judged, settings)),
    burden: toReportedBurden(judged.burden),
    mandate: mandate
      ? {
          text: `${mandate.kind}: ${mandate.reference}, to be reviewed by ${mandate.review_by}`,
          isValid: hasValidMandate(mandate, settings.asOf),
          place: placeOf(file, places, ['mandate']),
        }
      : null,
    waiver: toWaiverOf(id, gate),
    gate: toStanding(gate.standings.get(id)!, { verdict, place }, gate.policy, gate.since !== undefined),
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

function toReportedWaiver(waiver: JudgedWaiver): Report['waivers'][number] {
  const { process, state, reason, approvedBy, granted = null, until, ticket = null, isInProcessFile, place } = waiver;
  return { process, state, reason, approvedBy, granted, until, ticket, isInProcessFile, place };
}

function toReportedVerdict(judged: JudgedProcess, settings: Settings): ReportedVerdict {
  const { verdict } = judged;
  return {
    name: verdict.name,
    score: verdict.score ?? null,
    rules: verdictWords.rules(judged, settings),
    isKeptByMandate: verdict.isKeptByMandate,
    conditions: verdictWords.conditions(judged),
    toAsk: verdictWords.toAsk(judged, settings),
  };
}

/** What is said of a verdict, part by part. */
export const verdictWords = {
  rules: (judged: JudgedProcess, settings: Settings): ReportedVerdict['rules'] =>
    judged.verdict.rules.map((rule) => toReportedRule(rule, judged, settings)),
  conditions: (judged: JudgedProcess): ReportedVerdict['conditions'] =>
    judged.verdict.conditions.map((question) => {
      const assessment = assessmentOf(judged, question);
      const text = remediesOf(assessment).join('; ') || english.questions[question].asks;
      const place = placeOf(judged.file, judged.places, assessment.path);
      return { question, outcome: assessment.outcome, text, place };
    }),
  toAsk: ({ verdict, salesProcess }: JudgedProcess, settings: Settings): ReportedVerdict['toAsk'] =>
    verdict.toAsk.map((question) => ({
      question,
      text: english.questions[question].asks,
      whom: whomToAsk(question, salesProcess, settings).roles,
    })),
};

/** For a low score no question decides alone; so many of the worst are quoted. */
const GROUNDS_OF_A_SCORE = 3;

function toReportedRule(rule: Rule, judged: JudgedProcess, settings: Settings): ReportedRule {
  const { says, source } = english.rules[rule];
  const { score } = judged.verdict;
  const isScore = rule === 'score-too-low';
  const text = isScore && score ? scoreText(score, judged.verdict.name, settings.keepAt) : says;
  return { rule, text, source, because: isScore ? worstGrounds(judged, settings) : groundsOf(rule, judged, settings) };
}

/** An undecided process falls under the limit only at its worst; an eliminated one even at its best. */
function scoreText({ low, high }: ScoreInterval, verdict: VerdictName, keepAt: number): string {
  if (verdict === 'undecided') return `it would score ${points({ low, high: low })} of 100, under ${keepAt}`;
  return `it scores ${points({ low, high })} of 100, under ${keepAt}: too little is right with it`;
}

function groundsOf(rule: Rule, judged: JudgedProcess, settings: Settings): Ground[] {
  return QUESTIONS_OF_RULE[rule]
    .map((question) => assessmentOf(judged, question))
    .filter(({ outcome }) => outcome === 'no' || outcome === 'partly')
    .map((assessment) => toGround(assessment, judged, settings));
}

function worstGrounds(judged: JudgedProcess, settings: Settings): Ground[] {
  const { weights } = settings;
  return judged.assessments
    .filter(({ outcome }) => outcome === 'no' || outcome === 'partly')
    .sort(
      (a, b) => Number(b.outcome === 'no') - Number(a.outcome === 'no') || weights[b.question] - weights[a.question],
    )
    .slice(0, GROUNDS_OF_A_SCORE)
    .map((assessment) => toGround(assessment, judged, settings));
}

/** The words that stand behind an outcome: a decisive fact, or else the voice that says most clearly the same. */
function toGround(assessment: Assessment, judged: JudgedProcess, settings: Settings): Ground {
  const { file, places } = judged;
  const { question, outcome, reasons, voices } = assessment;
  const fact = reasons.find((reason) => reason.isDecisive);
  if (fact) {
    const text = wordsOf(fact).says(fact.params);
    const place = placeOf(file, places, fact.path);
    return { question, outcome, text, shareable: saysShareably(fact, question, judged, settings), place };
  }
  const unsaid = reasons.find(({ code }) => code === 'sales-does-not-know');
  const same = voices.filter(({ answer }) => answer === outcome || (unsaid && answer === 'unknown'));
  const voice = same.find(({ why }) => why !== undefined) ?? same[0] ?? voices[0];
  if (!voice) {
    const text = english.outcomes[outcome];
    return { question, outcome, text, shareable: text, place: placeOf(file, places, assessment.path) };
  }
  const said =
    voice.why ?? (unsaid ? wordsOf(unsaid).says(unsaid.params) : `${english.outcomes[outcome]}, without a reason`);
  const others = same.length - 1;
  const apart = voices.length - same.length;
  const first = `${voice.by}${voice.on ? `, ${voice.on}` : ''}${others > 0 ? ` and ${count(others, 'other')}` : ''}`;
  const who = apart > 0 ? `${first}; ${count(apart, 'voice says', 'voices say')} otherwise` : first;
  const text = `${voice.why === undefined ? said : `"${said}"`} (${who})`;
  const isShareable = heardOf(question, judged, settings).some(
    (role) => role.isShareable && isSameRole(role.by, voice.by),
  );
  const stated = reasons.find(({ effect }) => effect === 'caps' || effect === 'settles');
  const counted = english.sharing.counted(english.outcomes[outcome], voices.length);
  // Where the words are kept back, what the file itself states is said in their place.
  const kept = stated ? `${counted}; ${saysShareably(stated, question, judged, settings)}` : counted;
  const shareable = isShareable ? text : kept;
  return { question, outcome, text, shareable, place: placeOf(file, places, placeOfWords(voice)) };
}

/** How many people of each role have spoken on a question, and whether they are enough to be shown one by one. */
function heardOf(question: QuestionId, { salesProcess }: JudgedProcess, { minVoices }: Settings) {
  const voices = salesProcess.voices[question];
  if (!voices) return [];
  const byRole = new Map<string, Voice[]>();
  for (const voice of voices) {
    const key = roleKey(voice.by);
    const some = byRole.get(key);
    if (some) some.push(voice);
    else byRole.set(key, [voice]);
  }
  return [...byRole.values()].map((some) => {
    const people = some.length === 1 ? 1 : peopleAmong(some);
    return { by: some[0]!.by, people, isShareable: people >= minVoices };
  });
}

/** The words of a reason; where they name a role of which too few spoke, without its name. */
function saysShareably(reason: Reason, question: QuestionId, judged: JudgedProcess, settings: Settings): string {
  const { says } = wordsOf(reason);
  if (!('by' in reason.params)) return says(reason.params);
  const few = heardOf(question, judged, settings).filter(({ isShareable }) => !isShareable);
  const mask = (role: string) => (few.some(({ by }) => isSameRole(by, role)) ? english.sharing.somebody : role);
  const by = reason.params.by as string | readonly string[];
  const masked = typeof by === 'string' ? mask(by) : [...new Set(by.map(mask))];
  return says({ ...reason.params, by: masked });
}

function placeOfWords(voice: Voice) {
  return voice.why === undefined ? voice.path : [...voice.path, 'why'];
}

function toReportedAssessment(assessment: Assessment, judged: JudgedProcess, settings: Settings): ReportedAssessment {
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
    title: english.questions[id].title,
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
      text: wordsOf(reason).says(reason.params),
      shareable: saysShareably(reason, id, judged, settings),
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
    remedies: remediesOf(assessment),
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

/** What to do to get a yes: first what people miss, then what holds the outcome down, then what else would. */
function remediesOf(assessment: Assessment): string[] {
  const { outcome, claimed, reasons, question } = assessment;
  if (outcome === 'yes' || outcome === 'not-applicable' || outcome === 'failed') return [];
  const decisive = reasons.filter(({ isDecisive }) => isDecisive);
  const decisiveFirst = [...decisive, ...reasons.filter(({ isDecisive }) => !isDecisive)];
  const fromReasons = decisiveFirst.flatMap((reason) => wordsOf(reason).remedy?.(reason.params) ?? []);
  const isClaimedLess = (claimed === 'no' || claimed === 'partly') && decisive.length === 0;
  const fromClaim = isClaimedLess ? [english.questions[question].remedy[claimed]] : [];
  const fromSilence = outcome === 'unknown' ? [`ask: ${english.questions[question].asks}`] : [];
  return [...new Set([...fromClaim, ...fromSilence, ...fromReasons])];
}

/** The reason's own words. Its params belong to its code by construction, which the mapped type cannot follow. */
function wordsOf(reason: Reason): ReasonWords<unknown> {
  return english.reasons[reason.code] as ReasonWords<unknown>;
}

function assessmentOf({ assessments }: JudgedProcess, question: QuestionId): Assessment {
  return assessments.find((assessment) => assessment.question === question)!;
}

/** The hours with their arithmetic in words, or what is missing. */
export function toReportedBurden(burden: Burden): ReportedBurden {
  if (!burden.hours) return { hours: null, text: `unknown: ${english.missingEffort[burden.missing]}` };
  const { minutes, timesPerYear, people } = burden;
  const each = minutes.low === minutes.high ? exact(minutes.low) : `${exact(minutes.low)}-${exact(minutes.high)}`;
  const times = `${exact(timesPerYear)} ${timesPerYear === 1 ? 'time' : 'times'} a year`;
  const who = `${exact(people)} ${people === 1 ? 'person' : 'people'}`;
  const text = `${each} min × ${times} × ${who} = ${hours(burden.hours)} h a year`;
  return { hours: burden.hours, text };
}

function toRetired({ salesProcess, file, places }: SourcedProcess, { workingTime }: Settings): RetiredProcess {
  const { id, name, owner = null, retired } = salesProcess;
  return {
    id,
    name,
    owner,
    on: retired!.on,
    why: retired!.why,
    burden: toReportedBurden(burdenOf(salesProcess, workingTime)),
    place: placeOf(file, places, ['name'], 'key'),
  };
}
