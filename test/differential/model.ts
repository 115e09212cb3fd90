/**
 * A second, independent implementation of the audit, written from README.md, `audit explain` and the descriptions in the
 * JSON Schemas alone. It imports nothing from src/. Each rule quotes the sentence it follows. "Undocumented" marks what
 * none of these sentences settles, and "contradicts" what the tool does against one of them: there the model does what
 * the tool does, so that the comparison stays useful.
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
export type Rule = 'necessity-no' | 'strategy-no' | 'nothing-for-sales' | 'score-too-low';
export type Support = 'asserted' | 'reasoned' | 'documented' | 'measured';

/** An answer as it stands in a file. */
export interface Voice {
  readonly answer: Answer | boolean;
  readonly why?: string;
  readonly evidence?: readonly string[];
  readonly by?: string;
  readonly who?: string;
  readonly on?: string;
}
type BareAnswer = Exclude<Answer, 'not-applicable'> | boolean;
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

type Enforcement =
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

/** A process file, with the keys and values it has in YAML; those that move no verdict are loose. */
export interface Process {
  readonly name: string;
  readonly status?: 'active' | 'trial' | 'optional' | 'deprecated' | 'retired';
  readonly until?: string;
  readonly retired?: { readonly on: string; readonly why: string };
  readonly owner?: string;
  readonly crm?: string;
  readonly purpose?: string;
  readonly beneficiaries?: readonly string[];
  readonly mandate?: { readonly kind: string; readonly reference: string; readonly review_by: string };
  readonly demands?: readonly (string | Demand)[];
  readonly explained?: { readonly on: string; readonly to: readonly string[] };
  readonly feedback?: { readonly every: string; readonly last?: string };
  readonly suggestions?: { readonly received?: number; readonly answered?: number; readonly adopted?: number };
  readonly enforcement?: Enforcement | { readonly kind: Enforcement; readonly note?: string };
  readonly forecast?: { readonly set_by: readonly string[]; readonly overridden_by?: readonly string[] };
  readonly answers?: { readonly [question in Question]?: Answers };
  readonly waiver?: Waiver;
  readonly [other: string]: unknown;
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
  readonly rules?: { readonly [reason in Reason]?: { readonly waivable: boolean } };
  readonly waivers?: readonly (Waiver & { readonly process: string })[];
}
type Reason = Question | Rule | 'undecided' | 'min-score';

/** All that counts beside the file itself. */
export interface World {
  /** The day on which is judged. */
  readonly day: string;
  readonly configuration: Configuration;
  readonly canBeLookedAt: (evidence: string) => boolean;
}

/** What comes of one question. */
export interface Assessment {
  readonly outcome: Answer;
  /** "What the voices that count claim, before facts and caps"; null: nothing. */
  readonly claimed: Answer | null;
  /** How well it is supported; null: not at all. */
  readonly support: Support | null;
}

export interface Verdict {
  readonly name: 'keep' | 'undecided' | 'eliminate';
  /** Points of a hundred, in thousandths, so that both sides can be compared; null: nothing applies. */
  readonly score: { readonly low: number; readonly high: number } | null;
  readonly rules: readonly Rule[];
  readonly isKeptByMandate: boolean;
  /** What to put right, of what is kept. */
  readonly conditions: readonly Question[];
  /** "The questions whose answers decide the verdict." */
  readonly toAsk: readonly Question[];
}

export interface Judgement {
  readonly assessments: Readonly<Record<Question, Assessment>>;
  readonly verdict: Verdict;
  /** What `audit check` of this process alone ends in. */
  readonly exit: 0 | 1 | 2;
}

/** Judges a process; undefined: it is retired, and not judged. */
export function judge(id: string, process: Process, world: World): Judgement | undefined {
  // "Taken away, not judged". Contradicts: "retired.on: The last day it was done", so it is done on that day.
  if (process.status === 'retired' && process.retired!.on <= world.day) return undefined;
  const assessments = ofEach((question) => assess(question, process, world));
  const verdict = decide(
    ofEach((question) => assessments[question].outcome),
    process,
    world,
  );
  return { assessments, verdict, exit: check(id, process, assessments, verdict, world) };
}

type Outcomes = Readonly<Record<Question, Answer>>;

function ofEach<Value>(value: (question: Question) => Value): Readonly<Record<Question, Value>> {
  return Object.fromEntries(QUESTIONS.map((question) => [question, value(question)])) as Record<Question, Value>;
}

// ------------------------------------------------------------------------------------------------ from answers to an outcome

function assess(question: Question, process: Process, world: World): Assessment {
  const heard = hear(question, process, world);
  const { claimed } = heard;
  const { settled, stated, isCapped } = factsOf(question, process, world, heard);
  const supported = settled ?? stated;
  const outcome = (): Answer => {
    if (settled !== null) return settled;
    // "Yes when sales sets the forecast, unless sales says less".
    if (stated !== null && (claimed === null || claimed === 'yes' || claimed === 'not-applicable')) {
      return isCapped ? 'partly' : stated;
    }
    // "Nothing said and nothing stated: unknown. Silence is neither yes nor no."
    if (claimed === null) return 'unknown';
    // "A cap never raises an outcome."
    return claimed === 'yes' && (isCapped || heard.isCapped) ? 'partly' : claimed;
  };
  return { outcome: outcome(), claimed, support: supportOf(heard, supported) };
}

/** A voice that is entitled to speak. */
interface Speaker {
  readonly answer: Answer;
  readonly isSales: boolean;
  readonly isReasoned: boolean;
  readonly isDocumented: boolean;
}

interface Heard {
  readonly claimed: Answer | null;
  /** Those who count. */
  readonly speakers: readonly Speaker[];
  /** Whether it is partly at most because of who says yes, and how. */
  readonly isCapped: boolean;
  /** Whether anybody answered, even if that does not count any more. */
  readonly isRaised: boolean;
}

function hear(question: Question, process: Process, world: World): Heard {
  const voices = voicesOf(question, process, world);
  const entitled = newestOfEach(voices.filter(({ on }) => isFresh(on, world)))
    .map((voice) => speakerOf(voice, world))
    // Undocumented: only sales can say that a question does not arise.
    .filter(({ answer, isSales }) => answer !== 'unknown' && (answer !== 'not-applicable' || isSales));
  const sales = entitled.filter(({ isSales }) => isSales);
  // "On all but necessity sales speaks: once sales has answered, only its answers count." On necessity: "Anybody may say".
  const isSalesOnly = question !== 'necessity' && sales.length > 0;
  const speakers = isSalesOnly ? sales : entitled;
  // Undocumented: "not applicable" stands only where nobody who counts says anything else.
  const answers = speakers.map(({ answer }) => answer).filter((answer) => answer !== 'not-applicable');
  const yes = speakers.filter(({ answer }) => answer === 'yes');
  // "A yes without a why or evidence is partly, unless three of the sales team say yes." Undocumented: that is asked of the
  // claim and not of each voice, and one reason is enough for it.
  const isBare =
    !yes.some(({ isReasoned, isDocumented }) => isReasoned || isDocumented) &&
    yes.filter(({ isSales }) => isSales).length < 3;
  return {
    claimed: lowerMedian(answers) ?? (speakers.length > 0 ? 'not-applicable' : null),
    speakers,
    // "Until then a yes of others is at most partly."
    isCapped: isBare || (question !== 'necessity' && !isSalesOnly),
    // Undocumented: who has said something raised the question, however long ago, and even that he does not know.
    isRaised: voices.some(({ on, answer }) => (on ?? '') <= world.day && answer !== 'not-applicable'),
  };
}

type FullVoice = Omit<Voice, 'answer' | 'by'> & { readonly answer: Answer; readonly by: string };

function voicesOf(question: Question, { answers, owner }: Process, world: World): FullVoice[] {
  const entries = [answers?.[question] ?? []].flat() as readonly (BareAnswer | Voice)[];
  return entries.map((entry) => {
    const voice: Voice = typeof entry === 'object' ? entry : { answer: entry };
    // "true and false are yes and no."
    const answer = voice.answer === true ? 'yes' : voice.answer === false ? 'no' : voice.answer;
    // "The role that speaks; without it the owner speaks." Undocumented: without an owner it is somebody outside of sales.
    const by = voice.by ?? owner ?? '';
    // "A salesperson who does not know is a no".
    const isIgnorance = question === 'explanation' && answer === 'unknown' && isSalesRole(by, world);
    return { ...voice, answer: isIgnorance ? 'no' : answer, by };
  });
}

/**
 * "Of one person (who), the latest answer that counts is taken; of one day, the least." Undocumented: an answer without a day is
 * older than any other, each answer without a pseudonym is somebody else's, and capitals and blanks around a pseudonym tell nobody apart.
 */
function newestOfEach(voices: readonly FullVoice[]): FullVoice[] {
  const newest = new Map<string, FullVoice>();
  for (const [index, voice] of voices.entries()) {
    const person = JSON.stringify([sameRole(voice.by), voice.who?.trim().toLowerCase() ?? index]);
    const other = newest.get(person);
    if (other === undefined || isNewer(voice, other)) newest.set(person, voice);
  }
  return [...newest.values()];
}

/** "Unknown and not applicable never replace an answer of the same day", nor not applicable an unknown. */
function isNewer(voice: FullVoice, other: FullVoice): boolean {
  if (voice.on !== other.on) return (voice.on ?? '') > (other.on ?? '');
  const order: readonly Answer[] = [...RANK, 'unknown', 'not-applicable'];
  return order.indexOf(voice.answer) < order.indexOf(other.answer);
}

/** "Answers older than a year (answers_valid_for) do not count; those without a day count for ever." */
function isFresh(on: string | undefined, { day, configuration }: World): boolean {
  if (on === undefined) return true;
  // Undocumented: an answer of a day to come does not count yet.
  return on <= day && dayNumber(day) <= dayAfter(on, configuration.answers_valid_for ?? 'year');
}

function speakerOf({ answer, by, why, evidence = [] }: FullVoice, world: World): Speaker {
  const isSales = isSalesRole(by, world);
  return {
    answer,
    isSales,
    isReasoned: why !== undefined,
    // "Evidence that nobody can look at proves nothing, and a yes that rests on it is a bare yes."
    isDocumented: evidence.some(world.canBeLookedAt),
  };
}

/** "The middle answer … between two, the lower." */
function lowerMedian(answers: readonly Answer[]): Answer | null {
  const ranks = answers.map((answer) => RANK.indexOf(answer)).sort((a, b) => a - b);
  const middle = ranks[Math.floor((ranks.length - 1) / 2)];
  return middle === undefined ? null : RANK[middle]!;
}

const RANK: readonly Answer[] = ['no', 'partly', 'yes'];

/** "Asserted: somebody says so; reasoned: and says why; documented: with evidence, or the file itself settles it". */
function supportOf({ claimed, speakers }: Heard, supported: Answer | null): Support | null {
  if (claimed === null) return supported === null ? null : 'documented';
  // "Measured: three or more of the sales team have answered."
  if (speakers.filter(({ isSales }) => isSales).length >= 3) return 'measured';
  const agreeing = speakers.filter(({ answer }) => answer === claimed);
  if (supported === claimed || agreeing.some(({ isDocumented }) => isDocumented)) return 'documented';
  return agreeing.some(({ isReasoned }) => isReasoned) ? 'reasoned' : 'asserted';
}

/** "sales_team: The roles that speak for sales." */
function isSalesRole(role: string, { configuration }: World): boolean {
  return (configuration.sales_team ?? SALES_TEAM).some((member) => sameRole(member) === sameRole(role));
}

const SALES_TEAM = ['sales', 'rep', 'account-executive', 'account-manager', 'sdr', 'bdr', 'sales-engineer'];

/** Undocumented: capitals, blanks, underscores for hyphens, and an s at the end make no difference. */
function sameRole(role: string): string {
  return role
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/(?<=[^s])s$/, '');
}

// ---------------------------------------------------------------------------------------------------- what the file states

interface Facts {
  /** What it comes to whatever is claimed; null: nothing. */
  readonly settled: Answer | null;
  /** What it comes to unless less is claimed; null: nothing. */
  readonly stated: Answer | null;
  /** Whether it is partly at most. */
  readonly isCapped: boolean;
}

function factsOf(question: Question, process: Process, world: World, heard: Heard): Facts {
  const { day } = world;
  const { crm, purpose, beneficiaries, explained, feedback, suggestions, forecast } = process;
  const demands = (process.demands ?? []).map(
    (demand): Demand => (typeof demand === 'string' ? { what: demand } : demand),
  );
  const enforcement = typeof process.enforcement === 'object' ? process.enforcement.kind : process.enforcement;
  const isSales = (role: string): boolean => isSalesRole(role, world);
  const nothing: Facts = { settled: null, stated: null, isCapped: false };

  switch (question) {
    case 'value':
      // "At most partly when sales is not among the beneficiaries."
      return { ...nothing, isCapped: !beneficiaries?.some(isSales) };
    case 'creativity':
      return {
        ...nothing,
        // "Not applicable when it is not in a CRM and nobody answered."
        settled: crm === undefined && !heard.isRaised ? 'not-applicable' : null,
        // "At most partly when enforced by blocked-save, locked-record or auto-close."
        isCapped: ['blocked-save', 'locked-record', 'auto-close'].includes(enforcement ?? ''),
      };
    case 'explanation':
      return {
        ...nothing,
        // "At most partly when no explanation to sales is on record, or a demand does not say what it is used for."
        // Undocumented: what will be explained on a day to come is not on record.
        isCapped:
          !explained?.to.some(isSales) || explained.on > day || demands.some(({ used_for }) => used_for === undefined),
      };
    case 'necessity':
      return {
        ...nothing,
        // "Yes when a valid mandate (law, regulation, contract, audit) demands it."
        settled: hasValidMandate(process, world) ? 'yes' : null,
        // "At most partly without a purpose, without beneficiaries, or when no demand names its user."
        isCapped:
          purpose === undefined || beneficiaries === undefined || demands.every(({ used_by }) => used_by === undefined),
      };
    case 'feedback':
      return {
        ...nothing,
        // "No when feedback is promised at a cadence and none was ever recorded." Undocumented: "per deal" is no cadence.
        settled: feedback !== undefined && isCadence(feedback.every) && feedback.last === undefined ? 'no' : null,
        // "At most partly when none is promised, or the last is older than one and a half cadences." Undocumented: or
        // when it is of a day to come.
        isCapped: feedback === undefined || (feedback.last ?? '') > day || isOverdue(feedback, day),
      };
    case 'trust': {
      const isThreat = ['credit-withheld', 'commission-withheld', 'warning', 'dismissal'].includes(enforcement ?? '');
      const isDenied =
        heard.speakers.some((speaker) => speaker.isSales) && (heard.claimed === 'yes' || heard.claimed === 'partly');
      return {
        ...nothing,
        // "No when enforced by threat …; partly at most if sales itself says otherwise."
        settled: isThreat && !isDenied ? 'no' : null,
        // "At most partly when suggestions came in and none was answered."
        isCapped: isThreat || ((suggestions?.received ?? 0) > 0 && (suggestions?.answered ?? 0) === 0),
      };
    }
    case 'forecast': {
      // "Not applicable when it does not touch the forecast and nobody answered."
      if (forecast === undefined) return { ...nothing, settled: heard.isRaised ? null : 'not-applicable' };
      const isSetBySales = forecast.set_by.some(isSales);
      return {
        // "Yes when sales sets the forecast, unless sales says less; no when others set it." Undocumented: as long as sales
        // has not answered, a lower answer of others counts.
        settled: isSetBySales ? null : 'no',
        stated: isSetBySales ? 'yes' : null,
        // "At most partly when others may overrule it." Undocumented: or when they set it together with sales.
        isCapped: [...forecast.set_by, ...(forecast.overridden_by ?? [])].some((role) => !isSales(role)),
      };
    }
    case 'strategy':
      // "At most partly when everything it asks for is already in another place."
      return {
        ...nothing,
        isCapped: demands.length > 0 && demands.every(({ already_in }) => already_in !== undefined),
      };
  }
}

/** "review_by: The last day on which this duty counts without being looked at again." */
function hasValidMandate({ mandate }: Process, { day }: World): boolean {
  return mandate !== undefined && day <= mandate.review_by;
}

// ------------------------------------------------------------------------------------------------ from outcomes to a verdict

function decide(outcomes: Outcomes, process: Process, world: World): Verdict {
  // "An open question is counted as no and as yes, so the score is an interval."
  const asNo = ofEach((question) => (outcomes[question] === 'unknown' ? 'no' : outcomes[question]));
  const asYes = ofEach((question) => (outcomes[question] === 'unknown' ? 'yes' : outcomes[question]));
  const low = pointsOf(asNo, world);
  const high = pointsOf(asYes, world);
  const score = low.possible === 0 ? null : { low: scoreOf(low), high: scoreOf(high) };
  // "Eliminate: a rule holds even if every open question came to yes. Keep: none holds even if every one came to no."
  const certain = rulesThatHold(asYes, world);
  const possible = rulesThatHold(asNo, world);
  // "A duty (a valid mandate) keeps a process that a rule eliminates." Undocumented: also one that would be undecided.
  const isKeptByMandate = hasValidMandate(process, world) && possible.length > 0;
  const name = ((): Verdict['name'] => {
    if (isKeptByMandate) return 'keep';
    if (certain.length > 0) return 'eliminate';
    // Contradicts "Keep: none holds even if every one came to no": where nothing applies, the tool says undecided.
    return possible.length > 0 || score === null ? 'undecided' : 'keep';
  })();
  return {
    name,
    score,
    // "Eliminate: the rules that hold whatever is still open; undecided: if all that is open came to no; keep: overruled."
    rules: name === 'undecided' ? possible : certain,
    isKeptByMandate,
    // "Keep, with conditions: each line is something to put right."
    conditions:
      name === 'keep' ? QUESTIONS.filter((question) => !['yes', 'not-applicable'].includes(outcomes[question])) : [],
    toAsk: name === 'undecided' ? questionsToAsk(outcomes, world) : [],
  };
}

interface Points {
  readonly earned: number;
  readonly possible: number;
}

/** "A yes earns the weight of its question, a partly half, a no nothing. Questions that do not apply leave the sum." */
function pointsOf(outcomes: Outcomes, { configuration }: World): Points {
  let earned = 0;
  let possible = 0;
  for (const question of QUESTIONS) {
    const outcome = outcomes[question];
    // In thousandths, which are whole numbers: a score that is exactly 33 must not come out as 32.999….
    const weight = Math.round(1000 * (configuration.weights?.[question] ?? WEIGHTS[question]));
    if (outcome === 'yes') earned += weight;
    if (outcome === 'partly') earned += weight / 2;
    if (outcome !== 'not-applicable') possible += weight;
  }
  return { earned, possible };
}

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

function scoreOf({ earned, possible }: Points): number {
  return (100 * earned) / possible;
}

function isScoreUnder(limit: number, { earned, possible }: Points): boolean {
  return possible > 0 && 100 * earned < limit * possible;
}

function rulesThatHold(outcomes: Outcomes, world: World): Rule[] {
  const rules: Rule[] = [];
  // "Question 4, necessity, is no: eliminate it now."
  if (outcomes.necessity === 'no') rules.push('necessity-no');
  // "Question 8, strategy, is no: get rid of it and start over."
  if (outcomes.strategy === 'no') rules.push('strategy-no');
  // "Question 1, value, is no, and question 4, necessity, is not a full yes."
  if (outcomes.value === 'no' && outcomes.necessity !== 'yes') rules.push('nothing-for-sales');
  // "The score is under 33: too little is right with it." – "keep_at: A process that scores less is eliminated."
  if (isScoreUnder(world.configuration.keep_at ?? 33, pointsOf(outcomes, world))) rules.push('score-too-low');
  return rules;
}

/** A question decides when, with some answers to the others, a no to it eliminates and a yes does not. */
function questionsToAsk(outcomes: Outcomes, world: World): Question[] {
  const open = QUESTIONS.filter((question) => outcomes[question] === 'unknown');
  const trial: Record<Question, Answer> = { ...outcomes };
  const isEliminated = (question: Question, answer: Answer): boolean => {
    trial[question] = answer;
    return rulesThatHold(trial, world).length > 0;
  };
  const decides = (question: Question, others: readonly Question[]): boolean => {
    const [other, ...rest] = others;
    if (other === undefined) return isEliminated(question, 'no') && !isEliminated(question, 'yes');
    return RANK.some((answer) => {
      trial[other] = answer;
      return decides(question, rest);
    });
  };
  return open.filter((question) =>
    decides(
      question,
      open.filter((other) => other !== question),
    ),
  );
}

// -------------------------------------------------------------------------------------------------------------- audit check

function check(
  id: string,
  process: Process,
  assessments: Judgement['assessments'],
  verdict: Verdict,
  world: World,
): Judgement['exit'] {
  const { day, configuration } = world;
  const waivers = [
    ...(process.waiver === undefined ? [] : [process.waiver]),
    ...(configuration.waivers ?? []).filter((waiver) => waiver.process === id),
  ];
  // Undocumented: a waiver that lasts longer than waiver_max is bad input, unless it has ended.
  if (waivers.some((waiver) => waiver.until >= day && isTooLong(waiver, world))) return 2;
  const reasons = reasonsToFail(verdict, process, assessments, world);
  if (reasons.length === 0) return 0;
  const named = reasons.flatMap((reason) => [reason, ...questionsBehind(reason, assessments, verdict)]);
  // "false: no waiver counts for a process that fails because of this."
  const isWaivable = named.every((reason) => configuration.rules?.[reason]?.waivable !== false);
  return isWaivable && waivers.some((waiver) => counts(waiver, process, world)) ? 0 : 1;
}

function reasonsToFail(
  { name, rules, conditions }: Verdict,
  _process: Process,
  assessments: Judgement['assessments'],
  world: World,
): Reason[] {
  const { fail_on: failOn = 'unjustified', min_score: minScore } = world.configuration;
  const reasons: Reason[] = [];
  // "Unjustified (the default: eliminate and undecided), eliminate, conditions (these too)."
  if (name === 'eliminate') reasons.push(...rules);
  if (name === 'undecided' && failOn !== 'eliminate') reasons.push('undecided');
  // Contradicts, as does the next, with a valid mandate: "A duty lets a process pass until its day".
  if (name === 'keep' && failOn === 'conditions') reasons.push(...conditions);
  // ""audit check" also fails on a process that may score less" – "Every open question is taken as no".
  const low = pointsOf(
    ofEach((question) => (assessments[question].outcome === 'unknown' ? 'no' : assessments[question].outcome)),
    world,
  );
  // Undocumented: where nothing applies there is no score, and so none that is high enough.
  if (minScore !== undefined && (low.possible === 0 || isScoreUnder(minScore, low))) reasons.push('min-score');
  return reasons;
}

/** Undocumented: because of which questions a process fails, where the reason itself is none. */
function questionsBehind(
  reason: Reason,
  assessments: Judgement['assessments'],
  { toAsk }: Verdict,
): readonly Question[] {
  switch (reason) {
    case 'necessity-no':
      return ['necessity'];
    case 'strategy-no':
      return ['strategy'];
    case 'nothing-for-sales':
      return ['value', 'necessity'];
    case 'score-too-low':
    case 'min-score':
      return QUESTIONS.filter((question) => assessments[question].outcome === 'no');
    case 'undecided':
      return toAsk;
    default:
      return [];
  }
}

/** "One counts through its last day in UTC, and not when the owner approved it." */
function counts({ until, granted, approved_by }: Waiver, { owner }: Process, { day }: World): boolean {
  // "granted: The day it was granted; it counts from then on."
  if (until < day || (granted ?? '') > day) return false;
  return owner === undefined || sameRole(approved_by) !== sameRole(owner);
}

/** "`waiver_max` counts from `granted`, or from today where that is missing." */
function isTooLong({ until, granted }: Waiver, { day, configuration }: World): boolean {
  const longest = configuration.waiver_max;
  return longest !== undefined && dayNumber(until) > dayAfter(granted ?? day, longest);
}

// --------------------------------------------------------------------------------------------------------------------- time

function isCadence(every: string): boolean {
  return !every.startsWith('per ');
}

/** Whether feedback is "older than one and a half cadences". */
function isOverdue({ every, last }: NonNullable<Process['feedback']>, day: string): boolean {
  if (last === undefined || !isCadence(every)) return false;
  const { count, unit } = timeOf(every);
  if (unit in DAYS) return dayNumber(day) - dayNumber(last) > 1.5 * count * DAYS[unit]!;
  // Undocumented: half a month is 15 days.
  const months = 1.5 * count * MONTHS[unit]!;
  return dayNumber(day) > monthsAfter(last, Math.floor(months)) + (months % 1) * 30;
}

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** The day so much time after another, in days since 1970. */
function dayAfter(day: string, time: string): number {
  const { count, unit } = timeOf(time);
  return unit in DAYS ? dayNumber(day) + count * DAYS[unit]! : monthsAfter(day, count * MONTHS[unit]!);
}

/** Undocumented: a month after 31 January is the last day of February. */
function monthsAfter(day: string, months: number): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1 + months, 1);
  const last = new Date(first);
  last.setUTCMonth(first.getUTCMonth() + 1, 0);
  return first.getTime() / 86_400_000 + Math.min(date, last.getUTCDate()) - 1;
}

function timeOf(text: string): { readonly count: number; readonly unit: string } {
  const [, count, unit] = /^(?:(\d+) )?(\w+?)s?$/.exec(text)!;
  return { count: Number(count ?? 1), unit: unit! };
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
