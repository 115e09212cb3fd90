import type { Changed } from '../files/edit-file.js';
import type { QuestionId } from '../questions/index.js';
import { toReportedBurden } from '../report/build/process.js';
import { forTerminal } from '../report/view/escape.js';
import { hang } from '../report/view/layout.js';
import type { Words } from '../wording/words/words.js';
import { type AgendaItem, minutesFor, othersHeard, type Speaker } from './agenda.js';
import type { WrittenVoice } from './insert-voice.js';
import { ANSWER_KEYS, Interrupted, mustSaySomething, type Pressed, type Prompter } from './prompter.js';

/** What a session needs of the world. */
export interface SessionWorld {
  /** What is said, in the language of whoever answers. */
  readonly words: Words;
  readonly prompter: Prompter;
  readonly width: number;
  say(text: string): void;
  /** Puts a voice into the file of a process, in the place of one that this session wrote `before`. */
  save(item: AgendaItem, question: QuestionId, voice: WrittenVoice, before: WrittenVoice | undefined): Promise<Saved>;
  /** Whether evidence is a link, or a file that exists seen from the process file. */
  isEvidence(item: AgendaItem, text: string): boolean;
}

/** How saving went; `isOthers`: somebody has said just that, and nothing was written. */
export type Saved = Changed & { readonly isOthers?: boolean };

/** An answer that was given. */
export interface Given {
  readonly process: string;
  readonly question: QuestionId;
  readonly voice: WrittenVoice;
  /** What the session wrote before, and this is to take the place of. */
  readonly before?: WrittenVoice | undefined;
}

export interface SessionResult {
  readonly saved: readonly Given[];
  /** Answers that could not be saved; the caller must not lose them. */
  readonly unsaved: readonly Given[];
  readonly isInterrupted: boolean;
  /** The question whose answer was begun and not finished when the session was interrupted. */
  readonly unfinished?: QuestionId | undefined;
}

interface Step {
  readonly item: AgendaItem;
  readonly question: QuestionId;
  readonly process: number;
  readonly at: number;
}

type Spoken = Exclude<Pressed, 'skip' | 'back' | 'stop'>;

/** Goes through the agenda; every answer is saved before the next question is asked. */
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
  /** What stands in the files because this session wrote it; what it only found there is somebody else's. */
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
    // What could not be saved leaves in the file what this session saved before.
    if (changed.isSaved) saved.delete(key);
    (changed.isSaved ? saved : unsaved).set(key, { process, question, voice, before });
    if (changed.isSaved && !changed.isOthers) written.set(key, voice);
    if (!changed.isSaved) world.say(world.words.interview.notSaved(process, question, changed.reason));
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
    (key) => !(key === 'not-applicable' && question === 'necessity') && !(key === 'back' && index === 0),
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

/** The process in five lines: what its description says, and nothing of what others answered. */
export function introduction({ judged }: AgendaItem, width: number, words: Words): string {
  const { salesProcess, burden } = judged;
  const { name, demands, effort, owner, purpose } = salesProcess;
  const { asks, often, owner: wantedBy, purpose: saidToBeFor, costs } = words.interview.intro;
  const minutes = effort?.minutes;
  const range =
    minutes === undefined
      ? undefined
      : typeof minutes === 'number'
        ? { low: minutes, high: minutes }
        : { low: minutes[0], high: minutes[1] };
  const rows: [string, string][] = [
    [asks[0], asks[1](demands.map(({ what }) => what))],
    [often[0], often[1](effort?.every, effort?.times_per_year, range)],
    [wantedBy[0], wantedBy[1](owner)],
    [saidToBeFor[0], saidToBeFor[1](purpose)],
    [costs[0], costs[1](toReportedBurden(burden, words).text)],
  ];
  const lines = rows.map(([label, text]) => hang(`  ${label.padEnd(16)}`, forTerminal(text), width));
  return ['', hang('', forTerminal(name), width), ...lines].join('\n');
}
