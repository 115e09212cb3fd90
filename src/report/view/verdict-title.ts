import { english } from '../../wording/en/index.js';
import type { ReportedProcess } from '../model.js';

/** How a verdict looks to a reader: a kept process with conditions is not like a clean one. */
export type Look = 'eliminate' | 'undecided' | 'conditions' | 'keep';

/** What of a verdict says how it looks. */
interface Looked {
  readonly verdict: Pick<ReportedProcess['verdict'], 'name'> & { readonly conditions: readonly unknown[] };
}

export function lookOf({ verdict }: Looked): Look {
  return verdict.conditions.length > 0 ? 'conditions' : verdict.name;
}

/** The verdict in words: "Keep, with conditions". */
export function verdictTitle(one: Looked): string {
  return english.verdicts[lookOf(one)];
}
