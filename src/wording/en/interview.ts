import type { InterviewWords } from '../words/interview.js';
import { count, hours, list } from './grammar.js';
import { theQuestions } from './questions.js';

export const interviewInEnglish: InterviewWords = {
  keys: {
    yes: 'yes',
    partly: 'partly',
    no: 'no',
    unknown: "don't know",
    'not-applicable': 'not applicable: the question makes no sense here',
    skip: 'skip this question',
    back: 'back to the previous question',
    stop: 'stop here; your answers are saved',
  },
  pressOneOf: (keys) => `Press one of the keys ${list(keys, 'or')}.`,
  whoSpeaks: 'Who is speaking?',
  anotherRole: 'another role …',
  whichRole: 'Which role or department?',
  whichWho: 'A pseudonym, to tell you apart from colleagues in your role (Enter: none)',
  progress: ({ process, processes, question, questions, minutes }) =>
    `process ${process} of ${processes}, question ${question} of ${questions}, about ${count(minutes, 'minute')} left`,
  yesMeans: (meaning) => `Yes means: ${meaning}`,
  heard: (others) =>
    others === 0 ? 'Nobody else has answered yet.' : `${count(others, 'other has', 'others have')} answered.`,
  soFar: (answer) => `Your answer so far: ${answer} (press s to keep it).`,
  why: {
    yes: 'Why? One line (a yes without a reason counts half)',
    other: 'Why? One line (Enter: no reason)',
    'not-applicable': 'Why does the question not apply?',
  },
  whyNeeded: 'Not applicable needs a reason: say why the question does not apply.',
  saysNothing: 'Spaces, dots and dashes say nothing. Write some words, or clear the line.',
  tooLong: (most) =>
    `Only the first ${most} characters were kept. Shorten the text, or put the rest in a file and give that as evidence.`,
  evidence: 'Evidence: a link, or the path of a file (Enter: none)',
  evidenceMissing: (folder) =>
    `Not a link, and no such file. Write a link that begins with https://, or a path with / relative to ${folder}; or clear the line.`,
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
      `${role} has answered everything, less than ${validFor} ago. A colleague in the same role? Give a pseudonym with --who. To answer again: --all.`,
    settled: 'No verdict is undecided, so there is nothing to ask. Leave out --undecided to be asked the rest.',
    others: (role) =>
      role === undefined
        ? 'There is nothing to ask here: no question applies to any of these processes.'
        : `There is nothing to ask ${role} here: no file says that ${role} does, owns, benefits from or uses any of it.`,
  },
  interrupted: 'Interrupted. The answers you confirmed are saved; the next session continues where you stopped.',
  unfinished: (question) => `The answer to ${question} was not finished and is not saved.`,
  nothingWritten: 'Interrupted; nothing was written.',
  notAllJudged: (problems) => `${count(problems, 'problem')} in the input; see above.`,
  noTerminal:
    'a session needs a terminal; without one, "audit ask --print" writes a sheet to fill in and "audit ask --from FILE" takes it in',
  sheet: {
    howTo: [
      'Answer sheet for audit. After "answer" write yes, partly, no or unknown; leave it empty to skip the question.',
      'A yes without a why counts half; "not-applicable" needs one. Put a why that contains ": " or " #" in quotes.',
      'role: your role. who: a pseudonym, to tell you apart from colleagues in your role. on: the day you answer.',
      'Take it in with: audit ask --from THIS-FILE',
    ],
    title: 'Answer sheet',
    markdownHowTo:
      'Tick one box per question, and say why in one line: a yes without a reason counts half. This sheet is for paper or a wiki; the tool takes in the YAML sheet (audit ask --print).',
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
    beneficiaries: 'Who benefits from it? Roles, separated by commas (Enter: nobody knows)',
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
    taken: 'A file with that name exists; choose another id.',
    badNumber: 'Write a number above zero, at most a million.',
    badMinutes: 'Write one number above zero and at most a million, or two, the lower first: 30-45',
    badCadence: 'Write day, week, 2 weeks, month, quarter, year or an event such as: per deal',
    badDay: 'Write a day that exists as YYYY-MM-DD.',
    write: 'Write the file?',
    keep: 'this is what you entered; keep it:',
    answerNow: `Answer ${theQuestions} about it now?`,
  },
};
