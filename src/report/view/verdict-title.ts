import type { Words } from '../../wording/words/words.js';
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
export function verdictTitle(one: Looked, words: Words): string {
  return words.verdicts[lookOf(one)];
}
