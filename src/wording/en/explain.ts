import type { ExplainWords } from '../words/explain.js';
import { capital, lengthOfTime } from './grammar.js';
import { theQuestions } from './questions.js';

export const explainInEnglish: ExplainWords = {
  labels: { why: 'Why', yes: 'Yes', for: 'For', weight: 'Weight', keys: 'Keys', todo: 'To do', says: 'Says' },
  source: (why, source) => `${why} (article, ${source})`,
  example: (example) => `example: ${example}`,
  weight: (weight, total, standard) =>
    `${weight} of ${total}${standard === null ? '' : `; standard ${standard}, changed by the configuration`}`,
  howJudged: 'How it is judged',
  bareYes: 'A yes without a why or evidence is partly, unless three of the sales team say it.',
  remedies: (partly, no) => `after a partly: ${partly}; after a no: ${no}`,
  questions: capital(theQuestions),
  outcomes: 'From answers to an outcome',
  howOutcomes: (answersValidFor) => [
    `The middle answer of those who count is claimed; between two, the lower. Answers older than ${lengthOfTime(answersValidFor)} (answers_valid_for) do not count; those without a day count for ever, so give them one.`,
    'Of one person (who), the latest answer that counts is taken; of one day, the least. "Unknown" and "not applicable" never replace an answer of the same day, nor "not applicable" an "unknown". Answers of a day to come do not count yet.',
    'On all but necessity sales speaks: once sales has answered, only its answers count. Until then a yes of others is at most partly.',
    'A yes without a why or evidence is partly, unless three of the sales team say yes.',
    'What the file itself states can settle a question or cap it; a cap never raises an outcome.',
    'Nothing said and nothing stated: unknown. Silence is neither yes nor no.',
  ],
  verdict: 'From outcomes to a verdict',
  howScore:
    'A yes earns the weight of its question, a partly half, a no nothing. Questions that do not apply leave the sum. An open question is counted as no and as yes, so the score is an interval.',
  eliminatedWhen: 'A process is eliminated when one of these rules holds:',
  rule: (says, source, keepAt) => `${says.replace('too low', `under ${keepAt}`)} (${source})`,
  howVerdict: [
    'Eliminate: a rule holds even if every open question came to yes. Keep: none holds even if every one came to no. Otherwise undecided: ask.',
    'A duty (a valid mandate) keeps a process that a rule eliminates. A waiver changes nothing here.',
  ],
  support: 'How well a claim is supported',
  howSupported: [
    'asserted: somebody says so; reasoned: and says why; documented: with evidence, or the file itself settles it; measured: three or more of the sales team have answered.',
  ],
  end: [
    'The article is "Is your sales process & CRM stopping sales?", Michael Palman, 2005.',
    'One question in full: audit explain feedback',
    'One rule: audit explain nothing-for-sales',
  ],
};
