import type { JudgedProcess } from '../judging/judge.js';
import { checkLimits, type Growth, growthBetween, type LimitResult } from './burden-limits.js';
import { type Change, type EarlierProcess, earlierProcess, improvements, worsenings } from './earlier-process.js';
import type { GatePolicy, GateReason } from './policy.js';
import { gateReasons } from './reasons.js';
import type { JudgedWaiver } from './waivers.js';

/**
 * How a process does in the check: it passes, it fails, or it would fail but is let through by a waiver, because it is in the
 * baseline, or because the change didn't make it worse.
 */
export const STANDINGS = ['passes', 'fails', 'waived', 'in-baseline', 'unchanged'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How one process does in the check, and why. */
export interface ProcessStanding {
  readonly standing: Standing;
  /** Why it fails, or would without being let through; empty: it passes. */
  readonly reasons: readonly GateReason[];
  /** If it fails compared with a baseline or an earlier commit: what is new or worse. */
  readonly worse: readonly Change[];
}

/** How a process differs from what a baseline or an earlier commit knows of it. */
export interface MovedProcess {
  readonly process: string;
  readonly changes: readonly Change[] | 'gone' | 'passes';
}

/** How the check ends. The worst wins: `fault` (a bug of ours), then `not-judged`, then `failed`. */
export type GateOutcome = 'passed' | 'failed' | 'not-judged' | 'fault';

/** The result of the check. */
export interface Gate {
  readonly policy: GatePolicy;
  /** By process id. */
  readonly standings: ReadonlyMap<string, ProcessStanding>;
  readonly waivers: readonly JudgedWaiver[];
  readonly baseline?: { readonly file: string; readonly processes: number; readonly better: readonly MovedProcess[] };
  readonly since?: SinceResult;
  readonly limits: readonly LimitResult[];
  readonly outcome: GateOutcome;
}

/** What changed since an earlier commit; processes are given by id. */
export interface SinceResult {
  readonly ref: string;
  readonly commit: string;
  readonly came: readonly string[];
  readonly went: readonly string[];
  readonly worse: readonly MovedProcess[];
  readonly better: readonly MovedProcess[];
  readonly growth: Growth;
  readonly isGrowthRefused: boolean;
  /** Number of files of the earlier commit that could not be judged; the processes in them count as new. */
  readonly unreadable: number;
  readonly isConfigurationChanged: boolean;
}

/** An earlier state of the same processes. */
export interface Earlier {
  readonly ref: string;
  readonly commit: string;
  readonly judged: readonly JudgedProcess[];
  readonly unreadable: number;
  /** Whether the configuration was different then; both states are judged with the present one. */
  readonly isConfigurationChanged: boolean;
  /** Whether the policy refuses hours that come without others going. */
  readonly isGrowthRefused: boolean;
}

/** Everything the gate decides on. */
export interface GateInput {
  readonly judged: readonly JudgedProcess[];
  readonly policy: GatePolicy;
  readonly waivers: readonly JudgedWaiver[];
  readonly baseline?: { readonly file: string; readonly known: ReadonlyMap<string, EarlierProcess> } | undefined;
  readonly earlier?: Earlier | undefined;
  /** Number of problems that kept input from being judged. */
  readonly problems: number;
  readonly isEmptyAllowed: boolean;
  /** Whether all processes were judged, not only some that were named. */
  readonly isWhole: boolean;
}

/** Applies the policy to each process, and to all of them together. */
export function decideGate(input: GateInput): Gate {
  const { judged, policy, waivers, baseline, earlier } = input;
  const earlierById = new Map(
    earlier?.judged.map((before) => [before.salesProcess.id, earlierProcess(before, policy)]),
  );
  const standings = new Map(
    judged.map((current) => [current.salesProcess.id, standingOf(current, input, earlier && earlierById)]),
  );
  const limits = checkLimits(policy.maxBurden, judged);
  const since = earlier && compare(earlier, earlierById, judged, policy);
  const fails =
    [...standings.values()].some(({ standing }) => standing === 'fails') ||
    limits.some(({ isExceeded }) => isExceeded) ||
    (since?.isGrowthRefused === true && since.growth.isGrowth);
  return {
    policy,
    standings,
    waivers,
    limits,
    ...(baseline && {
      baseline: {
        file: baseline.file,
        processes: baseline.known.size,
        better: betterThanKnown(baseline.known, judged, policy).filter(
          ({ changes }) => (input.isWhole && input.problems === 0) || changes !== 'gone',
        ),
      },
    }),
    ...(since && { since }),
    outcome: outcomeOf(input, fails),
  };
}

function standingOf(
  current: JudgedProcess,
  { policy, waivers, baseline }: GateInput,
  earlier: ReadonlyMap<string, EarlierProcess> | undefined,
): ProcessStanding {
  const { id } = current.salesProcess;
  const reasons = gateReasons(current, policy);
  if (reasons.length === 0) return { standing: 'passes', reasons, worse: [] };
  const isWaived = waivers.some(({ process, state }) => process === id && state === 'active');
  if (isWaived) return { standing: 'waived', reasons, worse: [] };
  // A process of the earlier commit is compared with that commit: the baseline may be older and more lenient.
  const known = earlier?.get(id);
  if (known) {
    const worse = worsenings(current, reasons, known, 'since');
    return { standing: worse.length > 0 ? 'fails' : 'unchanged', reasons, worse };
  }
  const worseThanBaseline = baseline && worsenings(current, reasons, baseline.known.get(id), 'baseline');
  if (worseThanBaseline?.length === 0) return { standing: 'in-baseline', reasons, worse: [] };
  return { standing: 'fails', reasons, worse: earlier ? [{ code: 'new' }] : (worseThanBaseline ?? []) };
}

/** Processes that are better than their entries in the baseline. */
function betterThanKnown(
  known: ReadonlyMap<string, EarlierProcess>,
  judged: readonly JudgedProcess[],
  policy: GatePolicy,
): MovedProcess[] {
  const now = new Map(judged.map((current) => [current.salesProcess.id, current]));
  return [...known].flatMap(([process, before]): MovedProcess[] => {
    const current = now.get(process);
    if (!current) return [{ process, changes: 'gone' }];
    const reasons = gateReasons(current, policy);
    if (reasons.length === 0) return [{ process, changes: 'passes' }];
    const changes = improvements(current, reasons, before);
    return changes.length > 0 ? [{ process, changes }] : [];
  });
}

function compare(
  { ref, commit, judged: before, unreadable, isConfigurationChanged, isGrowthRefused }: Earlier,
  known: ReadonlyMap<string, EarlierProcess>,
  judged: readonly JudgedProcess[],
  policy: GatePolicy,
): SinceResult {
  const now = new Set(judged.map(({ salesProcess }) => salesProcess.id));
  const moved = (way: (current: JudgedProcess, reasons: GateReason[], was: EarlierProcess) => Change[]) =>
    judged.flatMap((current): MovedProcess[] => {
      const was = known.get(current.salesProcess.id);
      const changes = was ? way(current, gateReasons(current, policy), was) : [];
      return changes.length > 0 ? [{ process: current.salesProcess.id, changes }] : [];
    });
  return {
    ref,
    commit,
    came: [...now].filter((id) => !known.has(id)).sort(),
    went: [...known.keys()].filter((id) => !now.has(id)).sort(),
    worse: moved((current, reasons, was) => worsenings(current, reasons, was, 'since')),
    better: moved((current, reasons, was) =>
      improvements(current, reasons, was).filter(({ code }) => code !== 'reason'),
    ),
    growth: growthBetween(before, judged),
    isGrowthRefused,
    unreadable,
    isConfigurationChanged,
  };
}

function outcomeOf({ judged, problems, isEmptyAllowed }: GateInput, fails: boolean): GateOutcome {
  if (judged.some(({ outcomes }) => outcomes.includes('failed'))) return 'fault';
  if (problems > 0 || (judged.length === 0 && !isEmptyAllowed)) return 'not-judged';
  return fails ? 'failed' : 'passed';
}
