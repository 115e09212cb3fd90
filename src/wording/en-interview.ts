import { count, hours, list } from './phrases.js';
import type { Words } from './words.js';

export const interviewInEnglish: Words['interview'] = {
  keys: {
    yes: 'yes',
    partly: 'partly',
    no: 'no',
    unknown: "don't know",
    'not-applicable': 'not applicable: the question does not arise',
    skip: 'skip this question',
    back: 'back to the question before',
    stop: 'stop here; what was answered is saved',
  },
  pressOneOf: (keys) => `Press one of the keys ${list(keys, 'or')}.`,
  whoSpeaks: 'Who is speaking?',
  anotherRole: 'another role …',
  whichRole: 'Which role or department?',
  whichWho: 'A pseudonym, so that colleagues of your role count as other people (Enter: none)',
  progress: ({ process, processes, question, questions, minutes }) =>
    `process ${process} of ${processes}, question ${question} of ${questions}, about ${count(minutes, 'minute')} left`,
  yesMeans: (meaning) => `Yes means: ${meaning}`,
  heard: (others) =>
    others === 0 ? 'Nobody else has answered yet.' : `${count(others, 'other')} answered; you see what after you.`,
  why: {
    yes: 'Why? One line (a yes without a reason counts half)',
    other: 'Why? One line (Enter: no reason)',
    'not-applicable': 'Why does the question not arise?',
  },
  whyNeeded: 'Not applicable needs a reason: say why the question does not arise.',
  evidence: 'Evidence: a link, or the path of a file (Enter: none)',
  evidenceMissing: (folder) => `Write a link (https://…) or the path of a file that exists, seen from ${folder}.`,
  intro: {
    asks: ['asks of you', (demands) => (demands.length > 0 ? demands.join('; ') : 'the file does not say')],
    often: [
      'how often',
      (every, minutes) =>
        [every, minutes && `${hours(minutes)} minutes each time`].filter(Boolean).join(', ') || 'not stated',
    ],
    owner: ['wanted by', (owner) => owner ?? 'nobody is named'],
    purpose: ['said to be for', (purpose) => purpose ?? 'the file does not say why it exists'],
    costs: ['costs', (cost) => cost],
  },
  saved: (answers) => (answers === 0 ? 'Nothing was answered.' : `${count(answers, 'answer')} saved.`),
  notSaved: (process, question, reason) =>
    `Not saved (${process}, ${question}): ${reason}. Your answer is kept; it is printed at the end.`,
  unsavedSheet: 'These answers could not be saved. Keep them, and take them in later with "audit ask --from FILE":',
  moved: 'Verdicts that moved',
  notMoved: 'No verdict has moved yet.',
  stillOpen: 'Still open',
  ask: (whom, titles) => `ask ${list(whom, 'or')}: ${titles.join(', ')}`,
  nothingToAsk: (role) => `There is nothing to ask ${role} here that has not been answered.`,
  interrupted: 'Interrupted. What you confirmed is saved; the next session goes on where you stopped.',
  noTerminal:
    'a session needs a terminal; without one, "audit ask --print" writes a sheet to fill in and "audit ask --from FILE" takes it in',
  sheet: {
    howTo: [
      'Answer sheet of audit. Write your role, then after "answer" yes, partly, no or unknown; leave the rest empty.',
      'A yes without a why counts half. "not-applicable" needs a why. Back into the files: audit ask --from THIS-FILE',
    ],
    title: 'Answer sheet',
    markdownHowTo: 'Tick one box a question, and say why in a line: a yes without a reason counts half.',
    role: 'Your role',
    day: 'Day',
    why: 'Why',
  },
  newProcess: {
    name: 'What do people call the process?',
    needed: 'Please write something.',
    id: 'Its id: lower-case words joined by hyphens; the file is named after it',
    kind: 'What kind of thing is it?',
    owner: 'Who imposes it: which role or department? (Enter: nobody knows)',
    purpose: 'Why does it exist, in one sentence? (Enter: nobody knows)',
    beneficiaries: 'Who gains by it? Roles, separated by commas (Enter: nobody knows)',
    crm: 'In which CRM does it live? (Enter: in none)',
    demand: 'What does it ask of sales? One piece (Enter: that is all)',
    usedBy: 'Who uses that? Roles, separated by commas (Enter: nobody knows)',
    usedFor: 'What for? (Enter: nobody knows)',
    minutes: 'How many minutes does it take one person each time? A number, or two: 30 45 (Enter: not known)',
    every: 'How often: day, week, 2 weeks, month, quarter, year, per deal … (Enter: not known)',
    people: 'How many people do it? (Enter: not known)',
    feedback: 'How often does feedback go back to sales? (Enter: never)',
    answerNow: 'Answer the eight questions about it now?',
  },
};
