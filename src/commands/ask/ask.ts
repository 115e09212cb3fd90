import type { Audit } from '../../audit/audit-files.js';
import type { ExitCode } from '../../exit-code.js';
import { type AgendaOptions, unknownRole } from '../../interview/agenda.js';
import { inquirerPrompter } from '../../interview/inquirer-prompter.js';
import { mustSaySomething, type Prompter } from '../../interview/prompter.js';
import type { Io } from '../../io.js';
import { type QuestionId, questionIds } from '../../questions/index.js';
import { faultWords } from '../../wording/faults.js';
import type { LoadWords } from '../../wording/language.js';
import type { InterviewWords } from '../../wording/words/interview.js';
import type { Words } from '../../wording/words/words.js';
import { audit } from '../shared/audit.js';
import { exitOf } from '../shared/context.js';
import { knownIds } from '../shared/known-ids.js';
import { noSuch } from '../shared/no-such.js';
import { UsageError } from '../shared/usage-error.js';
import type { AskRequest } from './ask-request.js';
import { importSheets } from './import-sheets.js';
import { printSheet } from './print-sheet.js';
import { session } from './session.js';

/** `audit ask`: a questionnaire session, a blank sheet, or filled-in sheets. */
export async function ask(
  request: AskRequest,
  io: Io,
  loadWords: LoadWords,
  prompterIn: (words: InterviewWords) => Prompter = inquirerPrompter,
): Promise<ExitCode> {
  const { scope, role, who, kind } = request;
  const words = await loadWords();
  if (who !== undefined && mustSaySomething(who, words.interview) !== true)
    throw new UsageError('blank-pseudonym', { got: who });
  if (kind !== 'session' && 'sheets' in kind) return importSheets(kind.sheets, scope, io, words);
  if (kind === 'session' && !io.isInteractive) throw new UsageError('no-terminal', {});
  const before = await audit(scope, io, words);
  const options = toAgendaOptions(request, before);
  if (role !== undefined && before.judged.length > 0) requireKnown(role, before, words);
  if (kind !== 'session') return printSheet(before, request, kind.printed, options, io, words);
  if (before.judged.length === 0) return exitOf(before.report);
  return session(before, request, options, io, words, prompterIn(words.interview));
}

function toAgendaOptions(
  { processes, questions, isUndecidedOnly, isAll }: AskRequest,
  { report }: Audit,
): AgendaOptions {
  const unknown = questions?.find((id) => !questionIds.includes(id as QuestionId));
  if (unknown !== undefined) throw noSuch('no-such-question', unknown, questionIds);
  return {
    processes: processes && [...knownIds(processes, report, '--process')],
    questions: questions as readonly QuestionId[] | undefined,
    isUndecidedOnly,
    isAll,
  };
}

/** A role that occurs nowhere would never be asked anything: it is misspelt, or missing from the files. */
function requireKnown(role: string, { judged, settings }: Audit, words: Words): void {
  const fault = unknownRole(role, judged, settings);
  if (fault) throw new UsageError('unknown-role', { role, hint: faultWords(fault, words).hint ?? '' });
}
