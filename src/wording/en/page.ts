import type { PageWords } from '../words/page.js';
import { capital, count, hours, thousands } from './grammar.js';
import { theQuestions } from './questions.js';

export const pageInEnglish: PageWords = {
  title: 'Sales process audit',
  navigation: 'Sections',
  skip: 'Skip to the list of processes',
  sections: {
    decision: 'For the decision',
    owners: 'For the owners',
    sales: 'For the sales team',
    grid: 'All processes, all questions',
    together: 'Seen together',
    stories: 'Each process in full',
    retired: 'Taken away',
    problems: 'Not judged',
  },
  numbers: {
    unjustified: (unjustified, processes) => [`${unjustified} of ${processes}`, 'processes unjustified'],
    takes: (sum, unknown) => [`${sum} h`, `a year they all take${unsaid(unknown)}`],
    returns: (sum, eliminated, unknown) => [
      `${sum} h`,
      `a year come back when the ${eliminated} to eliminate go${unsaid(unknown)}`,
    ],
    undecided: (undecided, answers) => [String(undecided), `undecided; ${count(answers, 'answer')} would settle them`],
    money: (amount) => `about ${amount} a year`,
  },
  hours: (range) => `${hours(range)} h`,
  money: ({ low, high }, { amount, currency }) => {
    const [from, to] = [thousands(low * amount), thousands(high * amount)];
    return `${from === to ? from : `${from}-${to}`} ${currency}`;
  },
  chart: {
    title: 'Every process by the hours it takes and its score',
    about:
      'Each mark is a process: to the right it takes more hours, further up more is right with it. Lines show how far hours and score are still open.',
    x: 'hours a year (each step ten times as much)',
    y: 'score of 100',
    unstated: 'not stated',
    limit: (keepAt) => `under ${keepAt}: eliminated`,
    point: (name, verdict, score, cost) => `${name}: ${verdict}, score ${score}, ${cost}`,
  },
  owners: {
    title: 'Who imposes how many hours',
    owner: 'owner',
    role: 'role',
    nobody: 'nobody is named',
    split: 'hours a year by verdict',
    hours: 'hours a year',
    processes: 'count',
    unstated: (unknown) => `${unknown} not stated`,
  },
  grid: {
    filter: 'Filter',
    verdict: 'Verdict',
    owner: 'Owner',
    kind: 'Kind',
    question: 'Question that is not a yes',
    text: 'Text',
    any: 'any',
    reset: 'Show all',
    said: (why, by) => `"${why}" (${by})`,
    todo: (remedy) => `To do: ${remedy}`,
    shown: (shown, all) => `${shown} of ${all} shown`,
    process: 'Process',
    score: 'Score',
    hours: 'Hours a year',
    scroll: 'Table of all processes; scroll sideways for all columns',
    hint: 'Marks: ✓ yes, ~ partly, ✗ no, ? unknown, - not applicable. Point at one, or move to it, for the reason; the name opens the full story.',
  },
  together: {
    lead: `What there is to say beyond ${theQuestions}. None of it moves a verdict.`,
    source: (source) => `article, ${source}`,
    more: (more) => `And ${more} more; "audit --verbose" lists them all.`,
  },
  decision: {
    lead: (eliminated, given) =>
      eliminated === 0
        ? 'No process has to be eliminated.'
        : `${count(eliminated, 'process', 'processes')} to eliminate, the costliest first. Together they give back ${given} a year.`,
    undecidedLead: 'Undecided, and whom to ask before anything is decided',
    waived: 'waived',
  },
  owner: {
    lead: 'What each department imposes, what came of it, and what to supply.',
    nothing: 'Nothing to supply: it is a clean keep.',
    eliminate: 'Take it away, or show why it must stay; its story says what each question lacks.',
  },
  sales: {
    lead: 'You are asked for a lot. Here is, for each process, what is asked of you, why, who uses it, what you get back, what you said and what came of it.',
    asked: 'Asked of you',
    why: 'Why it exists',
    uses: 'Who uses it',
    back: 'What you get back',
    said: 'What you said',
    came: 'What came of it',
    unstatedDemands: 'the file does not say what it asks',
    unstatedWhy: 'nobody has said why',
    unstatedUse: 'nobody is named who uses it',
    noFeedback: 'nothing is promised',
    feedback: (every, last) =>
      last === null ? `promised every ${every}, never given so far` : `every ${every}, last on ${last}`,
    event: (event, last) => (last === null ? `${event}` : `${event}, last on ${last}`),
    notHeard: 'nobody of you has been asked yet',
    heard: (answers, roles) => `${count(answers, 'answer')} on ${theQuestions}, by ${roles.join(', ')}`,
    outcomes: (outcomes) => `with others heard, the questions came to: ${outcomes.join(', ')}`,
    use: (by, forWhat) => `${by}: ${forWhat}`,
    elsewhere: (what, where) => `${what} (already in ${where})`,
    outcome: (title, outcome) => `${title.toLowerCase()} ${outcome}`,
    quote: (title, said) => `${title}, ${said}`,
    givesBack: (range) => `gives back ${hours(range)} h a year`,
    missing: (answers) => `${count(answers, 'answer is', 'answers are')} still missing`,
    suggestions: (received, answered, adopted) =>
      `${count(received, 'suggestion')} came in, ${answered} answered, ${adopted} adopted`,
    duty: 'a duty keeps it',
    talkSheet: 'Talk sheet: what is asked of sales, and what came of it',
  },
  story: {
    hours: 'Hours',
    owner: 'Owner',
    kind: 'Kind',
    duty: 'Duty',
    expiredDuty: 'Expired duty',
    waiver: 'Waiver',
    file: 'Described in',
    rules: 'Why',
    conditions: 'Conditions',
    ask: 'Ask',
    atWorst: 'If every open question came to no:',
    byDuty: 'Only a duty keeps it.',
    points: (low, high, possible) => `${low === high ? low : `${low}-${high}`}/${possible}`,
    claimed: (claimed) => (claimed === null ? 'nobody who counts has answered' : `claimed: ${claimed}`),
    few: (roles) => `not shown: ${roles.join(', ')}`,
    hint: (few) =>
      `For each question: what it came to and its points, what that rests on with line and column, and what would get a yes. Answers of roles of which fewer than ${few} spoke are counted and not shown.`,
    notCounted: 'does not count',
    evidence: 'evidence',
    decided: 'decided',
  },
  verdict: (title, score) => (score === null ? title : `${title}, score ${score}`),
  footer: (tool, version) =>
    `${tool} ${version}. ${capital(theQuestions)} are Michael Palman's, 2005. Nothing on this page was fetched from or sent to anywhere.`,
};

function unsaid(unknown: number): string {
  return unknown > 0 ? ` (${count(unknown, 'does', 'do')} not state ${unknown === 1 ? 'its' : 'theirs'})` : '';
}
