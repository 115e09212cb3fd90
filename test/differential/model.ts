/**
 * A second, independent implementation of the audit, written from README.md, `audit explain` and the descriptions in
 * the JSON Schemas alone. Each rule quotes the sentence it follows. It must not import anything from src/.
 */

export const QUESTIONS = [
  'value',
  'creativity',
  'explanation',
  'necessity',
  'feedback',
  'trust',
  'forecast',
  'strategy',
] as const;
export type Question = (typeof QUESTIONS)[number];
export type Answer = 'yes' | 'partly' | 'no' | 'unknown' | 'not-applicable';
export type Outcome = Answer;
export type Rule = 'necessity-no' | 'strategy-no' | 'nothing-for-sales' | 'score-too-low';

/** An answer as it stands in a file. */
export interface Voice {
  readonly answer: Answer | boolean;
  readonly why?: string;
  readonly evidence?: readonly string[];
  readonly by?: string;
  readonly who?: string;
  readonly on?: string;
}
export type BareAnswer = Exclude<Answer, 'not-applicable'> | boolean;
export type Answers = BareAnswer | Voice | readonly (BareAnswer | Voice)[];

export interface Demand {
  readonly what: string;
  readonly field?: string;
  readonly used_by?: readonly string[];
  readonly used_for?: string;
  readonly already_in?: string;
}

export interface Waiver {
  readonly reason: string;
  readonly approved_by: string;
  readonly until: string;
  readonly granted?: string;
}

export type EnforcementKind =
  | 'none'
  | 'reminder'
  | 'dashboard'
  | 'blocked-save'
  | 'locked-record'
  | 'auto-close'
  | 'credit-withheld'
  | 'commission-withheld'
  | 'warning'
  | 'dismissal';

/** A process file, with the keys and values it has in YAML. */
export interface ProcessFile {
  readonly name: string;
  readonly kind?: string;
  readonly status?: 'active' | 'trial' | 'optional' | 'deprecated';
  readonly since?: string;
  readonly until?: string;
  readonly owner?: string;
  readonly performed_by?: readonly string[];
  readonly crm?: string;
  readonly purpose?: string;
  readonly beneficiaries?: readonly string[];
  readonly mandate?: { readonly kind: string; readonly reference: string; readonly review_by: string };
  readonly demands?: readonly (string | Demand)[];
  readonly effort?: Readonly<Record<string, unknown>>;
  readonly explained?: { readonly on: string; readonly to: readonly string[] };
  readonly consulted?: { readonly who: readonly string[]; readonly on?: string };
  readonly feedback?: { readonly every: string; readonly last?: string };
  readonly suggestions?: { readonly received?: number; readonly answered?: number; readonly adopted?: number };
  readonly enforcement?: EnforcementKind | { readonly kind: EnforcementKind; readonly note?: string };
  readonly forecast?: { readonly set_by: readonly string[]; readonly overridden_by?: readonly string[] };
  readonly review?: { readonly every: string; readonly last?: string };
  readonly answers?: { readonly [question in Question]?: Answers };
  readonly waiver?: Waiver;
}

/** The parts of audit.config.yaml that decide about a process. */
export interface Configuration {
  readonly sales_team?: readonly string[];
  readonly answers_valid_for?: string;
  readonly keep_at?: number;
  readonly weights?: { readonly [question in Question]?: number };
  readonly fail_on?: 'unjustified' | 'eliminate' | 'conditions';
  readonly min_score?: number;
  readonly waiver_max?: string;
  readonly rules?: {
    readonly [reason in Question | Rule | 'undecided' | 'min-score']?: { readonly waivable: boolean };
  };
}

export interface Judgement {
  readonly outcomes: Readonly<Record<Question, Outcome>>;
  readonly score: { readonly low: number; readonly high: number } | null;
  readonly verdict: 'keep' | 'undecided' | 'eliminate';
  readonly rules: readonly Rule[];
  /** "The questions whose answers decide the verdict", sorted. */
  readonly toAsk: readonly Question[];
  /** What `audit check` on this process alone ends in. */
  readonly exit: 0 | 1 | 2;
}

/** What the world outside of the file has to say: the day, the configuration, and the evidence that can be looked at. */
export interface World {
  readonly day: string;
  readonly configuration: Configuration;
  readonly canBeLookedAt: (evidence: string) => boolean;
}

const SALES_TEAM = ['sales', 'rep', 'account-executive', 'account-manager', 'sdr', 'bdr', 'sales-engineer'];
const WEIGHTS: Readonly<Record<Question, number>> = {
  value: 20,
  creativity: 8,
  explanation: 12,
  necessity: 20,
  feedback: 12,
  trust: 8,
  forecast: 8,
  strategy: 12,
};

export function judge(file: ProcessFile, world: World): Judgement {
  const outcomes = Object.fromEntries(QUESTIONS.map((question) => [question, assess(question, file, world)])) as Record<
    Question,
    Outcome
  >;
  const judgement = { outcomes, ...decide(outcomes, file, world) };
  // A waiver that lasts longer than it may is bad input: "2: could not judge everything: bad input".
  const exit = isTooLong(file, world) ? 2 : fails(judgement, file, world) ? 1 : 0;
  return { ...judgement, exit };
}

// ---------------------------------------------------------------------------------------------------------- outcomes

function assess(question: Question, file: ProcessFile, world: World): Outcome {
  const heard = hear(question, file, world);
  const settled = settle(question, file, world, heard);
  if (settled !== null) return settled;
  // "Nothing said and nothing stated: unknown."
  if (heard.claimed === null) return 'unknown';
  // "What the file itself states can … cap it; a cap never raises an outcome."
  const isPartly = heard.isCapped || isCapped(question, file, world);
  return isPartly && heard.claimed === 'yes' ? 'partly' : heard.claimed;
}

interface Heard {
  /** "The middle answer of those who count"; null: nobody counts. */
  readonly claimed: Outcome | null;
  /** Whether sales has answered. */
  readonly isSales: boolean;
  /** Whether anybody has answered, even if it is too long ago to count. */
  readonly isRaised: boolean;
  /** Whether a yes is partly only. */
  readonly isCapped: boolean;
}

const RANK: readonly Answer[] = ['no', 'partly', 'yes'];

function hear(question: Question, file: ProcessFile, world: World): Heard {
  const voices = newestOfEach(voicesOf(question, file));
  const isRaised = voices.some(({ on, answer }) => (on ?? '') <= world.day && answer !== 'not-applicable');
  // "Answers older than a year (answers_valid_for) do not count; those without a day count for ever".
  const validFor = world.configuration.answers_valid_for ?? 'year';
  const fresh = voices
    .filter(({ on }) => on === undefined || (on <= world.day && dayAfter(on, validFor) >= daysOf(world.day)))
    .map((voice) => ({ ...voice, isSales: isSalesRole(voice.by, world) }))
    // "A salesperson who does not know is a no".
    .map((voice) =>
      question === 'explanation' && voice.isSales && voice.answer === 'unknown'
        ? { ...voice, answer: 'no' as const }
        : voice,
    )
    // "Silence is neither yes nor no."
    .filter(({ answer, isSales }) => answer !== 'unknown' && (isSales || answer !== 'not-applicable'));
  const sales = fresh.filter(({ isSales }) => isSales);
  // "On all but necessity sales speaks: once sales has answered, only its answers count."
  const counted = question !== 'necessity' && sales.length > 0 ? sales : fresh;
  const said = counted.map(({ answer }) => answer).filter((answer) => answer !== 'not-applicable');
  const claimed = lowerMedian(said) ?? (counted.length > 0 ? 'not-applicable' : null);
  const yes = counted.filter(({ answer }) => answer === 'yes');
  const isReasoned = yes.some(({ why, evidence }) => why !== undefined || (evidence ?? []).some(world.canBeLookedAt));
  return {
    claimed,
    isSales: sales.length > 0,
    isRaised,
    isCapped:
      // "A yes without a why or evidence is partly, unless three of the sales team say yes."
      (!isReasoned && yes.filter(({ isSales }) => isSales).length < 3) ||
      // "Until then a yes of others is at most partly."
      (question !== 'necessity' && sales.length === 0),
  };
}

function newestOfEach(voices: readonly PlainVoice[]): PlainVoice[] {
  const newest = new Map<string, PlainVoice>();
  for (const [index, voice] of voices.entries()) {
    const person = JSON.stringify([sameRole(voice.by), voice.who ?? index]);
    const earlier = newest.get(person);
    if (earlier === undefined || isNewer(voice, earlier)) newest.set(person, voice);
  }
  return [...newest.values()];
}

function isNewer(voice: PlainVoice, other: PlainVoice): boolean {
  if (voice.on !== other.on) return (voice.on ?? '') > (other.on ?? '');
  const leastFirst: readonly Answer[] = ['not-applicable', 'unknown', ...RANK];
  return leastFirst.indexOf(voice.answer) < leastFirst.indexOf(other.answer);
}

/** "The middle answer … between two, the lower." */
function lowerMedian(answers: readonly Answer[]): Answer | null {
  const ranks = answers.map((answer) => RANK.indexOf(answer)).sort((a, b) => a - b);
  const middle = ranks[Math.floor((ranks.length - 1) / 2)];
  return middle === undefined ? null : RANK[middle]!;
}

type PlainVoice = Omit<Voice, 'answer' | 'by'> & { readonly answer: Answer; readonly by: string };

function voicesOf(question: Question, file: ProcessFile): PlainVoice[] {
  const answers = file.answers?.[question];
  if (answers === undefined) return [];
  const list = Array.isArray(answers) ? (answers as readonly (BareAnswer | Voice)[]) : [answers as BareAnswer | Voice];
  return list.map((entry) => {
    const voice: Voice = typeof entry === 'object' ? entry : { answer: entry };
    // "true and false are yes and no."
    const answer = voice.answer === true ? 'yes' : voice.answer === false ? 'no' : voice.answer;
    // "The role that speaks; without it the owner speaks."
    return { ...voice, answer, by: voice.by ?? file.owner ?? '' };
  });
}

const THREATS: readonly EnforcementKind[] = ['credit-withheld', 'commission-withheld', 'warning', 'dismissal'];
const RIGID: readonly EnforcementKind[] = ['blocked-save', 'locked-record', 'auto-close'];

/** What the file settles whatever is claimed; null: nothing. */
function settle(question: Question, file: ProcessFile, world: World, heard: Heard): Outcome | null {
  switch (question) {
    case 'creativity':
      // "Not applicable when it is not in a CRM and nobody answered."
      return file.crm === undefined && !heard.isRaised && [null, 'not-applicable'].includes(heard.claimed)
        ? 'not-applicable'
        : null;
    case 'necessity':
      // "Yes when a valid mandate (law, regulation, contract, audit) demands it."
      return hasValidMandate(file, world) ? 'yes' : null;
    case 'feedback':
      // "No when feedback is promised at a cadence and none was ever recorded."
      return file.feedback !== undefined && isCadence(file.feedback.every) && file.feedback.last === undefined
        ? 'no'
        : null;
    case 'trust': {
      // "No when enforced by threat …; partly at most if sales itself says otherwise."
      const kind = enforcementOf(file);
      if (kind === null || !THREATS.includes(kind)) return null;
      return heard.isSales && ['yes', 'partly'].includes(heard.claimed ?? '') ? 'partly' : 'no';
    }
    case 'forecast': {
      // "Not applicable when it does not touch the forecast and nobody answered."
      if (file.forecast === undefined) return heard.isRaised ? null : 'not-applicable';
      // "Yes when sales sets the forecast, unless sales says less; no when others set it."
      if (!file.forecast.set_by.some((role) => isSalesRole(role, world))) return 'no';
      if (heard.claimed === 'no' || heard.claimed === 'partly') return heard.claimed;
      return isCapped(question, file, world) ? 'partly' : 'yes';
    }
    default:
      return null;
  }
}

/** Whether the file allows partly at most. */
function isCapped(question: Question, file: ProcessFile, world: World): boolean {
  const isSales = (role: string): boolean => isSalesRole(role, world);
  const demands = (file.demands ?? []).map(
    (demand): Demand => (typeof demand === 'string' ? { what: demand } : demand),
  );
  switch (question) {
    case 'value':
      // "At most partly when sales is not among the beneficiaries."
      return !(file.beneficiaries ?? []).some(isSales);
    case 'creativity': {
      // "At most partly when enforced by blocked-save, locked-record or auto-close."
      const kind = enforcementOf(file);
      return kind !== null && RIGID.includes(kind);
    }
    case 'explanation':
      // "At most partly when no explanation to sales is on record, or a demand does not say what it is used for."
      return (
        !(file.explained?.to ?? []).some(isSales) ||
        file.explained!.on > world.day ||
        demands.some(({ used_for }) => used_for === undefined)
      );
    case 'necessity':
      // "At most partly without a purpose, without beneficiaries, or when no demand names its user."
      return (
        file.purpose === undefined ||
        file.beneficiaries === undefined ||
        demands.every(({ used_by }) => used_by === undefined)
      );
    case 'feedback':
      // "At most partly when none is promised, or the last is older than one and a half cadences."
      return (
        file.feedback === undefined || (file.feedback.last ?? '') > world.day || isOverdue(file.feedback, world.day)
      );
    case 'trust':
      // "At most partly when suggestions came in and none was answered."
      return (file.suggestions?.received ?? 0) > 0 && (file.suggestions?.answered ?? 0) === 0;
    case 'forecast':
      // "At most partly when others may overrule it."
      return [...(file.forecast?.set_by ?? []), ...(file.forecast?.overridden_by ?? [])].some((role) => !isSales(role));
    case 'strategy':
      // "At most partly when everything it asks for is already in another place."
      return demands.length > 0 && demands.every(({ already_in }) => already_in !== undefined);
  }
}

function enforcementOf({ enforcement }: ProcessFile): EnforcementKind | null {
  return typeof enforcement === 'object' ? enforcement.kind : (enforcement ?? null);
}

/** "sales_team: The roles that speak for sales." */
function isSalesRole(role: string, { configuration }: World): boolean {
  return (configuration.sales_team ?? SALES_TEAM).some((member) => sameRole(member) === sameRole(role));
}

function sameRole(role: string): string {
  return role
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/(?<=[^s])s$/, '');
}

/** "review_by: The last day on which this duty counts without being looked at again." */
function hasValidMandate({ mandate }: ProcessFile, { day }: World): boolean {
  return mandate !== undefined && mandate.review_by >= day;
}

// ------------------------------------------------------------------------------------------------------------ verdict

function decide(
  outcomes: Judgement['outcomes'],
  file: ProcessFile,
  world: World,
): Pick<Judgement, 'score' | 'verdict' | 'rules' | 'toAsk'> {
  // "An open question is counted as no and as yes, so the score is an interval."
  const asNo = withOpenAs('no', outcomes);
  const asYes = withOpenAs('yes', outcomes);
  const low = points(asNo, world);
  const high = points(asYes, world);
  const score = low === null || high === null ? null : { low, high };
  // "Eliminate: a rule holds even if every open question came to yes. Keep: none holds even if every one came to no."
  const certain = rulesThatHold(asYes, world);
  const possible = rulesThatHold(asNo, world);
  // "A duty (a valid mandate) keeps a process that a rule eliminates."
  if (hasValidMandate(file, world)) return { score, verdict: 'keep', rules: certain, toAsk: [] };
  if (certain.length > 0) return { score, verdict: 'eliminate', rules: certain, toAsk: [] };
  if (possible.length === 0) return { score, verdict: 'keep', rules: [], toAsk: [] };
  return { score, verdict: 'undecided', rules: possible, toAsk: questionsToAsk(outcomes, world) };
}

/** "The questions whose answers decide the verdict": with some answers to the others, this one's makes the difference. */
function questionsToAsk(outcomes: Judgement['outcomes'], world: World): Question[] {
  const open = QUESTIONS.filter((question) => outcomes[question] === 'unknown');
  const isDecisive = (question: Question): boolean =>
    combinations(open.filter((other) => other !== question)).some((answers) => {
      const isKept = (answer: Answer): boolean =>
        rulesThatHold({ ...outcomes, ...answers, [question]: answer }, world).length === 0;
      return isKept('yes') && !isKept('no');
    });
  return open.filter(isDecisive).sort();
}

function combinations(questions: readonly Question[]): Partial<Judgement['outcomes']>[] {
  const [first, ...rest] = questions;
  if (first === undefined) return [{}];
  return combinations(rest).flatMap((answers) => RANK.map((answer) => ({ ...answers, [first]: answer })));
}

function withOpenAs(answer: 'yes' | 'no', outcomes: Judgement['outcomes']): Judgement['outcomes'] {
  return Object.fromEntries(
    Object.entries(outcomes).map(([question, outcome]) => [question, outcome === 'unknown' ? answer : outcome]),
  ) as Judgement['outcomes'];
}

/** Points of a hundred; null: nothing applies. */
function points(outcomes: Judgement['outcomes'], { configuration }: World): number | null {
  // "A yes earns the weight of its question, a partly half, a no nothing. Questions that do not apply leave the sum."
  const applying = QUESTIONS.filter((question) => outcomes[question] !== 'not-applicable');
  const weight = (question: Question): number => configuration.weights?.[question] ?? WEIGHTS[question];
  const share = { yes: 1, partly: 0.5, no: 0, unknown: 0, 'not-applicable': 0 };
  const possible = applying.reduce((sum, question) => sum + weight(question), 0);
  if (possible === 0) return null;
  const earned = applying.reduce((sum, question) => sum + weight(question) * share[outcomes[question]], 0);
  return (100 * earned) / possible;
}

function rulesThatHold(outcomes: Judgement['outcomes'], world: World): Rule[] {
  const score = points(outcomes, world);
  const rules: [Rule, boolean][] = [
    ['necessity-no', outcomes.necessity === 'no'],
    ['strategy-no', outcomes.strategy === 'no'],
    ['nothing-for-sales', outcomes.value === 'no' && outcomes.necessity !== 'yes'],
    ['score-too-low', score !== null && score < (world.configuration.keep_at ?? 33)],
  ];
  return rules.filter(([, holds]) => holds).map(([rule]) => rule);
}

// -------------------------------------------------------------------------------------------------------------- check

type Reason = Question | Rule | 'undecided' | 'min-score';

function fails(judgement: Omit<Judgement, 'exit'>, file: ProcessFile, world: World): boolean {
  const reasons = reasonsToFail(judgement, world);
  return reasons.length > 0 && !isWaived(judgement, reasons, file, world);
}

function reasonsToFail(
  { outcomes, score, verdict, rules }: Omit<Judgement, 'exit'>,
  { configuration }: World,
): Reason[] {
  const { fail_on: failOn = 'unjustified', min_score: minScore } = configuration;
  const reasons: Reason[] = [];
  // "What "audit check" fails on: unjustified (the default: eliminate and undecided), eliminate, conditions (these too)."
  if (verdict === 'eliminate') reasons.push(...rules);
  if (verdict === 'undecided' && failOn !== 'eliminate') reasons.push('undecided');
  if (verdict === 'keep' && failOn === 'conditions') {
    // "Keep, with conditions: each line is something to put right."
    reasons.push(...QUESTIONS.filter((question) => !['yes', 'not-applicable'].includes(outcomes[question])));
  }
  // ""audit check" also fails on a process that may score less".
  if (minScore !== undefined && score !== null && score.low < minScore) reasons.push('min-score');
  return reasons;
}

function isWaived(
  judgement: Omit<Judgement, 'exit'>,
  reasons: readonly Reason[],
  { waiver, owner }: ProcessFile,
  { day, configuration }: World,
): boolean {
  if (waiver === undefined) return false;
  // "One counts through its last day in UTC, and not when the owner approved it."
  if (waiver.until < day || (owner !== undefined && sameRole(waiver.approved_by) === sameRole(owner))) return false;
  // "The day it was granted; it counts from then on."
  if (waiver.granted !== undefined && waiver.granted > day) return false;
  // "false: no waiver counts for a process that fails because of this."
  const questions = reasons.flatMap((reason) => questionsBehind(reason, judgement));
  return [...reasons, ...questions].every((reason) => configuration.rules?.[reason]?.waivable !== false);
}

function questionsBehind(reason: Reason, { outcomes, toAsk }: Omit<Judgement, 'exit'>): readonly Question[] {
  if (reason === 'necessity-no') return ['necessity'];
  if (reason === 'strategy-no') return ['strategy'];
  if (reason === 'nothing-for-sales') return ['value', 'necessity'];
  if (reason === 'undecided') return toAsk;
  if (reason === 'score-too-low' || reason === 'min-score') {
    return QUESTIONS.filter((question) => outcomes[question] === 'no');
  }
  return [];
}

function isTooLong({ waiver }: ProcessFile, { day, configuration }: World): boolean {
  const longest = configuration.waiver_max;
  // "`waiver_max` counts from `granted`, or from today where that is missing."
  return (
    waiver !== undefined &&
    waiver.until >= day &&
    longest !== undefined &&
    daysOf(waiver.until) > dayAfter(waiver.granted ?? day, longest)
  );
}

// --------------------------------------------------------------------------------------------------------------- time

/** Whether it comes round with the calendar; "per deal" does not. */
function isCadence(every: string): boolean {
  return !every.startsWith('per ');
}

function isOverdue({ every, last }: NonNullable<ProcessFile['feedback']>, day: string): boolean {
  if (last === undefined || !isCadence(every)) return false;
  const [count, unit] = timeOf(every);
  if (unit === 'day' || unit === 'week') return daysOf(day) - daysOf(last) > 1.5 * count * DAYS[unit];
  const months = 1.5 * count * MONTHS[unit];
  // Half a month is 15 days.
  return daysOf(day) > monthsAfter(last, Math.floor(months)) + (months % 1) * 30;
}

const DAYS = { day: 1, week: 7 };
const MONTHS = { month: 1, quarter: 3, year: 12 };

/** The day so much time after another, in days since 1970. */
function dayAfter(day: string, time: string): number {
  const [count, unit] = timeOf(time);
  if (unit === 'day' || unit === 'week') return daysOf(day) + count * DAYS[unit];
  return monthsAfter(day, count * MONTHS[unit]);
}

/** A month after 31 January is the last day of February. */
function monthsAfter(day: string, months: number): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1 + months, 1);
  const last = new Date(first);
  last.setUTCMonth(first.getUTCMonth() + 1, 0);
  return first.getTime() / 86_400_000 + Math.min(date, last.getUTCDate()) - 1;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

function timeOf(text: string): [number, Unit] {
  const [, count, unit] = /^(?:(\d+) )?(day|week|month|quarter|year)s?$/.exec(text)!;
  return [Number(count ?? 1), unit as Unit];
}

function daysOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
