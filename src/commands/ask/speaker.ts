import type { Audit } from '../../audit/audit-files.js';
import {
  type AgendaOptions,
  agendaFor,
  askedAbout,
  hintForUnknownRole,
  rolesIn,
  type Speaker,
} from '../../interview/agenda.js';
import { mustSaySomething } from '../../interview/must-say-something.js';
import type { Prompter } from '../../interview/prompter.js';
import { forTerminal } from '../../report/view/escape.js';
import { lengthOfTime } from '../../wording/en/phrases.js';
import type { Words } from '../../wording/words/words.js';
import type { AskRequest } from './ask-request.js';

/** Who answers: the role that was named, or the one that is chosen. */
export async function whoSpeaks(
  { judged, settings }: Audit,
  { role: named, who: pseudonym }: AskRequest,
  prompter: Prompter,
  { interview }: Words,
): Promise<Speaker> {
  if (named !== undefined) return speakerOf(named, pseudonym);
  const roles = rolesIn(judged, settings).map((role) => ({ name: forTerminal(role), value: role }));
  const another = '';
  const chosen = await prompter.choose({
    message: interview.whoSpeaks,
    choices: [...roles, { name: interview.anotherRole, value: another }],
  });
  const check = (text: string) => {
    if (text.trim() === '') return interview.newProcess.needed;
    const hint = hintForUnknownRole(text.trim(), judged, settings);
    return hint === undefined || `${interview.unknownRole(text.trim())}: ${hint}`;
  };
  const role = chosen === another ? (await prompter.line({ message: interview.whichRole, check })).trim() : chosen;
  const who = pseudonym ?? (await prompter.line({ message: interview.whichWho, check: mustSaySomething }));
  return speakerOf(role, who);
}

export function speakerOf(role: string, who = ''): Speaker {
  return { role: role.trim(), ...(who.trim() && { who: who.trim() }) };
}

/** Why there is nothing to ask this speaker, or anybody. */
export function whyNothing(
  { judged, settings }: Audit,
  speaker: Speaker | undefined,
  options: AgendaOptions,
  { interview: { nothingToAsk } }: Words,
): string {
  if (options.isUndecidedOnly && askedAbout(judged, options).length === 0) return nothingToAsk.settled;
  const role = forTerminal(speaker?.role ?? 'anybody');
  const isAnswered = speaker && agendaFor(judged, speaker, settings, { ...options, isAll: true }).length > 0;
  return isAnswered ? nothingToAsk.answered(role, lengthOfTime(settings.answersValidFor)) : nothingToAsk.others(role);
}
