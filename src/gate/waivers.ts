import type { JudgedProcess, SourcedProcess } from '../judging/judge.js';
import { type Place, placeOf } from '../places/places.js';
import { isSameRole } from '../sales-process/roles.js';
import { addCadence } from '../time/cadence.js';
import type { Day } from '../time/day.js';
import type { GatePolicy, GateReason } from './policy.js';
import { gateReasons, groundsOf } from './reasons.js';

/** A permission to stay unjustified until a day, as written down. */
export interface Waiver {
  readonly process: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly until: Day;
  readonly granted?: Day | undefined;
  readonly ticket?: string | undefined;
  /** Whether it is in the process file itself; otherwise it is in the configuration. */
  readonly isInProcessFile: boolean;
  readonly place: Place;
  /** Where its last day is written. */
  readonly untilPlace: Place;
}

/**
 * Whether a waiver counts: only an `active` one lets a process pass.
 * - `unused`: the process passes without it, has another one, is retired or doesn't exist
 * - `not-yet`: it is granted from a later day; `expired`: its last day has passed
 * - `self-approved`: the owner of the process approved it
 * - `not-waivable`: the process fails for a reason that no waiver can excuse
 * - `too-long`: it lasts longer than the company allows
 */
export const WAIVER_STATES = [
  'active',
  'unused',
  'not-yet',
  'expired',
  'self-approved',
  'not-waivable',
  'too-long',
] as const;
export type WaiverState = (typeof WAIVER_STATES)[number];

/** A waiver, and whether it counts on the day of judging. */
export interface JudgedWaiver extends Waiver {
  readonly state: WaiverState;
  /** For `unused`: why. */
  readonly because?: 'passes' | 'retired' | 'no-such-process' | 'another-counts';
  /** For `not-waivable`: what forbids it. */
  readonly forbiddenBy?: readonly string[];
  /** For `too-long`: the latest last day it may have. */
  readonly latest?: Day;
}

/** The waivers written in the process files themselves. */
export function waiversInFiles(processes: readonly SourcedProcess[]): Waiver[] {
  return processes.flatMap(({ salesProcess: { id, waiver }, file, places }) => {
    if (!waiver) return [];
    const { reason, approved_by: approvedBy, until, granted, ticket } = waiver;
    return [
      {
        process: id,
        reason,
        approvedBy,
        until,
        granted,
        ticket,
        isInProcessFile: true,
        place: placeOf(file, places, ['waiver']),
        untilPlace: placeOf(file, places, ['waiver', 'until']),
      },
    ];
  });
}

/** What decides whether waivers count. */
export interface WaiverContext {
  readonly judged: readonly JudgedProcess[];
  readonly retired: readonly SourcedProcess[];
  readonly policy: GatePolicy;
  readonly asOf: Day;
  /** Whether all processes were judged: only then does a process that is missing not exist. */
  readonly isWhole: boolean;
}

/** Decides for each waiver whether it counts on the day of judging. Of several that would, only the first does. */
export function judgeWaivers(waivers: readonly Waiver[], context: WaiverContext): JudgedWaiver[] {
  const judgedById = new Map(context.judged.map((judged) => [judged.salesProcess.id, judged]));
  const covered = new Set<string>();
  const isKnown = ({ process }: Waiver) =>
    judgedById.has(process) || context.retired.some(({ salesProcess }) => salesProcess.id === process);
  return waivers
    .filter((waiver) => context.isWhole || isKnown(waiver))
    .map((waiver) => {
      const judged = judgeOne(waiver, judgedById.get(waiver.process), context);
      if (judged.state !== 'active') return judged;
      if (covered.has(waiver.process)) return { ...judged, state: 'unused', because: 'another-counts' };
      covered.add(waiver.process);
      return judged;
    });
}

function judgeOne(waiver: Waiver, judged: JudgedProcess | undefined, context: WaiverContext): JudgedWaiver {
  const { asOf, policy, retired } = context;
  if (!judged) {
    const isRetired = retired.some(({ salesProcess }) => salesProcess.id === waiver.process);
    return { ...waiver, state: 'unused', because: isRetired ? 'retired' : 'no-such-process' };
  }
  if (waiver.until < asOf) return { ...waiver, state: 'expired' };
  const latest = policy.waiverMax && addCadence(waiver.granted ?? asOf, policy.waiverMax);
  if (latest !== undefined && waiver.until > latest) return { ...waiver, state: 'too-long', latest };
  const { owner } = judged.salesProcess;
  if (owner !== undefined && isSameRole(waiver.approvedBy, owner)) return { ...waiver, state: 'self-approved' };
  if (waiver.granted !== undefined && waiver.granted > asOf) return { ...waiver, state: 'not-yet' };
  const reasons: readonly GateReason[] = gateReasons(judged, policy);
  if (reasons.length === 0) return { ...waiver, state: 'unused', because: 'passes' };
  const grounds = groundsOf(judged, reasons);
  const forbiddenBy = policy.unwaivable.filter((id) => grounds.has(id));
  if (forbiddenBy.length > 0) return { ...waiver, state: 'not-waivable', forbiddenBy };
  return { ...waiver, state: 'active' };
}
