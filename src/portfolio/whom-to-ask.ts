import type { Settings } from '../judging/settings.js';
import { type QuestionId, questions } from '../questions/index.js';
import { isSalesTeam, isSameRole } from '../sales-process/roles.js';
import type { SalesProcess } from '../sales-process/sales-process.js';

/** Who can answer a question about a process. */
export interface WhomToAsk {
  readonly roles: readonly string[];
  /** Everybody who could know has said they don't. */
  readonly doNotKnow: boolean;
}

/** Stands for the owner where the file names none; `wording/` has the word for it. */
export const UNNAMED_OWNER = 'the owner';

/** Sales, on what sales goes through; the owner and the beneficiaries, on whether it is necessary. */
export function whomToAsk(id: QuestionId, salesProcess: SalesProcess, { salesTeam }: Settings): WhomToAsk {
  const { performed_by, owner = UNNAMED_OWNER, beneficiaries = [], voices } = salesProcess;
  const question = questions.find((known) => known.id === id)!;
  const sales = performed_by.filter((role) => isSalesTeam(role, salesTeam));
  const entitled = question.salesSpeaks
    ? sales.length > 0
      ? sales
      : ['sales']
    : [...new Set([owner, ...beneficiaries])];
  // Somebody who has said "I don't know" is asked again only if there is nobody else.
  const ignorant = (voices[id] ?? []).filter(({ answer }) => answer === 'unknown').map(({ by }) => by);
  const others = entitled.filter((role) => !ignorant.some((by) => isSameRole(by, role)));
  return others.length > 0 ? { roles: others, doNotKnow: false } : { roles: entitled, doNotKnow: true };
}
