import { dirname, resolve } from 'node:path';
import type { Audit } from '../../audit/audit-files.js';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { changeFile } from '../../files/edit-file.js';
import { type AgendaItem, type AgendaOptions, agendaFor, type Speaker } from '../../interview/agenda.js';
import { addVoice } from '../../interview/insert-voice.js';
import { Interrupted, type Prompter } from '../../interview/prompter.js';
import { type Given, holdSession, type SessionResult } from '../../interview/session.js';
import type { Io } from '../../io.js';
import { defaultIdOf } from '../../load/default-id.js';
import { isEvidence } from '../../load/evidence.js';
import type { QuestionId } from '../../questions/index.js';
import { hang } from '../../report/view/layout.js';
import type { Words } from '../../wording/words/words.js';
import { exitOf, reportWidth } from '../shared/context.js';
import type { AskRequest } from './ask-request.js';
import { tellOutcome } from './outcome.js';
import { whoSpeaks, whyNothing } from './speaker.js';

/** Asks one speaker, saves each answer as it is given, and prints what came of it. */
export async function session(
  before: Audit,
  request: AskRequest,
  options: AgendaOptions,
  io: Io,
  words: Words,
  prompter: Prompter,
): Promise<ExitCode> {
  let speaker: Speaker;
  try {
    speaker = await whoSpeaks(before, request, prompter, words);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    io.stderr.write(`\n${words.interview.interrupted}\n`);
    return EXIT.interrupted;
  }
  const agenda = agendaFor(before.judged, speaker, before.settings, options);
  if (agenda.length === 0) {
    io.stdout.write(`${hang('', whyNothing(before, speaker, options, words), reportWidth(io))}\n`);
    return exitOf(before.report);
  }
  const result = await holdSession(agenda, speaker, before.settings.asOf, {
    words,
    prompter,
    width: reportWidth(io),
    say: (text) => io.stdout.write(`${text}\n`),
    save: async (item, question, voice, earlier) => {
      let isOthers = false;
      const changed = await changeFile(pathOf(item, io), (text) => {
        const added = addVoice(text, targetOf(item, question), voice, earlier);
        isOthers = earlier === undefined && 'text' in added && added.text === text;
        return added;
      });
      return { ...changed, isOthers };
    },
    isEvidence: (item, text) => isEvidence(text, dirname(pathOf(item, io)), io),
  });
  const rescued = await saveAgain(result, agenda, io);
  await tellOutcome(request.scope, before, { ...result, ...rescued }, io, words);
  if (result.isInterrupted) return EXIT.interrupted;
  return rescued.unsaved.length > 0 ? EXIT.input : exitOf(before.report);
}

/** A full disk may have room again by the end of a session. */
async function saveAgain(
  { saved, unsaved }: SessionResult,
  agenda: readonly AgendaItem[],
  io: Io,
): Promise<Pick<SessionResult, 'saved' | 'unsaved'>> {
  const rescued: Given[] = [];
  for (const given of unsaved) {
    const item = agenda.find(({ judged }) => judged.salesProcess.id === given.process)!;
    const target = targetOf(item, given.question);
    const changed = await changeFile(pathOf(item, io), (text) => addVoice(text, target, given.voice, given.before));
    if (changed.isSaved) rescued.push(given);
  }
  const isReplaced = ({ process, question }: Given) =>
    rescued.some((given) => given.process === process && given.question === question);
  return {
    saved: [...saved.filter((given) => !isReplaced(given)), ...rescued],
    unsaved: unsaved.filter((given) => !rescued.includes(given)),
  };
}

function pathOf({ judged }: AgendaItem, io: Io): string {
  return resolve(io.cwd, judged.file);
}

function targetOf({ judged }: AgendaItem, question: QuestionId) {
  return { id: judged.salesProcess.id, defaultId: defaultIdOf(judged.file), question };
}
