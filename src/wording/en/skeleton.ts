import type { SkeletonWords } from '../words/skeleton.js';
import { sentence } from './grammar.js';
import { theQuestions } from './questions.js';

export const skeletonInEnglish: SkeletonWords = {
  placeholders: {
    owner: 'the one role or department that imposes it and answers for it',
    purpose: 'why it exists, in one sentence',
    crm: 'the CRM it lives in; leave it out if it is in none',
    how: 'team meeting',
    reference: 'the paragraph that demands it',
  },
  demand: {
    what: 'the figure or work that is asked for',
    usedBy: 'who uses it',
    usedFor: 'what they do with it',
  },
  comments: {
    demands: 'What it takes from sales: for each piece, who uses it and for what.',
    effort: 'The time it takes each person, how often, and how many people do it.',
    explained:
      'When its meaning was explained to those who do it; what goes back to them; what happens to those who do not comply.',
    forecast:
      'The forecast it touches, and who sets it; a duty that demands it; who was asked first; when it is reviewed.',
    questions: `${sentence(theQuestions)} Answers: yes, partly, no, unknown. A yes needs a why; what sales goes through, sales must say.`,
    answers: '"audit ask" asks them and writes the answers here; by hand they look like this:',
  },
  feedbackHow: 'numbers and decisions, by mail',
  baseline: [
    'What "audit check" lets pass because it was there before: one line per process and reason. A process listed here',
    'fails when it gets worse. After cleaning up: audit check --update-baseline',
  ],
  example: {
    head: [
      'One process a file. Only "name" is required; run "audit show weekly-pipeline-report" to see what each line does,',
      `and "audit explain" for ${theQuestions}. Then replace this example with a process of yours ("audit new <id>").`,
    ],
    name: 'Weekly pipeline report',
    purpose: 'Finance wants to see the pipeline before the monthly closing.',
    aboutDemands:
      'What it takes from sales. A demand that nobody uses, or that is known elsewhere, is what this audit looks for.',
    demands: ['open opportunities with amount and closing date', 'a comment on every opportunity'],
    usedFor: 'the cash forecast',
    alreadyIn: 'the CRM',
    aboutEffort: 'minutes x times a year x people = what it costs.',
    aboutAnswers:
      'What people say. A voice without "by" is the owner\'s; on all questions but necessity, sales has the last word.',
    whyNoValue: 'I type into a sheet what is in the CRM anyway, and never hear of it again.',
    whyNecessary: 'Without it we would have to ask in January.',
    whyNotNecessary: 'The CRM has a report with the same columns.',
  },
};
