import type { Fault, SaveFault, SystemFault } from '../problem.js';
import type { FaultWords } from './words/problems.js';
import type { Words } from './words/words.js';

type Needed = Pick<Words, 'problems' | 'schema'>;

/** What is wrong and what to do about it, in words. */
export function faultWords(fault: Fault, words: Needed): FaultWords {
  if (fault.key === 'issue') return { message: words.schema.issue(fault.issue) };
  if (fault.key === 'syntax') return own(words.problems.syntax, fault.code) ?? { message: fault.said };
  const say = words.problems.faults[fault.key] as (fault: Fault, why: string) => FaultWords;
  return say(fault, whyOf(fault, words));
}

/** Why an answer was not saved, in words. */
export function saveFaultText(fault: SaveFault, words: Needed): string {
  const say = words.problems.saving[fault.key] as (fault: SaveFault, why: string) => string;
  if (fault.key === 'system') return say(fault, systemText(fault.why, words));
  return say(fault, 'fault' in fault ? faultWords(fault.fault, words).message : '');
}

function whyOf(fault: Fault, words: Needed): string {
  if (!('why' in fault)) return '';
  return 'errno' in fault.why ? systemText(fault.why, words) : saveFaultText(fault.why, words);
}

/** Why the system refused, in words. */
export function systemText({ errno, said }: SystemFault, { problems }: Pick<Words, 'problems'>): string {
  return own(problems.system, errno) ?? said;
}

function own<T>(table: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
