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
  /** Tells people of one role apart; a pseudonym will do. */
  readonly who?: string | undefined;
}

/** What a session is about. */
export interface AgendaOptions {
  /** Only these processes. */
  readonly processes?: readonly string[] | undefined;
  /** Only these questions, also where they would not be asked otherwise. */
  readonly questions?: readonly QuestionId[] | undefined;
  /** Only what would settle an undecided verdict, the costliest process first. */
  readonly isUndecidedOnly?: boolean;
  /** Also what has been answered freshly. */
  readonly isAll?: boolean;
}

/** What to ask about one process, in the order in which to ask it. */
export interface AgendaItem {
  readonly judged: JudgedProcess;
  readonly questions: readonly QuestionId[];
}

/** Seconds that a question takes, reason included: what the remaining minutes are reckoned with. */
const SECONDS_A_QUESTION = 25;

/** The processes and questions on which this speaker should answer and has not answered freshly. */
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
 * Whether a question is this speaker's to answer: those who do the process answer all, the owner too (it shows where the
 * two see it differently), and those who gain by it or use it say whether it is necessary.
 */
function isForSpeaker(id: QuestionId, salesProcess: SalesProcess, { role }: Speaker, { salesTeam }: Settings): boolean {
  const { performed_by, owner, beneficiaries = [], demands } = salesProcess;
  const isSame = (other: string) => isSameRole(other, role);
  const doesIt = performed_by.some((other) => isSame(other) || (isSales(other) && isSalesTeam(role, salesTeam)));
  const isSalesInGeneral = isSales(role) && performed_by.some((other) => isSalesTeam(other, salesTeam));
  if (doesIt || isSalesInGeneral || (owner !== undefined && isSame(owner))) return true;
  return id === 'necessity' && [...beneficiaries, ...demands.flatMap(({ used_by = [] }) => used_by)].some(isSame);
}

/** "sales" stands for everybody in the team, and anybody in the team does what "sales" does. */
function isSales(role: string): boolean {
  return roleKey(role) === roleKey('sales');
}

function hasAnswered(id: QuestionId, { salesProcess }: JudgedProcess, speaker: Speaker, settings: Settings): boolean {
  return (salesProcess.voices[id] ?? []).some((voice) => isOwn(voice, speaker) && isCurrent(voice, settings));
}

function isOwn(voice: Voice, { role, who }: Speaker): boolean {
  return isSameRole(voice.by, role) && voice.who === who;
}

/** How many others have spoken on a question; what they said is not told before one has answered. */
export function othersHeard(id: QuestionId, { salesProcess }: JudgedProcess, speaker: Speaker): number {
  return (salesProcess.voices[id] ?? []).filter((voice) => !isOwn(voice, speaker)).length;
}

/** Whole minutes that so many questions take, at least one. */
export function minutesFor(count: number): number {
  return Math.max(1, Math.round((count * SECONDS_A_QUESTION) / 60));
}

/** The roles that may have something to say in this folder: the sales team first, then all that occur, by name. */
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

/** What is wrong with a role that neither speaks for sales nor occurs in any process; `undefined`: it is known. */
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
