import type { Problem } from '../../problem.js';
import { faultWords } from '../../wording/faults.js';
import type { Words } from '../../wording/words/words.js';
import type { ReportedProblem } from '../model.js';

/** Problems in words. */
export function toReportedProblems(problems: readonly Problem[], words: Words): ReportedProblem[] {
  return problems.map((one) => toReportedProblem(one, words));
}

function toReportedProblem({ code, place, fault, remedy }: Problem, words: Words): ReportedProblem {
  const { message, hint: own } = faultWords(fault, words);
  const hint = remedy === undefined ? own : words.problems.remedies[remedy];
  return hint === undefined ? { code, place, message } : { code, place, message, hint };
}
