import { Chalk } from 'chalk';
import { DEFAULT_WEIGHTS, type Settings } from '../../judging/settings.js';
import { RULES } from '../../judging/verdict.js';
import { type QuestionId, questions } from '../../questions/index.js';
import { hang } from '../view/layout.js';
import type { RuleText } from '../view/results.js';
import type { FormatOptions } from './format.js';

type Display = Pick<FormatOptions, 'words' | 'width' | 'colour'> & { readonly settings: Settings };

/** Columns of the labels in the margin. */
const LABEL = 8;

/** One question: what is asked, why, how it is judged, which keys matter, what a good answer looks like. */
export function explainQuestion(id: QuestionId, { words, width, colour, settings }: Display): string {
  const chalk = new Chalk({ level: colour });
  const { explain } = words;
  const { number } = questions.find((question) => question.id === id)!;
  const { title, asks, why, source, yesMeans, example, judged, fields, remedy } = words.questions[id];
  const labelled = (label: keyof typeof explain.labels, text: string) =>
    hang(`${explain.labels[label].padEnd(LABEL)} `, text, width);
  const lines = [
    chalk.bold(`${number} ${title}: ${asks}`),
    '',
    labelled('why', explain.source(why, source)),
    labelled('yes', yesMeans),
    labelled('for', explain.example(example)),
    labelled('weight', weightText(id, settings, words)),
    '',
    chalk.bold(explain.howJudged),
    ...[...judged, explain.bareYes].map((rule) => hang('  - ', rule, width)),
    '',
    labelled('keys', fields.join(', ')),
    labelled('todo', explain.remedies(remedy.partly, remedy.no)),
  ];
  return `${lines.join('\n')}\n`;
}

/** A rule of the verdict, of the check, or about waivers. */
export function explainRule({ id, title, says, why }: RuleText, { words, width, colour }: Display): string {
  const chalk = new Chalk({ level: colour });
  const { labels } = words.explain;
  const labelled = (label: keyof typeof labels, text: string) => hang(`${labels[label].padEnd(LABEL)} `, text, width);
  const todo = (words.findings as Readonly<Record<string, { readonly todo: string } | undefined>>)[id]?.todo;
  const lines = [
    chalk.bold(`${id}: ${title}`),
    '',
    ...(todo === undefined ? [labelled('says', says)] : []),
    labelled('why', why),
    ...(todo === undefined ? [] : [labelled('todo', todo)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The questions, and how they make a verdict. */
export function explainAll({ words, width, colour, settings }: Display): string {
  const chalk = new Chalk({ level: colour });
  const { explain } = words;
  const point = (text: string) => hang('  - ', text, width);
  const lines = [
    chalk.bold(explain.questions),
    ...questions.map(({ id, number }) => {
      const weight = String(settings.weights[id]).padStart(2);
      return hang(`  ${number} ${id.padEnd(12)}${weight}  `, words.questions[id].asks, width);
    }),
    '',
    chalk.bold(explain.outcomes),
    ...explain.howOutcomes(settings.answersValidFor).map(point),
    '',
    chalk.bold(explain.verdict),
    point(explain.howScore),
    point(explain.eliminatedWhen),
    ...RULES.map((id) => {
      const { says, source } = words.rules[id];
      return hang('      ', explain.rule(says, source, settings.keepAt), width);
    }),
    ...explain.howVerdict.map(point),
    '',
    chalk.bold(explain.support),
    ...explain.howSupported.map(point),
    '',
    ...explain.end.map((text) => hang('', text, width)),
  ];
  return `${lines.join('\n')}\n`;
}

function weightText(id: QuestionId, { weights }: Settings, { explain }: Display['words']): string {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const standard = weights[id] === DEFAULT_WEIGHTS[id] ? null : DEFAULT_WEIGHTS[id];
  return explain.weight(weights[id], total, standard);
}
