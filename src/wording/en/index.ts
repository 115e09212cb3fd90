import type { Words } from '../words/words.js';
import { commandsInEnglish } from './commands.js';
import { commonInEnglish } from './common.js';
import { explainInEnglish } from './explain.js';
import { findingsInEnglish, gateInEnglish } from './gate.js';
import { gitInEnglish } from './git.js';
import { count, grammar } from './grammar.js';
import { helpInEnglish } from './help.js';
import { historyInEnglish } from './history.js';
import { interviewInEnglish } from './interview.js';
import { markdownInEnglish } from './markdown.js';
import { pageInEnglish } from './page.js';
import { hoursInEnglish, planInEnglish } from './plan.js';
import { problemsInEnglish } from './problems.js';
import { questionsInEnglish } from './questions.js';
import { reasonsInEnglish } from './reasons.js';
import { resultsInEnglish } from './results.js';
import { schemaInEnglish } from './schema.js';
import { skeletonInEnglish } from './skeleton.js';
import { showInEnglish, terminalInEnglish, waiversInEnglish } from './terminal.js';
import { usageInEnglish } from './usage.js';

/** English, the first and so far the only language. */
export const english: Words = {
  help: helpInEnglish,
  usage: usageInEnglish,
  commands: commandsInEnglish,
  language: 'en',
  grammar,
  common: commonInEnglish,
  terminal: terminalInEnglish,
  show: showInEnglish,
  waivers: waiversInEnglish,
  markdown: markdownInEnglish,
  results: resultsInEnglish,
  explain: explainInEnglish,
  questions: questionsInEnglish,
  reasons: reasonsInEnglish,
  rules: {
    'necessity-no': {
      title: 'not necessary',
      says: 'question 4, necessity, is no: eliminate it now',
      source: 'article, question 4',
    },
    'strategy-no': {
      title: 'makes no sense',
      says: 'question 8, strategy, is no: get rid of it and start over',
      source: 'article, question 8',
    },
    'nothing-for-sales': {
      title: 'nothing for sales',
      says: 'question 1, value, is no, and question 4, necessity, is not a full yes',
      source: 'article, question 1',
    },
    'score-too-low': {
      title: 'too little is right',
      says: 'the score is too low: too little is right with it',
      source: 'article, point 20',
    },
  },
  verdicts: {
    eliminate: 'Eliminate',
    undecided: 'Undecided',
    conditions: 'Keep, with conditions',
    keep: 'Keep',
    retired: 'Retired',
  },
  outcomes: {
    yes: 'yes',
    partly: 'partly',
    no: 'no',
    unknown: 'unknown',
    'not-applicable': 'not applicable',
    failed: 'failed',
  },
  findings: findingsInEnglish,
  gate: gateInEnglish,
  hours: hoursInEnglish,
  plan: planInEnglish,
  history: historyInEnglish,
  skeleton: skeletonInEnglish,
  git: gitInEnglish,
  graph: { feeds: 'feeds', because: 'because of', missing: 'not among the processes' },
  page: pageInEnglish,
  sharing: {
    counted: (outcome, voices) => `${outcome} (${count(voices, 'answer')}; too few of a role to be shown)`,
    somebody: 'somebody',
  },
  interview: interviewInEnglish,
  problems: problemsInEnglish,
  schema: schemaInEnglish,
  missingEffort: {
    effort: 'the file states no effort',
    minutes: 'effort.minutes is missing',
    frequency: 'effort.every or effort.times_per_year is missing',
    times: 'effort.times_per_year is missing: how many times a year does it come up?',
    people: 'effort.people is missing',
  },
};
