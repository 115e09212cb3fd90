import { Chalk } from 'chalk';
import { DEFAULT_WEIGHTS, type Settings } from '../../judging/settings.js';
import { RULES } from '../../judging/verdict.js';
import { questions } from '../../questions/index.js';
import { lengthOfTime } from '../../wording/en/grammar.js';
import { english } from '../../wording/en/index.js';
import { hang } from '../view/layout.js';
import type { RuleText } from '../view/results.js';
import type { FormatOptions } from './format.js';

type Display = Pick<FormatOptions, 'words' | 'width' | 'colour'> & { readonly settings: Settings };

/** One question: what is asked, why, how it is judged, which fields matter, what a good answer looks like. */
export function explainQuestion(id: keyof typeof english.questions, { width, colour, settings }: Display): string {
  const chalk = new Chalk({ level: colour });
  const { number } = questions.find((question) => question.id === id)!;
  const words = english.questions[id];
  const lines = [
    chalk.bold(`${number} ${words.title}: ${words.asks}`),
    '',
    hang('Why      ', `${words.why} (article, ${words.source})`, width),
    hang('Yes      ', words.yesMeans, width),
    hang('For      ', `example: ${words.example}`, width),
    hang('Weight   ', weightText(id, settings), width),
    '',
    chalk.bold('How it is judged'),
    ...words.judged.map((rule) => hang('  - ', rule, width)),
    hang('  - ', 'A yes without a why or evidence is partly, unless three of the sales team say it.', width),
    '',
    hang('Keys     ', words.fields.join(', '), width),
    hang('To do    ', `after a partly: ${words.remedy.partly}; after a no: ${words.remedy.no}`, width),
  ];
  return `${lines.join('\n')}\n`;
}

/** A rule of the verdict, of the check, or about waivers. */
export function explainRule({ id, title, says, why }: RuleText, { width, colour }: Display): string {
  const chalk = new Chalk({ level: colour });
  const remedy = isFindingRule(id) ? [hang('To do    ', english.findings[id].todo, width)] : [];
  return `${[chalk.bold(`${id}: ${title}`), '', ...(isFindingRule(id) ? [] : [hang('Says     ', says, width)]), hang('Why      ', why, width), ...remedy].join('\n')}\n`;
}

function isFindingRule(id: string): id is keyof typeof english.findings {
  return Object.hasOwn(english.findings, id);
}

/** The eight questions, and how they make a verdict. */
export function explainAll({ width, colour, settings }: Display): string {
  const chalk = new Chalk({ level: colour });
  const lines = [
    chalk.bold('The eight questions'),
    ...questions.map(({ id, number }) =>
      hang(
        `  ${number} ${id.padEnd(12)}${String(settings.weights[id]).padStart(2)}  `,
        english.questions[id].asks,
        width,
      ),
    ),
    '',
    chalk.bold('From answers to an outcome'),
    ...howOutcomes(settings).map((text) => hang('  - ', text, width)),
    '',
    chalk.bold('From outcomes to a verdict'),
    hang(
      '  - ',
      'A yes earns the weight of its question, a partly half, a no nothing. Questions that do not apply leave the sum. An open question is counted as no and as yes, so the score is an interval.',
      width,
    ),
    hang('  - ', 'A process is eliminated when one of these rules holds:', width),
    ...RULES.map((rule) =>
      hang(
        '      ',
        `${english.rules[rule].says.replace('too low', `under ${settings.keepAt}`)} (${english.rules[rule].source})`,
        width,
      ),
    ),
    hang(
      '  - ',
      'Eliminate: a rule holds even if every open question came to yes. Keep: none holds even if every one came to no. Otherwise undecided: ask.',
      width,
    ),
    hang(
      '  - ',
      'A duty (a valid mandate) keeps a process that a rule eliminates. A waiver changes nothing here.',
      width,
    ),
    '',
    chalk.bold('How well a claim is supported'),
    ...HOW_SUPPORTED.map((text) => hang('  - ', text, width)),
    '',
    hang('', 'The article is "Is your sales process & CRM stopping sales?", Michael Palman, 2005.', width),
    'One question in full: audit explain feedback',
    'One rule: audit explain nothing-for-sales',
  ];
  return `${lines.join('\n')}\n`;
}

function weightText(id: keyof typeof english.questions, { weights }: Settings): string {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const standard =
    weights[id] === DEFAULT_WEIGHTS[id] ? '' : `; standard ${DEFAULT_WEIGHTS[id]}, changed by the configuration`;
  return `${weights[id]} of ${total}${standard}`;
}

const HOW_SUPPORTED = [
  'asserted: somebody says so; reasoned: and says why; documented: with evidence, or the file itself settles it; measured: three or more of the sales team have answered.',
];

const howOutcomes = ({ answersValidFor }: Settings) => [
  `The middle answer of those who count is claimed; between two, the lower. Answers older than ${lengthOfTime(answersValidFor)} (answers_valid_for) do not count; those without a day count for ever, so give them one.`,
  'On all but necessity sales speaks: once sales has answered, only its answers count. Until then a yes of others is at most partly.',
  'A yes without a why or evidence is partly, unless three of the sales team say yes.',
  'What the file itself states can settle a question or cap it; a cap never raises an outcome.',
  'Nothing said and nothing stated: unknown. Silence is neither yes nor no.',
];
