import type { Settings } from '../judging/settings.js';
import { type QuestionId, questions } from '../questions/index.js';
import { isSalesTeam, isSameRole } from '../sales-process/roles.js';
import type { SalesProcess } from '../sales-process/sales-process.js';

/** Who can answer a question of a process. */
export interface WhomToAsk {
  readonly roles: readonly string[];
  /** All of them have said that they do not know; there is nobody else. */
  readonly doNotKnow: boolean;
}

/** Stands for the owner where the file names none; `wording/` has the word for it. */
export const UNNAMED_OWNER = 'the owner';

/** Sales on what sales goes through; the owner and those who gain on whether it is necessary. */
export function whomToAsk(id: QuestionId, salesProcess: SalesProcess, { salesTeam }: Settings): WhomToAsk {
  const { performed_by, owner = UNNAMED_OWNER, beneficiaries = [], voices } = salesProcess;
  const question = questions.find((one) => one.id === id)!;
  const sales = performed_by.filter((role) => isSalesTeam(role, salesTeam));
  const entitled = question.salesSpeaks
    ? sales.length > 0
      ? sales
      : ['sales']
    : [...new Set([owner, ...beneficiaries])];
  // Who has just said "I do not know" is asked only when there is nobody else.
  const ignorant = (voices[id] ?? []).filter(({ answer }) => answer === 'unknown').map(({ by }) => by);
  const others = entitled.filter((role) => !ignorant.some((by) => isSameRole(by, role)));
  return others.length > 0 ? { roles: others, doNotKnow: false } : { roles: entitled, doNotKnow: true };
}
