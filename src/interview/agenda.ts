import { isCurrent } from '../judging/current-voices.js';
import type { JudgedProcess } from '../judging/judge.js';
import type { Settings } from '../judging/settings.js';
import type { SheetFault } from '../problem.js';
import { type QuestionId, questions } from '../questions/index.js';
import { isSalesTeam, isSameRole, roleKey } from '../sales-process/roles.js';
import type { SalesProcess, Voice } from '../sales-process/sales-process.js';
import { suggest } from '../util/suggest.js';

/** Who speaks in a session. */
export interface Speaker {
  readonly role: string;
  /** Tells people in the same role apart; a pseudonym will do. */
  readonly who?: string | undefined;
}

/** What a session is about. */
export interface AgendaOptions {
  /** Only these processes. */
  readonly processes?: readonly string[] | undefined;
  /** Only these questions, even those that would not be asked otherwise. */
  readonly questions?: readonly QuestionId[] | undefined;
  /** Only questions that would settle an undecided verdict. */
  readonly isUndecidedOnly?: boolean;
  /** Also questions this speaker has answered recently. */
  readonly isAll?: boolean;
}

/** What to ask about one process, in the order in which to ask it. */
export interface AgendaItem {
  readonly judged: JudgedProcess;
  readonly questions: readonly QuestionId[];
}

/** Estimate of the time one question takes, reason included; used for the minutes left. */
const SECONDS_A_QUESTION = 25;

/** The questions this speaker should answer and has not answered recently, the costliest process first. */
export function agendaFor(
  judged: readonly JudgedProcess[],
  speaker: Speaker,
  settings: Settings,
  options: AgendaOptions = {},
): AgendaItem[] {
  const items = askedAbout(judged, options).map((one) => ({
    judged: one,
    questions: questionsFor(one, speaker, settings, options),
  }));
  return items.filter((item) => item.questions.length > 0).sort((a, b) => hoursOf(b.judged) - hoursOf(a.judged));
}

/** The processes that a session or sheet is about. */
export function askedAbout(judged: readonly JudgedProcess[], options: AgendaOptions): readonly JudgedProcess[] {
  return judged.filter(
    ({ salesProcess, verdict }) =>
      (options.processes?.includes(salesProcess.id) ?? true) &&
      (!options.isUndecidedOnly || verdict.name === 'undecided'),
  );
}

function hoursOf({ burden }: JudgedProcess): number {
  return burden.hours?.high ?? 0;
}

function questionsFor(
  judged: JudgedProcess,
  speaker: Speaker,
  settings: Settings,
  options: AgendaOptions,
): QuestionId[] {
  const { salesProcess, assessments, verdict } = judged;
  const inOrder = options.isUndecidedOnly ? verdict.toAsk : questions.map(({ id }) => id);
  return inOrder.filter((id) => {
    if (options.questions)
      return options.questions.includes(id) && (options.isAll || !hasAnswered(id, judged, speaker, settings));
    const arises = assessments.some(({ question, outcome }) => question === id && outcome !== 'not-applicable');
    const isAsked = isForSpeaker(id, salesProcess, speaker, settings);
    return arises && isAsked && (options.isAll || !hasAnswered(id, judged, speaker, settings));
  });
}

/**
 * Whether this speaker should answer a question. Those who do the process answer all of them, and so does its owner, which shows where
 * the two disagree; those who benefit from it or use its results say whether it is necessary.
 */
function isForSpeaker(id: QuestionId, salesProcess: SalesProcess, { role }: Speaker, { salesTeam }: Settings): boolean {
  const { performed_by, owner, beneficiaries = [], demands } = salesProcess;
  const isSame = (other: string) => isSameRole(other, role);
  const doesIt = performed_by.some((other) => isSame(other) || (isSales(other) && isSalesTeam(role, salesTeam)));
  const isSalesInGeneral = isSales(role) && performed_by.some((other) => isSalesTeam(other, salesTeam));
  if (doesIt || isSalesInGeneral || (owner !== undefined && isSame(owner))) return true;
  return id === 'necessity' && [...beneficiaries, ...demands.flatMap(({ used_by = [] }) => used_by)].some(isSame);
}

/** The role "sales" stands for everybody in the sales team. */
function isSales(role: string): boolean {
  return roleKey(role) === roleKey('sales');
}

function hasAnswered(id: QuestionId, { salesProcess }: JudgedProcess, speaker: Speaker, settings: Settings): boolean {
  return (salesProcess.voices[id] ?? []).some((voice) => isOwn(voice, speaker) && isCurrent(voice, settings));
}

function isOwn(voice: Voice, { role, who }: Speaker): boolean {
  return isSameRole(voice.by, role) && voice.who === who;
}

/** How many others have answered a question. What they said is not shown, so that it does not sway the speaker. */
export function othersHeard(id: QuestionId, { salesProcess }: JudgedProcess, speaker: Speaker): number {
  return (salesProcess.voices[id] ?? []).filter((voice) => !isOwn(voice, speaker)).length;
}

/** How long a number of questions takes, in whole minutes, at least one. */
export function minutesFor(count: number): number {
  return Math.max(1, Math.round((count * SECONDS_A_QUESTION) / 60));
}

/** The roles that may have something to say about these processes: the sales team first, then the others by name. */
export function rolesIn(judged: readonly JudgedProcess[], { salesTeam }: Settings): string[] {
  const occurring = judged.flatMap(({ salesProcess: { owner, performed_by, beneficiaries = [], demands } }) => [
    ...performed_by,
    ...(owner === undefined ? [] : [owner]),
    ...beneficiaries,
    ...demands.flatMap(({ used_by = [] }) => used_by),
  ]);
  const others = [...new Set(occurring)].filter((role) => !isSalesTeam(role, salesTeam)).sort();
  const speaking = judged.flatMap(({ salesProcess: { voices } }) =>
    Object.values(voices)
      .flat()
      .map(({ by }) => by),
  );
  const there = [...occurring, ...speaking];
  const team = salesTeam.filter((role) => isSales(role) || there.some((other) => isSameRole(other, role)));
  return [...team, ...others];
}

/** The fault of a role that is neither in the sales team nor named by any process; `undefined` if the role is known. */
export function unknownRole(
  role: string,
  judged: readonly JudgedProcess[],
  settings: Settings,
): SheetFault | undefined {
  const known = rolesIn(judged, settings);
  if (isSalesTeam(role, settings.salesTeam) || known.some((other) => isSameRole(other, role))) return undefined;
  const meant = suggest(role, known);
  return { key: 'unknown-role', role, ...(meant !== undefined && { meant }) };
}
