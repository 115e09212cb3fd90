import type { Level } from '../questions/contract.js';
import { type QuestionId, questions } from '../questions/index.js';
import { hasValidMandate } from '../sales-process/mandate.js';
import type { SalesProcess } from '../sales-process/sales-process.js';
import type { Assessment, Outcome } from './assess.js';
import type { Settings } from './settings.js';

// Why the weights and rules are what they are: `verdict.md` beside this file.

export type VerdictName = 'keep' | 'eliminate' | 'undecided';

/** The rules that eliminate, in the order in which reports name them. */
export const RULES = ['necessity-no', 'strategy-no', 'nothing-for-sales', 'score-too-low'] as const;
export type Rule = (typeof RULES)[number];

/** The questions behind each rule; no single question is behind a low score. */
export const QUESTIONS_OF_RULE: Readonly<Record<Rule, readonly QuestionId[]>> = {
  'necessity-no': ['necessity'],
  'strategy-no': ['strategy'],
  'nothing-for-sales': ['value', 'necessity'],
  'score-too-low': [],
};

/** Points, 0–100: `low` with every open question taken as no, `high` with every one taken as yes. */
export interface ScoreInterval {
  readonly low: number;
  readonly high: number;
}

export interface Verdict {
  readonly name: VerdictName;
  /** `undefined` if no question with any weight applies. */
  readonly score: ScoreInterval | undefined;
  /**
   * The rules that eliminate it. For `eliminate`: those that hold however the open questions are answered. For `undecided`:
   * those that hold if all of them are answered no. For `keep`: those that hold in any case and a mandate overrules.
   */
  readonly rules: readonly Rule[];
  /** Whether only a mandate (law, contract …) keeps it. */
  readonly isKeptByMandate: boolean;
  /** For `keep`: the questions that apply and are not a full yes; each is a condition. */
  readonly conditions: readonly QuestionId[];
  /** For `undecided`: open questions that together decide the verdict, however each is answered; most telling first. */
  readonly toAsk: readonly QuestionId[];
}

/** Sums of weights are not exact; a score is under the limit only by more than this. */
const ROUNDING = 1e-9;

type Outcomes = Readonly<Record<QuestionId, Outcome>>;

const POINTS: Readonly<Record<Level, number>> = { no: 0, partly: 0.5, yes: 1 };

/** Decides the verdict on a process from the assessments of all questions. */
export function decide(
  salesProcess: Pick<SalesProcess, 'mandate'>,
  assessments: readonly Assessment[],
  settings: Settings,
): Verdict {
  const outcomes = Object.fromEntries(assessments.map(({ question, outcome }) => [question, outcome])) as Outcomes;
  const score = scoreOf(outcomes, settings);
  const rulesAtWorst = rulesThatEliminate(outcomes, 'no', score?.low, settings);
  const rulesAtBest = rulesThatEliminate(outcomes, 'yes', score?.high, settings);

  // Nothing applies, and questions without weight eliminate nothing.
  if (score === undefined && rulesAtWorst.length === 0) return verdictOf('undecided', score, []);
  const isMandated = hasValidMandate(salesProcess.mandate, settings.asOf);
  if (rulesAtWorst.length === 0 || isMandated) {
    const conditions = assessments.filter(isCondition).map(({ question }) => question);
    const isKeptByMandate = rulesAtWorst.length > 0;
    return verdictOf('keep', score, isMandated ? rulesAtBest : [], { conditions, isKeptByMandate });
  }
  if (rulesAtBest.length > 0) return verdictOf('eliminate', score, rulesAtBest);
  return verdictOf('undecided', score, rulesAtWorst, { toAsk: questionsThatSettle(outcomes, settings) });
}

function verdictOf(
  name: VerdictName,
  score: ScoreInterval | undefined,
  rules: readonly Rule[],
  { isKeptByMandate = false, conditions = [], toAsk = [] }: Partial<Verdict> = {},
): Verdict {
  return { name, score, rules, isKeptByMandate, conditions, toAsk };
}

/** Whether a process is not justified: the verdict is eliminate or undecided. */
export function isUnjustified(verdict: Pick<Verdict, 'name'>): boolean {
  return verdict.name !== 'keep';
}

function isCondition({ outcome }: Assessment): boolean {
  return outcome !== 'yes' && outcome !== 'not-applicable';
}

/** An unanswered question may turn out either way; so may one that failed because of a bug. */
function isOpen(outcome: Outcome): boolean {
  return outcome === 'unknown' || outcome === 'failed';
}

/** The weighted share of the points, 0–100; `undefined` if no question with any weight applies. */
function scoreOf(outcomes: Outcomes, { weights }: Pick<Settings, 'weights'>): ScoreInterval | undefined {
  let earned = 0;
  let open = 0;
  let possible = 0;
  for (const { id } of questions) {
    const outcome = outcomes[id];
    if (outcome === 'not-applicable') continue;
    possible += weights[id];
    if (outcome === 'unknown' || outcome === 'failed') open += weights[id];
    else earned += weights[id] * POINTS[outcome];
  }
  if (possible === 0) return undefined;
  return { low: (100 * earned) / possible, high: (100 * (earned + open)) / possible };
}

/** The rules that eliminate a process with these outcomes when open questions are taken as `openAs`, which gives it that score. */
function rulesThatEliminate(
  outcomes: Outcomes,
  openAs: 'no' | 'yes',
  score: number | undefined,
  settings: Settings,
): Rule[] {
  const taken = (id: QuestionId) => (isOpen(outcomes[id]) ? openAs : outcomes[id]);
  const holds: Readonly<Record<Rule, boolean>> = {
    'necessity-no': taken('necessity') === 'no',
    'strategy-no': taken('strategy') === 'no',
    'nothing-for-sales': taken('value') === 'no' && taken('necessity') !== 'yes',
    'score-too-low': score !== undefined && score < settings.keepAt - ROUNDING,
  };
  return RULES.filter((rule) => holds[rule]);
}

/**
 * Open questions that together decide the verdict however each is answered, none of them superfluous. Those on which a single
 * no can eliminate come first, the others by weight.
 */
function questionsThatSettle(outcomes: Outcomes, settings: Settings): QuestionId[] {
  const open = questions.filter(({ id }) => isOpen(outcomes[id]));
  // The sort is stable: questions of equal power stay in the article's order.
  const byPower = [...open].sort((a, b) => power(b.id, settings) - power(a.id, settings));
  const ids = byPower.map(({ id }) => id);
  // Try to leave out the least telling first; the order doesn't change the result, only how soon the list gets short.
  return [...ids].reverse().reduce((needed, id) => {
    const without = needed.filter((other) => other !== id);
    return settles(without, outcomes, settings) ? without : needed;
  }, ids);
}

/** Questions on which a single no can be enough, most telling first. */
const DECIDES_ALONE: readonly QuestionId[] = ['necessity', 'strategy', 'value'];

function power(id: QuestionId, { weights }: Settings): number {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const rank = DECIDES_ALONE.indexOf(id);
  // The fraction keeps the order of the list if weights are equal.
  return rank < 0 ? weights[id] : weights[id] + total + (DECIDES_ALONE.length - rank) / 1000;
}

/**
 * Whether the answers to `asked` decide the verdict, whatever they are. A better answer never eliminates, so if the best and the
 * worst case agree, so does everything in between.
 */
function settles(asked: readonly QuestionId[], outcomes: Outcomes, settings: Settings): boolean {
  const score = scoreOf(outcomes, settings);
  const isEliminatedAtBest = rulesThatEliminate(outcomes, 'yes', score?.high, settings).length > 0;
  const isEliminatedAtWorst = isEliminatedAtBest || rulesThatEliminate(outcomes, 'no', score?.low, settings).length > 0;
  if (isEliminatedAtBest === isEliminatedAtWorst) return true;
  const [next, ...rest] = asked;
  if (next === undefined) return false;
  return (['yes', 'partly', 'no'] as const).every((level) => settles(rest, { ...outcomes, [next]: level }, settings));
}
