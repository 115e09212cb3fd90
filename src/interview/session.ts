import type { Changed } from '../files/edit-file.js';
import type { QuestionId } from '../questions/index.js';
import { toReportedBurden } from '../report/build/process.js';
import { forTerminal } from '../report/view/escape.js';
import { hang } from '../report/view/layout.js';
import { ALWAYS_ARISES } from '../sales-process/vocabulary.js';
import { toRange } from '../util/range.js';
import { saveFaultText } from '../wording/faults.js';
import type { Words } from '../wording/words/words.js';
import { type AgendaItem, minutesFor, othersHeard, type Speaker } from './agenda.js';
import type { WrittenVoice } from './insert-voice.js';
import { ANSWER_KEYS, Interrupted, mustSaySomething, type Pressed, type Prompter } from './prompter.js';

/** What a session needs from outside. */
export interface SessionWorld {
  /** In the language of the person who answers. */
  readonly words: Words;
  readonly prompter: Prompter;
  readonly width: number;
  say(text: string): void;
  /** Adds a voice to the file of a process, or replaces the one this session wrote `before`. */
  save(item: AgendaItem, question: QuestionId, voice: WrittenVoice, before: WrittenVoice | undefined): Promise<Saved>;
  /** Whether evidence is a link, or a path relative to the process file at which there is a file. */
  isEvidence(item: AgendaItem, text: string): boolean;
}

/** How saving went; `isOthers`: an identical answer was there already, so nothing was written. */
export type Saved = Changed & { readonly isOthers?: boolean };

/** An answer that was given. */
export interface Given {
  readonly process: string;
  readonly question: QuestionId;
  readonly voice: WrittenVoice;
  /** The answer of this session that this one replaces. */
  readonly before?: WrittenVoice | undefined;
}

export interface SessionResult {
  readonly saved: readonly Given[];
  /** Answers that could not be saved. The caller must not lose them. */
  readonly unsaved: readonly Given[];
  readonly isInterrupted: boolean;
  /** The question that was half answered when the session was interrupted. */
  readonly unfinished?: QuestionId | undefined;
}

interface Step {
  readonly item: AgendaItem;
  readonly question: QuestionId;
  readonly process: number;
  readonly at: number;
}

type Spoken = Exclude<Pressed, 'skip' | 'back' | 'stop'>;

/** Goes through the agenda. Every answer is saved before the next question is asked. */
export async function holdSession(
  agenda: readonly AgendaItem[],
  speaker: Speaker,
  on: string,
  world: SessionWorld,
): Promise<SessionResult> {
  const steps: Step[] = agenda.flatMap((item, process) =>
    item.questions.map((question, at) => ({ item, question, process, at })),
  );
  const saved = new Map<string, Given>();
  const unsaved = new Map<string, Given>();
  /** Answers that this session wrote; identical ones it found in the files are somebody else's. */
  const written = new Map<string, WrittenVoice>();
  let unfinished: QuestionId | undefined;
  const result = (isInterrupted: boolean) => ({
    saved: [...saved.values()],
    unsaved: [...unsaved.values()],
    isInterrupted,
    unfinished,
  });
  let shown: AgendaItem | undefined;
  try {
    for (let index = 0; index < steps.length; ) {
      const step = steps[index]!;
      if (shown !== step.item) world.say(introduction(step.item, world.width, world.words));
      shown = step.item;
      const pressed = await askStep(step, index, steps.length, agenda.length, speaker, world, given(step));
      if (pressed === 'stop') break;
      if (pressed === 'back') index = Math.max(0, index - 1);
      else if (pressed === 'skip') index++;
      else {
        await answer(step, pressed);
        index++;
      }
    }
    return result(false);
  } catch (error) {
    if (error instanceof Interrupted) return result(true);
    throw error;
  }

  function given({ item, question }: Step): WrittenVoice | undefined {
    const key = `${item.judged.salesProcess.id} ${question}`;
    return (unsaved.get(key) ?? saved.get(key))?.voice;
  }

  async function answer({ item, question }: Step, pressed: Spoken): Promise<void> {
    unfinished = question;
    const voice = {
      ...(await askReasons(item, pressed, world)),
      by: speaker.role,
      ...(speaker.who && { who: speaker.who }),
      on,
    };
    const process = item.judged.salesProcess.id;
    const key = `${process} ${question}`;
    unfinished = undefined;
    const before = written.get(key);
    const changed = await world.save(item, question, voice, before);
    unsaved.delete(key);
    // If saving failed, the file still holds what this session saved before.
    if (changed.isSaved) saved.delete(key);
    (changed.isSaved ? saved : unsaved).set(key, { process, question, voice, before });
    if (changed.isSaved && !changed.isOthers) written.set(key, voice);
    if (!changed.isSaved) {
      const why = saveFaultText(changed.reason, world.words);
      world.say(world.words.interview.notSaved(process, question, why));
    }
  }
}

async function askStep(
  { item, question, process, at }: Step,
  index: number,
  total: number,
  processes: number,
  speaker: Speaker,
  { prompter, say, width, words }: SessionWorld,
  before: WrittenVoice | undefined,
): Promise<Pressed> {
  const { interview } = words;
  const { asks, yesMeans, title } = words.questions[question];
  const minutes = minutesFor(total - index);
  const questions = item.questions.length;
  say(`\n${interview.progress({ process: process + 1, processes, question: at + 1, questions, minutes })}`);
  const lines = [interview.yesMeans(yesMeans), interview.heard(othersHeard(question, item.judged, speaker))];
  if (before) lines.push(interview.soFar(forTerminal([before.answer, before.why].filter(Boolean).join(', '))));
  const keys = Object.values(ANSWER_KEYS).filter(
    (key) => !(key === 'not-applicable' && ALWAYS_ARISES.includes(question)) && !(key === 'back' && index === 0),
  );
  return prompter.press({
    message: `${title}: ${asks}`,
    lines: lines.flatMap((line) => hang('', line, width - 2).split('\n')),
    keys,
  });
}

async function askReasons(
  item: AgendaItem,
  answer: Spoken,
  { prompter, isEvidence, words }: SessionWorld,
): Promise<Pick<WrittenVoice, 'answer' | 'why' | 'evidence'>> {
  if (answer === 'unknown') return { answer };
  const { interview } = words;
  const isNeeded = answer === 'not-applicable';
  const message = interview.why[answer === 'yes' || isNeeded ? answer : 'other'];
  const checkWhy = (text: string) =>
    isNeeded && text.trim() === '' ? interview.whyNeeded : mustSaySomething(text, interview);
  const why = (await prompter.line({ message, check: checkWhy })).trim();
  if (isNeeded) return { answer, why };
  const check = (text: string) =>
    text.trim() === '' ||
    isEvidence(item, text.trim()) ||
    interview.evidenceMissing(forTerminal(folderOf(item) ?? interview.thisFolder));
  const evidence = (await prompter.line({ message: interview.evidence, check })).trim();
  return { answer, ...(why !== '' && { why }), ...(evidence !== '' && { evidence: [evidence] }) };
}

function folderOf({ judged }: AgendaItem): string | undefined {
  const end = judged.file.lastIndexOf('/');
  return end < 0 ? undefined : judged.file.slice(0, end);
}

/** The process in five lines: what its file says, but not what others answered. */
export function introduction({ judged }: AgendaItem, width: number, words: Words): string {
  const { salesProcess, burden } = judged;
  const { name, demands, effort, owner, purpose } = salesProcess;
  const { asks, often, owner: wantedBy, purpose: saidToBeFor, costs } = words.interview.intro;
  const minutes = effort?.minutes === undefined ? undefined : toRange(effort.minutes);
  const rows: [string, string][] = [
    [asks[0], asks[1](demands.map(({ what }) => what))],
    [often[0], often[1](effort?.every, effort?.times_per_year, minutes)],
    [wantedBy[0], wantedBy[1](owner)],
    [saidToBeFor[0], saidToBeFor[1](purpose)],
    [costs[0], costs[1](toReportedBurden(burden, words).text)],
  ];
  const lines = rows.map(([label, text]) => hang(`  ${label.padEnd(16)}`, forTerminal(text), width));
  return ['', hang('', forTerminal(name), width), ...lines].join('\n');
}
