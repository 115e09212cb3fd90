import type { InterviewWords } from '../words/interview.js';
import { count, hours, list } from './grammar.js';

export const interviewInEnglish: InterviewWords = {
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
  whichWho: 'A pseudonym to tell you from colleagues of your role (Enter: none)',
  progress: ({ process, processes, question, questions, minutes }) =>
    `process ${process} of ${processes}, question ${question} of ${questions}, about ${count(minutes, 'minute')} left`,
  yesMeans: (meaning) => `Yes means: ${meaning}`,
  heard: (others) =>
    others === 0 ? 'Nobody else has answered yet.' : `${count(others, 'other has', 'others have')} answered.`,
  soFar: (answer) => `Your answer so far: ${answer} (s keeps it).`,
  why: {
    yes: 'Why? One line (a yes without a reason counts half)',
    other: 'Why? One line (Enter: no reason)',
    'not-applicable': 'Why does the question not arise?',
  },
  whyNeeded: 'Not applicable needs a reason: say why the question does not arise.',
  saysNothing: 'Blanks, dots and dashes say nothing. Write it, or empty the line.',
  tooLong: (most) =>
    `Only the first ${most} characters are here. Shorten them, or put the rest into a file, and name that as evidence.`,
  evidence: 'Evidence: a link, or the path of a file (Enter: none)',
  evidenceMissing: (folder) =>
    `That is no link and no file that exists. Write a link that begins with https://, or a path with / as seen from ${folder}; or empty the line: none.`,
  thisFolder: 'this folder',
  intro: {
    asks: ['asks of you', (demands) => (demands.length > 0 ? demands.join('; ') : 'the file does not say')],
    often: [
      'how often',
      (every, timesAYear, minutes) => {
        const often =
          every === undefined
            ? timesAYear && `${timesAYear} ${timesAYear === 1 ? 'time' : 'times'} a year`
            : every.startsWith('per ')
              ? every
              : `every ${every}`;
        return [often, minutes && `${hours(minutes)} minutes each time`].filter(Boolean).join(', ') || 'not stated';
      },
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
  nothingToAsk: {
    answered: (role, validFor) =>
      `${role} has answered all there is to ask, and not longer ago than ${validFor}. A colleague of the same role? Give a pseudonym with --who. To answer again: --all.`,
    settled: 'No verdict is undecided, so there is nothing to ask. Without --undecided there may be.',
    others: (role) =>
      `There is nothing to ask ${role} here: the files do not say that ${role} does, owns or gains by any of it, or uses what it asks for.`,
  },
  interrupted: 'Interrupted. What you confirmed is saved; the next session goes on where you stopped.',
  unfinished: (question) => `The answer on ${question} was not finished and is not saved.`,
  nothingWritten: 'Interrupted; nothing was written.',
  notAllJudged: (problems) => `${count(problems, 'problem')} in the input; see above.`,
  unknownRole: (role) => `no process names the role "${role}"`,
  noTerminal:
    'a session needs a terminal; without one, "audit ask --print" writes a sheet to fill in and "audit ask --from FILE" takes it in',
  sheet: {
    howTo: [
      'Answer sheet of audit. After "answer" write yes, partly, no or unknown; what you leave empty is not answered.',
      'A yes without a why counts half; "not-applicable" needs one. Put a why that holds ": " or " #" in quotes.',
      'role: your role. who: a pseudonym that tells you from colleagues of your role. on: the day you answer.',
      'Into the process files it goes with: audit ask --from THIS-FILE',
    ],
    title: 'Answer sheet',
    markdownHowTo:
      'Tick one box a question, and say why in a line: a yes without a reason counts half. For paper or a wiki; what the tool takes in is the YAML sheet (audit ask --print).',
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
    minutes: 'Minutes it takes one person each time: 30, or 30-45 (Enter: not known)',
    every: 'How often: day, week, 2 weeks, month … (Enter: not known)',
    people: 'How many people do it? (Enter: not known)',
    feedback: 'How often does feedback go back to sales? (Enter: never)',
    lastFeedback: 'When did it last go back? A day, YYYY-MM-DD (Enter: never)',
    badId: 'Write lower-case words joined by hyphens, such as weekly-report.',
    taken: 'There is a file of that name already; choose another id.',
    badNumber: 'Write a number above zero, at most a million.',
    badMinutes: 'Write one number above zero and at most a million, or two, the lower first: 30-45',
    badCadence: 'Write day, week, 2 weeks, month, quarter, year or an event such as: per deal',
    badDay: 'Write a day that exists as YYYY-MM-DD.',
    write: 'Write the file?',
    keep: 'what you told is this; keep it:',
    answerNow: 'Answer the eight questions about it now?',
  },
};
