import { exitOfGate } from '../../exit-code.js';
import type { Change } from '../../gate/earlier-process.js';
import type { Gate, MovedProcess, ProcessStanding } from '../../gate/gate.js';
import { STANDINGS } from '../../gate/gate.js';
import type { GatePolicy, GateReason } from '../../gate/policy.js';
import { isRule } from '../../gate/reasons.js';
import type { Problem } from '../../problem.js';
import { largest } from '../../util/largest.js';
import type { Words } from '../../wording/words/words.js';
import type { ReportedGate, ReportedProcess } from '../model.js';
import { groupByWhom } from '../view/whom-to-ask.js';

/** How a check was asked for. */
export interface GateDisplay {
  /** Whether what fails ends in 0 all the same. */
  readonly isTrial: boolean;
}

/** How one process stands before the check, each reason with its words and its place. */
export function toStanding(
  { standing, reasons, worse }: ProcessStanding,
  process: Pick<ReportedProcess, 'verdict' | 'place'>,
  policy: GatePolicy,
  isCompared: boolean,
  words: Words,
): ReportedProcess['gate'] {
  return {
    standing,
    reasons: reasons.map((reason) => toReason(reason, process, policy, words)),
    worse: worse.map((change) =>
      change.code === 'new' && !isCompared ? words.gate.notInBaseline : worsened(change, words),
    ),
  };
}

function toReason(
  reason: GateReason,
  { verdict, place }: Pick<ReportedProcess, 'verdict' | 'place'>,
  { minScore = 0 }: GatePolicy,
  words: Words,
): ReportedProcess['gate']['reasons'][number] {
  if (reason === 'min-score') return { reason, text: words.gate.minScore(verdict.score?.low ?? 0, minScore), place };
  if (reason === 'undecided') {
    const asks = groupByWhom(verdict).map(({ whom, questions }) => words.interview.ask(whom, questions));
    return { reason, text: [words.gate.undecided, ...asks].join('; '), place };
  }
  if (isRule(reason)) {
    const rule = verdict.rules.find((one) => one.rule === reason)!;
    return { reason, text: rule.text, place: rule.because[0]?.place ?? place };
  }
  const condition = verdict.conditions.find(({ question }) => question === reason)!;
  return {
    reason,
    text: words.common.isOutcome(reason, words.outcomes[condition.outcome], condition.text),
    place: condition.place,
  };
}

function worsened(change: Change, { gate }: Words): string {
  if (change.code === 'new') return gate.isNew;
  return change.code === 'reason' ? gate.newReason(change.reason) : gate.change(change);
}

function improved(change: Change, { gate }: Words): string {
  return change.code === 'reason' ? gate.better.reason(change.reason) : gate.change(change);
}

function toMoved(say: (change: Change, words: Words) => string, words: Words) {
  return ({ process, changes }: MovedProcess) => ({
    process,
    text:
      typeof changes === 'string' ? words.gate.better[changes] : changes.map((change) => say(change, words)).join('; '),
  });
}

/** What the check makes of all processes together. */
export function toReportedGate(
  gate: Gate,
  processes: readonly ReportedProcess[],
  problems: readonly Problem[],
  check: GateDisplay | undefined,
  words: Words,
): ReportedGate {
  const { policy, baseline, since, outcome } = gate;
  const isTrial = check?.isTrial ?? false;
  const counts = Object.fromEntries(
    STANDINGS.map((name) => [name, [...gate.standings.values()].filter(({ standing }) => standing === name).length]),
  ) as ReportedGate['counts'];
  const reported: Omit<ReportedGate, 'line'> = {
    isEnforced: check !== undefined,
    failOn: policy.failOn,
    minScore: policy.minScore ?? null,
    outcome,
    isTrial,
    counts,
    baseline: baseline ? { ...baseline, better: baseline.better.map(toMoved(improved, words)) } : null,
    since: since
      ? {
          ref: since.ref,
          commit: since.commit,
          came: since.came,
          went: since.went,
          worse: since.worse.map(toMoved(worsened, words)),
          better: since.better.map(toMoved(improved, words)),
          growth: {
            text: words.gate.growth(since.growth),
            added: since.growth.added,
            taken: since.growth.taken,
            isExceeded: since.isGrowthRefused && since.growth.isGrowth,
          },
          unreadable: since.unreadable,
          notes: [
            ...(since.unreadable > 0 ? [words.gate.unreadableBefore(since.unreadable)] : []),
            ...(since.isConfigurationChanged ? [words.gate.configurationChanged] : []),
          ],
        }
      : null,
    limits: gate.limits.map(({ owner, limit, taken, processes: owned, isExceeded }) => ({
      owner,
      limit,
      processes: owned,
      text: words.gate.limit({
        owner,
        limit,
        hours: taken.hours,
        unknown: taken.unknown,
        isExceeded,
        processes: owned,
      }),
      isExceeded,
    })),
  };
  return { ...reported, line: check ? lastLine(gate, reported, processes, problems, words) : null };
}

/** So many processes are named in the last line; the others stand above it. */
const MOST_NAMED = 3;

/** The last line: the gate, what failed it and by how much, and the exit code that goes with it. */
function lastLine(
  gate: Gate,
  { outcome, isTrial, counts, failOn, since }: Omit<ReportedGate, 'line'>,
  processes: readonly ReportedProcess[],
  problems: readonly Problem[],
  words: Words,
): string {
  const { line } = words.gate;
  const failing = processes.filter((one) => one.gate.standing === 'fails');
  const named = failing.slice(0, MOST_NAMED).map(({ id }) => id);
  const ids = [...named, ...(failing.length > named.length ? [line.more(failing.length - named.length)] : [])].join(
    ', ',
  );
  const failed = processes.flatMap(({ assessments }) => assessments.filter((one) => one.outcome === 'failed')).length;
  const letThrough = (['waived', 'in-baseline', 'unchanged'] as const)
    .filter((standing) => counts[standing] > 0)
    .map((standing) => `${counts[standing]} ${words.gate.states[standing]}`);
  const parts = [
    ...(failed > 0 ? [line.failedQuestions(failed)] : []),
    ...(problems.length > 0 ? [line.problems(problems.length)] : []),
    ...(processes.length === 0 ? [line.nothing] : []),
    `${line.gate(failOn)}: ${[
      failing.length > 0 ? line.fails(failing.length, processes.length, ids) : line.passes(processes.length),
      ...letThrough,
    ].join(', ')}`,
    ...minScorePart(gate.policy, failing, words),
    ...gate.limits
      .filter(({ isExceeded }) => isExceeded)
      .map(({ owner, limit, taken }) => line.limit(owner, taken.hours.high - limit)),
    ...gate.limits
      .filter(({ owner, taken }) => owner === null && taken.unknown > 0)
      .map(({ taken }) => line.unstated(taken.unknown)),
    ...(since?.growth.isExceeded
      ? [line.growth(words.grammar.hours(since.growth.added), gate.since!.growth.unstated)]
      : []),
  ];
  const exit =
    isTrial && outcome === 'failed' ? line.trial(exitOfGate(outcome, false)) : line.exit(exitOfGate(outcome, isTrial));
  return `${words.gate.outcome[outcome]}: ${parts.join('; ')}. ${exit}`;
}

function minScorePart({ minScore }: GatePolicy, failing: readonly ReportedProcess[], { gate }: Words): string[] {
  const under = failing.filter((one) => one.gate.reasons.some(({ reason }) => reason === 'min-score'));
  if (minScore === undefined || under.length === 0) return [];
  const short = largest(
    under.map(({ verdict }) => minScore - (verdict.score?.low ?? 0)),
    -Infinity,
  );
  return [gate.line.minScore(minScore, under.length, short)];
}
