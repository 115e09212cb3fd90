import { dirname, resolve } from 'node:path';
import { type Audit, auditFiles } from '../../audit/audit-files.js';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { changeFile } from '../../files/edit-file.js';
import { disk } from '../../files/tree.js';
import {
  type AgendaItem,
  type AgendaOptions,
  agendaFor,
  askedAbout,
  hintForUnknownRole,
  rolesIn,
  type Speaker,
} from '../../interview/agenda.js';
import { inquirerPrompter } from '../../interview/inquirer-prompter.js';
import { addVoice } from '../../interview/insert-voice.js';
import { Interrupted, mustSaySomething, type Prompter } from '../../interview/prompter.js';
import { type Given, holdSession, type SessionResult } from '../../interview/session.js';
import { blankSheet, filledSheet, markdownSheet } from '../../interview/sheet.js';
import { takeSheets } from '../../interview/take-sheet.js';
import type { Io } from '../../io.js';
import { defaultIdOf } from '../../load/default-id.js';
import { isEvidence } from '../../load/evidence.js';
import { type QuestionId, questionIds } from '../../questions/index.js';
import type { ReportedProcess } from '../../report/model.js';
import { forTerminal } from '../../report/view/escape.js';
import { hang } from '../../report/view/layout.js';
import { verdictTitle } from '../../report/view/verdict-title.js';
import { groupByWhom } from '../../report/view/whom-to-ask.js';
import { lengthOfTime, points } from '../../wording/en/grammar.js';
import { english } from '../../wording/en/index.js';
import {
  asOfDay,
  type CommonFlags,
  exitOf,
  printProblems,
  reportWidth,
  UsageError,
  withoutCommands,
} from '../shared/context.js';
import { knownIds } from '../shared/known-ids.js';
import { noSuch } from '../shared/no-such.js';

export interface AskFlags extends CommonFlags {
  readonly process?: readonly string[];
  readonly question?: readonly string[];
  readonly undecided?: boolean;
  readonly all?: boolean;
  readonly role?: string;
  readonly who?: string;
  readonly print?: boolean;
  readonly format: 'yaml' | 'markdown';
  readonly from?: readonly string[];
}

/** `audit ask`: a questionnaire session, a blank sheet, or filled sheets taken in. */
export async function ask(
  paths: readonly string[],
  flags: AskFlags,
  io: Io,
  prompter: () => Prompter = () => inquirerPrompter(english.interview),
): Promise<ExitCode> {
  if (flags.who !== undefined && mustSaySomething(flags.who, english.interview) !== true)
    throw new UsageError(`--who must say something, got "${flags.who}"`, 'write a pseudonym, or leave it out');
  if (flags.from) return takeIn(paths, flags.from, flags, io);
  if (!flags.print && !io.isInteractive) throw new UsageError(english.interview.noTerminal);
  const before = await audit(paths, flags, io);
  printProblems(before.report.problems, io);
  const options = toOptions(flags, before);
  if (flags.role !== undefined && before.judged.length > 0) mustBeKnown(flags.role, before);
  if (flags.print) return print(before, flags, options, io);
  if (before.judged.length === 0) return exitOf(before.report);
  return hold(paths, before, flags, options, io, prompter());
}

function audit(paths: readonly string[], flags: CommonFlags, io: Io): Promise<Audit> {
  return auditFiles(paths, { asOf: asOfDay(flags, io), cwd: io.cwd, config: flags.config, readStdin: io.readStdin });
}

function toOptions(flags: AskFlags, { report }: Audit): AgendaOptions {
  const unknown = flags.question?.find((id) => !questionIds.includes(id as QuestionId));
  if (unknown !== undefined) throw noSuch('question', unknown, questionIds);
  return {
    processes: flags.process && [...knownIds(flags.process, report, '--process')],
    questions: flags.question as readonly QuestionId[] | undefined,
    isUndecidedOnly: flags.undecided ?? false,
    isAll: flags.all ?? false,
  };
}

/** Nothing would ever be asked of a role that occurs nowhere, so it is misspelt or missing in the files. */
function mustBeKnown(role: string, { judged, settings }: Audit): void {
  const hint = hintForUnknownRole(role, judged, settings);
  if (hint) throw new UsageError(english.interview.unknownRole(role), hint);
}

async function hold(
  paths: readonly string[],
  before: Audit,
  flags: AskFlags,
  options: AgendaOptions,
  io: Io,
  prompter: Prompter,
): Promise<ExitCode> {
  let speaker: Speaker;
  try {
    speaker = await whoSpeaks(before, flags, prompter);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    io.stderr.write(`\n${english.interview.interrupted}\n`);
    return EXIT.interrupted;
  }
  const agenda = agendaFor(before.judged, speaker, before.settings, options);
  if (agenda.length === 0) {
    io.stdout.write(`${hang('', whyNothing(before, speaker, options), reportWidth(io))}\n`);
    return exitOf(before.report);
  }
  const result = await holdSession(agenda, speaker, before.settings.asOf, {
    words: english,
    prompter,
    width: reportWidth(io),
    say: (text) => io.stdout.write(`${text}\n`),
    save: async (item, question, voice, before) => {
      let isOthers = false;
      const changed = await changeFile(pathOf(item, io), (text) => {
        const added = addVoice(text, targetOf(item, question), voice, before);
        isOthers = before === undefined && 'text' in added && added.text === text;
        return added;
      });
      return { ...changed, isOthers };
    },
    isEvidence: (item, text) => isEvidence(text, dirname(pathOf(item, io)), io),
  });
  const rescued = await saveAgain(result, agenda, io);
  await tellOutcome(paths, before, { ...result, ...rescued }, flags, io);
  if (result.isInterrupted) return EXIT.interrupted;
  return rescued.unsaved.length > 0 ? EXIT.input : exitOf(before.report);
}

/** Why nobody, or not this speaker, is asked anything. */
function whyNothing({ judged, settings }: Audit, speaker: Speaker | undefined, options: AgendaOptions): string {
  const { nothingToAsk } = english.interview;
  if (options.isUndecidedOnly && askedAbout(judged, options).length === 0) return nothingToAsk.settled;
  const role = forTerminal(speaker?.role ?? 'anybody');
  const isAnswered = speaker && agendaFor(judged, speaker, settings, { ...options, isAll: true }).length > 0;
  return isAnswered ? nothingToAsk.answered(role, lengthOfTime(settings.answersValidFor)) : nothingToAsk.others(role);
}

async function whoSpeaks({ judged, settings }: Audit, flags: AskFlags, prompter: Prompter): Promise<Speaker> {
  const { interview } = english;
  if (flags.role !== undefined) return speakerOf(flags.role, flags);
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
  const who =
    flags.who ??
    (await prompter.line({ message: interview.whichWho, check: (text) => mustSaySomething(text, interview) }));
  return speakerOf(role, { who });
}

function speakerOf(role: string, { who = '' }: Pick<AskFlags, 'who'>): Speaker {
  return { role: role.trim(), ...(who.trim() && { who: who.trim() }) };
}

function pathOf({ judged }: AgendaItem, io: Io): string {
  return resolve(io.cwd, judged.file);
}

function targetOf({ judged }: AgendaItem, question: QuestionId) {
  return { id: judged.salesProcess.id, defaultId: defaultIdOf(judged.file), question };
}

/** A disk may have room again by the end of a session. */
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

/** What was answered, how each verdict moved, what is still open, and whatever could not be saved. */
async function tellOutcome(
  paths: readonly string[],
  before: Audit,
  { saved, unsaved, isInterrupted, unfinished }: SessionResult,
  flags: AskFlags,
  io: Io,
): Promise<void> {
  const { interview } = english;
  const after = await audit(paths, flags, io);
  const width = reportWidth(io);
  const isNothing = saved.length === 0 && isInterrupted;
  const lines = [
    '',
    ...(saved.length > 0 || (unsaved.length === 0 && !isInterrupted) ? [interview.saved(saved.length)] : []),
  ];
  if (saved.length > 0) {
    const touched = new Set(saved.map(({ process }) => process));
    const moved = after.report.processes
      .filter(({ id }) => touched.has(id))
      .flatMap((one) => movedLine(one, before, width));
    lines.push(...(moved.length > 0 ? [`${interview.moved}:`, ...moved] : [interview.notMoved]));
  }
  const open = after.report.processes
    .filter(({ verdict }) => verdict.name === 'undecided')
    .map((one) => openLine(one, width));
  if (open.length > 0) lines.push(`${interview.stillOpen}:`, ...open);
  if (unfinished) lines.push(interview.unfinished(unfinished));
  if (isInterrupted) lines.push(hang('', isNothing ? interview.nothingWritten : interview.interrupted, width));
  if (after.report.problems.length > 0) lines.push(interview.notAllJudged(after.report.problems.length));
  io.stdout.write(withoutCommands(`${lines.join('\n')}\n`, io));
  if (unsaved.length > 0) {
    io.stderr.write(`\n${interview.unsavedSheet}\n`);
    io.stdout.write(`\n${filledSheet(unsaved)}`);
  }
}

function movedLine(after: ReportedProcess, { report }: Audit, width: number): string[] {
  const before = report.processes.find(({ id }) => id === after.id);
  if (!before) return [];
  const [from, to] = [verdictOf(before), verdictOf(after)];
  return from === to ? [] : [hang('  ', `${forTerminal(after.name)}: ${from} → ${to}`, width)];
}

function verdictOf(one: ReportedProcess): string {
  const { score } = one.verdict;
  return `${verdictTitle(one, english).toLowerCase()}${score ? ` (${points(score)})` : ''}`;
}

function openLine({ name, verdict }: ReportedProcess, width: number): string {
  const whoms = groupByWhom(verdict).map(({ whom, questions }) => english.interview.ask(whom, questions));
  return hang('  ', forTerminal(`${name}: ${whoms.join('; ')}`), width);
}

function print(before: Audit, flags: AskFlags, options: AgendaOptions, io: Io): ExitCode {
  const { judged, settings, report } = before;
  const speaker = flags.role === undefined ? undefined : speakerOf(flags.role, flags);
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
  const sheet = flags.format === 'markdown' ? markdownSheet : blankSheet;
  if (agenda.length > 0)
    io.stdout.write(withoutCommands(sheet(agenda, { words: english, speaker, on: settings.asOf }), io));
  else io.stderr.write(`${whyNothing(before, speaker, options)}\n`);
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

async function takeIn(paths: readonly string[], sheets: readonly string[], flags: AskFlags, io: Io): Promise<ExitCode> {
  const before = await audit(paths, flags, io);
  printProblems(before.report.problems, io);
  let exit = exitOf(before.report);
  const given: Given[] = [];
  for (const file of sheets) {
    const bytes = readSheet(file, io);
    const shown = file === '-' ? '<stdin>' : file;
    for (const taken of await takeSheets(shown, bytes, {
      judged: before.judged,
      cwd: io.cwd,
      settings: before.settings,
    })) {
      if ('given' in taken) given.push(...taken.given);
      else {
        printProblems(taken.problems, io);
        if (!taken.kept?.length) io.stderr.write(`${forTerminal(shown)}: nothing of this sheet was taken in\n`);
        // Our own fault is worse than bad input.
        if (exit !== EXIT.fault) exit = EXIT.input;
      }
    }
  }
  if (given.length > 0)
    await tellOutcome(paths, before, { saved: given, unsaved: [], isInterrupted: false }, flags, io);
  return exit;
}

function readSheet(file: string, io: Io): Buffer {
  try {
    return file === '-' ? io.readStdin() : disk.read(resolve(io.cwd, file));
  } catch (error) {
    throw new UsageError(
      `cannot read ${file}: ${(error as Error).message}`,
      'name a filled sheet, or - for standard input',
    );
  }
}
