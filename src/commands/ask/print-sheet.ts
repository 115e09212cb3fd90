import type { Audit } from '../../audit/audit-files.js';
import type { ExitCode } from '../../exit-code.js';
import { type AgendaOptions, agendaFor, askedAbout } from '../../interview/agenda.js';
import { blankSheet, markdownSheet } from '../../interview/sheet.js';
import type { Io } from '../../io.js';
import type { Words } from '../../wording/words/words.js';
import { withoutCommands } from '../shared/ci-log.js';
import { exitOf } from '../shared/context.js';
import type { AskRequest } from './ask-request.js';
import { speakerOf, whyNothing } from './speaker.js';

/** Prints a blank sheet for one speaker, or for anybody. */
export function printSheet(
  before: Audit,
  { role, who }: AskRequest,
  format: 'yaml' | 'markdown',
  options: AgendaOptions,
  io: Io,
  words: Words,
): ExitCode {
  const { judged, settings, report } = before;
  const speaker = role === undefined ? undefined : speakerOf(role, who);
  const agenda = speaker
    ? agendaFor(judged, speaker, settings, options)
    : askedAbout(judged, options)
        .map((one) => ({
          judged: one,
          questions: one.assessments
            .filter((assessment) => isOnSheet(assessment, one, options))
            .map(({ question }) => question),
        }))
        .filter(({ questions }) => questions.length > 0);
  const sheet = format === 'markdown' ? markdownSheet : blankSheet;
  if (agenda.length > 0) io.stdout.write(withoutCommands(sheet(agenda, { words, speaker, on: settings.asOf }), io));
  else io.stderr.write(`${whyNothing(before, speaker, options, words)}\n`);
  return exitOf(report);
}

function isOnSheet(
  { question, outcome }: Audit['judged'][number]['assessments'][number],
  { verdict }: Audit['judged'][number],
  options: AgendaOptions,
): boolean {
  if (options.questions) return options.questions.includes(question);
  if (options.isUndecidedOnly) return verdict.toAsk.includes(question);
  return outcome !== 'not-applicable';
}
