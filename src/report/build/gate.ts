import { exitOfGate } from '../../exit-code.js';
import type { Change } from '../../gate/earlier-process.js';
import type { Gate, Moved, Standings } from '../../gate/gate.js';
import { STANDINGS } from '../../gate/gate.js';
import type { GatePolicy, GateReason } from '../../gate/policy.js';
import { isRule } from '../../gate/reasons.js';
import type { Problem } from '../../problem.js';
import { largest } from '../../util/largest.js';
import { hours } from '../../wording/en/grammar.js';
import { english } from '../../wording/en/index.js';
import type { ReportedGate, ReportedProcess } from '../model.js';
import { groupByWhom } from '../view/whom-to-ask.js';

/** How a check was asked for. */
export interface GateDisplay {
  /** Whether what fails ends in 0 all the same. */
  readonly isTrial: boolean;
}

const words = english.gate;

/** How one process stands before the check, each reason with its words and its place. */
export function toStanding(
  { standing, reasons, worse }: Standings,
  process: Pick<ReportedProcess, 'verdict' | 'place'>,
  policy: GatePolicy,
  isCompared: boolean,
): ReportedProcess['gate'] {
  return {
    standing,
    reasons: reasons.map((reason) => toReason(reason, process, policy)),
    worse: worse.map((change) => (change.code === 'new' && !isCompared ? words.notInBaseline : worsened(change))),
  };
}

function toReason(
  reason: GateReason,
  { verdict, place }: Pick<ReportedProcess, 'verdict' | 'place'>,
  { minScore = 0 }: GatePolicy,
): ReportedProcess['gate']['reasons'][number] {
  if (reason === 'min-score') return { reason, text: words.minScore(verdict.score?.low ?? 0, minScore), place };
  if (reason === 'undecided') {
    const asks = groupByWhom(verdict).map(({ whom, questions }) => english.interview.ask(whom, questions));
    return { reason, text: [words.undecided, ...asks].join('; '), place };
  }
  if (isRule(reason)) {
    const rule = verdict.rules.find((one) => one.rule === reason)!;
    return { reason, text: rule.text, place: rule.because[0]?.place ?? place };
  }
  const condition = verdict.conditions.find(({ question }) => question === reason)!;
  return {
    reason,
    text: `${reason} is ${english.outcomes[condition.outcome]}: ${condition.text}`,
    place: condition.place,
  };
}

function worsened(change: Change): string {
  if (change.code === 'new') return words.isNew;
  return change.code === 'reason' ? words.newReason(change.reason) : words.change(change);
}

function improved(change: Change): string {
  return change.code === 'reason' ? words.better.reason(change.reason) : words.change(change);
}

function toMoved(say: (change: Change) => string) {
  return ({ process, changes }: Moved) => ({
    process,
    text: typeof changes === 'string' ? words.better[changes] : changes.map(say).join('; '),
  });
}

/** What the check makes of all processes together. */
export function toReportedGate(
  gate: Gate,
  processes: readonly ReportedProcess[],
  problems: readonly Problem[],
  check: GateDisplay | undefined,
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
    baseline: baseline ? { ...baseline, better: baseline.better.map(toMoved(improved)) } : null,
    since: since
      ? {
          ref: since.ref,
          commit: since.commit,
          came: since.came,
          went: since.went,
          worse: since.worse.map(toMoved(worsened)),
          better: since.better.map(toMoved(improved)),
          growth: {
            text: words.growth(since.growth),
            added: since.growth.added,
            taken: since.growth.taken,
            isExceeded: since.isGrowthRefused && since.growth.isGrowth,
          },
          unreadable: since.unreadable,
          notes: [
            ...(since.unreadable > 0 ? [words.unreadableBefore(since.unreadable)] : []),
            ...(since.isConfigurationChanged ? [words.configurationChanged] : []),
          ],
        }
      : null,
    limits: gate.limits.map(({ owner, limit, taken, processes: owned, isExceeded }) => ({
      owner,
      limit,
      processes: owned,
      text: words.limit({ owner, limit, hours: taken.hours, unknown: taken.unknown, isExceeded, processes: owned }),
      isExceeded,
    })),
  };
  return { ...reported, line: check ? lastLine(gate, reported, processes, problems) : null };
}

/** So many processes are named in the last line; the others stand above it. */
const MOST_NAMED = 3;

/** The last line: the gate, what failed it and by how much, and the exit code that goes with it. */
function lastLine(
  gate: Gate,
  { outcome, isTrial, counts, failOn, since }: Omit<ReportedGate, 'line'>,
  processes: readonly ReportedProcess[],
  problems: readonly Problem[],
): string {
  const { line } = words;
  const failing = processes.filter((one) => one.gate.standing === 'fails');
  const named = failing.slice(0, MOST_NAMED).map(({ id }) => id);
  const ids = [...named, ...(failing.length > named.length ? [`${failing.length - named.length} more`] : [])].join(
    ', ',
  );
  const failed = processes.flatMap(({ assessments }) => assessments.filter((one) => one.outcome === 'failed')).length;
  const letThrough = (['waived', 'in-baseline', 'unchanged'] as const)
    .filter((standing) => counts[standing] > 0)
    .map((standing) => `${counts[standing]} ${words.states[standing]}`);
  const parts = [
    ...(failed > 0 ? [line.failedQuestions(failed)] : []),
    ...(problems.length > 0 ? [line.problems(problems.length)] : []),
    ...(processes.length === 0 ? [line.nothing] : []),
    `${line.gate(failOn)}: ${[
      failing.length > 0 ? line.fails(failing.length, processes.length, ids) : line.passes(processes.length),
      ...letThrough,
    ].join(', ')}`,
    ...minScorePart(gate.policy, failing),
    ...gate.limits
      .filter(({ isExceeded }) => isExceeded)
      .map(({ owner, limit, taken }) => line.limit(owner, taken.hours.high - limit)),
    ...gate.limits
      .filter(({ owner, taken }) => owner === null && taken.unknown > 0)
      .map(({ taken }) => line.unstated(taken.unknown)),
    ...(since?.growth.isExceeded ? [line.growth(hours(since.growth.added), gate.since!.growth.unstated)] : []),
  ];
  const exit =
    isTrial && outcome === 'failed' ? line.trial(exitOfGate(outcome, false)) : line.exit(exitOfGate(outcome, isTrial));
  return `${words.outcome[outcome]}: ${parts.join('; ')}. ${exit}`;
}

function minScorePart({ minScore }: GatePolicy, failing: readonly ReportedProcess[]): string[] {
  const under = failing.filter((one) => one.gate.reasons.some(({ reason }) => reason === 'min-score'));
  if (minScore === undefined || under.length === 0) return [];
  const short = largest(
    under.map(({ verdict }) => minScore - (verdict.score?.low ?? 0)),
    -Infinity,
  );
  return [words.line.minScore(minScore, under.length, short)];
}
