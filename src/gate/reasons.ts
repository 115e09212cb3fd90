import type { JudgedProcess } from '../judging/judge.js';
import { QUESTIONS_OF_RULE, RULES, type Rule } from '../judging/verdict.js';
import type { GatePolicy, GateReason } from './policy.js';

/** Sums of weights are not exact; a score is below a limit only by more than this. */
const ROUNDING = 1e-9;

type Judged = Pick<JudgedProcess, 'verdict' | 'assessments'>;

/** Why a process fails a policy, leaving waivers and baselines aside; empty: it passes. */
export function gateReasons({ verdict }: Judged, { failOn, minScore }: GatePolicy): GateReason[] {
  const { name, rules, conditions, score } = verdict;
  const byVerdict: readonly GateReason[] = {
    eliminate: rules,
    undecided: failOn === 'eliminate' ? [] : (['undecided'] as const),
    keep: failOn === 'conditions' ? conditions : [],
  }[name];
  const isTooLow = minScore !== undefined && (score?.low ?? 0) < minScore - ROUNDING;
  return isTooLow ? [...byVerdict, 'min-score'] : [...byVerdict];
}

/** The reasons and the questions behind them, which a company may declare not waivable. */
export function groundsOf({ verdict, assessments }: Judged, reasons: readonly GateReason[]): ReadonlySet<string> {
  const noes = assessments.filter(({ outcome }) => outcome === 'no').map(({ question }) => question);
  const behind = reasons.flatMap((reason): readonly string[] => {
    if (reason === 'undecided') return verdict.toAsk;
    if (reason === 'min-score' || reason === 'score-too-low') return noes;
    return isRule(reason) ? QUESTIONS_OF_RULE[reason] : [];
  });
  return new Set([...reasons, ...behind]);
}

/** Whether a reason for failing is a rule of the verdict. */
export function isRule(reason: string): reason is Rule {
  return (RULES as readonly string[]).includes(reason);
}
