import { stringify } from 'yaml';
import { type QuestionId, questions } from '../questions/index.js';
import { ALWAYS_ARISES, ANSWERS } from '../sales-process/vocabulary.js';
import type { Words } from '../wording/words/words.js';
import type { AgendaItem, Speaker } from './agenda.js';
import { type Given, introduction } from './session.js';

/** Width of the comments in a sheet, in columns. */
const WIDTH = 96;

export interface SheetHead {
  readonly words: Words;
  readonly speaker?: Speaker | undefined;
  readonly on: string;
}

/** A blank sheet in YAML: what a session would ask, to be filled in with an editor and imported with `--from`. */
export function blankSheet(agenda: readonly AgendaItem[], { words, speaker, on }: SheetHead): string {
  const head = [
    ...words.interview.sheet.howTo.map((line) => `# ${line}`),
    'sheet: 1',
    `role:${inline(speaker?.role)}`,
    `who:${inline(speaker?.who)}`,
    `on: ${on}`,
    'answers:',
  ];
  const processes = agenda.flatMap((item) => [
    '',
    ...introduction(item, WIDTH, words)
      .trim()
      .split('\n')
      .map((line) => `  # ${line}`),
    `  ${item.judged.salesProcess.id}:`,
    ...item.questions.flatMap((id) => blankQuestion(id, words)),
  ]);
  return `${[...head, ...processes].join('\n')}\n`;
}

function inline(text: string | undefined): string {
  return text === undefined ? '' : ` ${stringify(text, { lineWidth: 0 }).trimEnd()}`;
}

function blankQuestion(id: QuestionId, words: Words): string[] {
  const { asks, yesMeans } = words.questions[id];
  return [
    `    # ${asks} ${words.interview.yesMeans(yesMeans)}`,
    `    ${id}:`,
    '      answer:',
    '      why:',
    '      evidence: []',
  ];
}

/** Given answers as a sheet that can be imported; this is how answers that could not be saved are printed. */
export function filledSheet(given: readonly Given[]): string {
  const [first] = given;
  if (!first) return '';
  const answers: Record<string, Record<string, unknown>> = {};
  for (const { process, question, voice } of given) {
    const { answer, why, evidence } = voice;
    answers[process] = {
      ...answers[process],
      [question]: { answer, ...(why && { why }), ...(evidence && { evidence }) },
    };
  }
  const { by: role, who, on } = first.voice;
  return stringify({ sheet: 1, role, ...(who && { who }), on, answers }, { lineWidth: 0 });
}

/** A blank sheet for paper or a wiki. Only people read it; the tool cannot import it. */
export function markdownSheet(agenda: readonly AgendaItem[], { words, speaker, on }: SheetHead): string {
  const { title, markdownHowTo, role, day } = words.interview.sheet;
  const head = [
    `# ${title}`,
    '',
    markdownHowTo,
    '',
    `${role}: ${speaker ? escaped(speaker.role) : '________________'}  ${day}: ${on}`,
  ];
  const processes = agenda.flatMap(({ judged, questions: asked }) => {
    const [name, ...rows] = introduction({ judged, questions: asked }, Number.POSITIVE_INFINITY, words)
      .trim()
      .split('\n');
    return [
      '',
      `## ${escaped(name!)}`,
      '',
      ...rows.map((row) => `- ${escaped(row.trim().replace(/ {2,}/, ': '))}`),
      ...asked.flatMap((id) => markdownQuestion(id, words)),
    ];
  });
  return `${[...head, ...processes].join('\n')}\n`;
}

function markdownQuestion(id: QuestionId, words: Words): string[] {
  const { asks, yesMeans } = words.questions[id];
  const { number } = questions.find((question) => question.id === id)!;
  const possible = ANSWERS.filter((answer) => answer !== 'not-applicable' || !ALWAYS_ARISES.includes(id));
  const boxes = possible
    .map((answer) => `☐ ${answer === 'unknown' ? words.interview.keys.unknown : words.outcomes[answer]}`)
    .join('   ');
  return [
    '',
    `**${number}. ${asks}** ${words.interview.yesMeans(yesMeans)}`,
    '',
    boxes,
    '',
    `${words.interview.sheet.why}: ____________________________________________`,
  ];
}

/** Text from a file, escaped so that Markdown shows it as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|]/g, (character) => `\\${character}`);
}
