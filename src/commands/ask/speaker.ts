import type { Audit } from '../../audit/audit-files.js';
import {
  type AgendaOptions,
  agendaFor,
  askedAbout,
  rolesIn,
  type Speaker,
  unknownRole,
} from '../../interview/agenda.js';
import { mustSaySomething, type Prompter } from '../../interview/prompter.js';
import { forTerminal } from '../../report/view/escape.js';
import { faultWords } from '../../wording/faults.js';
import type { Words } from '../../wording/words/words.js';
import type { AskRequest } from './ask-request.js';

/** Who answers: the role that was named, or the one that is chosen. */
export async function whoSpeaks(
  { judged, settings }: Audit,
  { role: named, who: pseudonym }: AskRequest,
  prompter: Prompter,
  words: Words,
): Promise<Speaker> {
  const { interview } = words;
  if (named !== undefined) return speakerOf(named, pseudonym);
  const roles = rolesIn(judged, settings).map((role) => ({ name: forTerminal(role), value: role }));
  const another = '';
  const chosen = await prompter.choose({
    message: interview.whoSpeaks,
    choices: [...roles, { name: interview.anotherRole, value: another }],
  });
  const check = (text: string) => {
    if (text.trim() === '') return interview.newProcess.needed;
    const fault = unknownRole(text.trim(), judged, settings);
    if (!fault) return true;
    const { message, hint } = faultWords(fault, words);
    return `${message}: ${hint}`;
  };
  const role = chosen === another ? (await prompter.line({ message: interview.whichRole, check })).trim() : chosen;
  const who =
    pseudonym ??
    (await prompter.line({ message: interview.whichWho, check: (text) => mustSaySomething(text, interview) }));
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
  { interview, grammar }: Words,
): string {
  const { nothingToAsk } = interview;
  if (options.isUndecidedOnly && askedAbout(judged, options).length === 0) return nothingToAsk.settled;
  if (!speaker) return nothingToAsk.others(undefined);
  const role = forTerminal(speaker.role);
  const isAnswered = agendaFor(judged, speaker, settings, { ...options, isAll: true }).length > 0;
  return isAnswered ? nothingToAsk.answered(role, grammar.length(settings.answersValidFor)) : nothingToAsk.others(role);
}
