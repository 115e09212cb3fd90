import { isUnjustified } from '../judging/verdict.js';
import type { Dependencies } from './dependencies.js';
import type { Member } from './member.js';
import type { PlanStep, SameThere } from './plan-step.js';
import type { Portfolio } from './portfolio.js';
import { type ComparedDemand, comparisonWith, samenessOf } from './same-demand.js';

/** Finds a process that is kept and makes every demand of the one given; `undefined` if there is none. */
export function mergersOf(
  { members, settings }: Portfolio,
  alike: Dependencies['alike'],
): (member: Member) => PlanStep['into'] {
  const compare = comparisonWith(settings.synonyms);
  const byId = new Map(members.map((member) => [member.salesProcess.id, member]));
  const isKept = (id: string) => !isUnjustified(byId.get(id)!.verdict);
  const compared = new Map<string, readonly ComparedDemand[]>();
  const demandsOf = (id: string) => {
    const known = compared.get(id) ?? byId.get(id)!.salesProcess.demands.map(compare);
    compared.set(id, known);
    return known;
  };
  return ({ salesProcess: { id } }) => {
    const own = demandsOf(id);
    if (own.length === 0) return undefined;
    for (const other of alike(id, 0).filter(isKept)) {
      const same = sameThere(own, demandsOf(other));
      if (same) return { process: other, demands: same };
    }
    return undefined;
  };
}

/** Pairs each demand with the closest of the others; `undefined` if one has no match. */
function sameThere(own: readonly ComparedDemand[], others: readonly ComparedDemand[]): SameThere[] | undefined {
  const same: SameThere[] = [];
  for (const [index, demand] of own.entries()) {
    let best: SameThere | undefined;
    for (const [otherIndex, other] of others.entries()) {
      const sameness = samenessOf(demand, other);
      if (sameness && (!best || sameness.share > best.share)) best = { ...sameness, index, otherIndex };
    }
    if (!best) return undefined;
    same.push(best);
  }
  return same;
}
