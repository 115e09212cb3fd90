import type { ResultsWords } from '../words/results.js';
import { count } from './grammar.js';

export const resultsInEnglish: ResultsWords = {
  passes: (question) => `${question} is yes`,
  doesNotApply: (question) => `${question} does not apply`,
  waived: ({ state, until, approvedBy, reason, ticket }) =>
    `${state} until ${until} by ${approvedBy}: ${reason}${ticket ? ` (${ticket})` : ''}`,
  allProcesses: 'All processes',
  source: (why, source) => `${why} (article, ${source})`,
  inFull: (rule) => `In full: audit explain ${rule}`,
  worse: (text, worse) => `${text} (${worse})`,
  title: 'audit check',
  passing: (ids) =>
    `${count(ids.length, 'process passes', 'processes pass')}${ids.length > 0 ? `: ${ids.join(', ')}` : ''}`,
  standing: (number, standing, ids) => `${number} ${standing}: ${ids.join(', ')}`,
  notApplicable: (processes) => `Not applicable: ${processes.join(', ')}`,
  check: (name) => `${name}: audit check`,
  suites: { input: 'input', all: 'all processes' },
};
