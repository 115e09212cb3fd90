import type { MarkdownWords } from '../words/markdown.js';
import { count, list } from './grammar.js';

const processes = (number: number) => count(number, 'process', 'processes');

export const markdownInEnglish: MarkdownWords = {
  title: 'Sales process audit',
  titleOfCheck: (outcome) => `Sales process audit: ${outcome.replace('audit check ', '')}`,
  unjustified: (unjustified, all) => `${unjustified} of ${processes(all)} unjustified`,
  verdicts: ({ eliminate, undecided, sources, asOf }) =>
    `${eliminate} to eliminate, ${undecided} undecided (${list(sources) || 'nothing'}, as of ${asOf}).`,
  takes: (sum) => `Together they take ${sum}.`,
  eliminating: (number, sum) => `Eliminating ${number === 1 ? 'it' : `the ${number}`} gives back ${sum}.`,
  changesSince: 'Changes since',
  cameAs: (verdict, cost) => (verdict === null ? 'new' : `new, ${verdict}, ${cost}`),
  worse: (text) => `worse, ${text}`,
  better: (text) => `better, ${text}`,
  noChange: 'No process changed its verdict or its score.',
  betterThanBaseline: 'Better than the baseline',
  all: 'All processes',
  columns: {
    verdict: 'verdict',
    check: 'check',
    process: 'process',
    score: 'score',
    hours: 'h a year',
    owner: 'owner',
    role: 'role',
  },
  onlyByDuty: (duty) => `Only a duty keeps it: ${duty}`,
  hours: (burden) => `Hours: ${burden}.`,
  describedIn: (place) => `Described in ${place}.`,
  findings: 'Findings',
  retired: 'Retired',
  plan: 'Plan',
  morePlan: (more) => `and ${more} more: \`audit plan\``,
  hoursByOwnerAndRole: 'Hours by owner and role',
  notJudged: 'Not judged',
  left: {
    details: (number) => `the details of ${processes(number)}`,
    sections: (number) => count(number, 'section'),
    rows: (number) => `${processes(number)} of the table`,
    note: (left) => `Shortened: left out ${list(left)}. \`audit\` shows everything.`,
  },
};
