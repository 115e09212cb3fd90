import { cyclesIn } from './cycles.js';
import type { PlanAction, PlanStep } from './plan-step.js';

/**
 * Puts the steps in an order in which no process that is still running loses its input: a process that takes the output of
 * another comes before it. Asking breaks nothing and comes first, trials come last, and within each the costliest come first.
 */
export function inSafeOrder(steps: readonly PlanStep[]): PlanStep[] {
  const byId = new Map(steps.map((step) => [step.member.salesProcess.id, step]));
  const consumersOf = new Map(
    steps.map(({ member, action }) => {
      const { id, feeds = [] } = member.salesProcess;
      return [id, action === 'ask' ? [] : feeds.filter((to) => byId.has(to))];
    }),
  );
  // Processes that feed each other in a cycle are one unit.
  const units = cyclesIn([...consumersOf.keys()], (id) => consumersOf.get(id)!).map((ids) =>
    ids.map((id) => byId.get(id)!).sort(byUrgency),
  );
  const unitOf = new Map(units.flatMap((unit) => unit.map((step) => [idOf(step), unit] as const)));
  const waitsFor = new Map(units.map((unit) => [unit, 0]));
  const awaitedBy = new Map(units.map((unit) => [unit, [] as PlanStep[][]]));
  for (const unit of units)
    for (const consumer of new Set(unit.flatMap((step) => consumersOf.get(idOf(step))!).map((id) => unitOf.get(id)!)))
      if (consumer !== unit) {
        waitsFor.set(unit, waitsFor.get(unit)! + 1);
        awaitedBy.get(consumer)!.push(unit);
      }
  const left = [...units].sort((a, b) => byUrgency(a[0]!, b[0]!));
  const ordered: PlanStep[] = [];
  while (left.length > 0) {
    const [unit] = left.splice(
      left.findIndex((candidate) => waitsFor.get(candidate) === 0),
      1,
    ) as [PlanStep[]];
    for (const waiting of awaitedBy.get(unit)!) waitsFor.set(waiting, waitsFor.get(waiting)! - 1);
    const ids = unit.map(idOf);
    ordered.push(...unit.map((step) => ({ ...step, together: ids.filter((id) => id !== idOf(step)) })));
  }
  return ordered;
}

function idOf({ member }: PlanStep): string {
  return member.salesProcess.id;
}

const ACTION_RANK: Readonly<Record<PlanAction, number>> = { ask: 0, remove: 1, merge: 1, automate: 1, try: 2 };

function byUrgency(a: PlanStep, b: PlanStep): number {
  const cost = ({ member: { burden } }: PlanStep) => burden.hours?.high ?? -1;
  return ACTION_RANK[a.action] - ACTION_RANK[b.action] || cost(b) - cost(a) || (idOf(a) < idOf(b) ? -1 : 1);
}
