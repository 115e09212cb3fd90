import type { Change } from '../../gate/earlier-process.js';
import type { FindingsWords } from '../words/findings.js';
import type { GateWords } from '../words/gate.js';
import { portfolioFindingsInEnglish } from './findings.js';
import { count, hours, list, points, thousands } from './grammar.js';

const RANK_WORDS = {
  keep: 'keep',
  conditions: 'keep, with conditions',
  undecided: 'undecided',
  eliminate: 'eliminate',
} as const;

export const findingsInEnglish: FindingsWords = {
  ...portfolioFindingsInEnglish,
  'waiver-expired': {
    title: 'Waiver expired',
    why: 'A waiver buys time to put something right. When the time is over the process has to be justified, or go.',
    source: 'point 12',
    says: ({ process, until, approvedBy }) =>
      `the waiver for ${process}, approved by ${approvedBy}, ended on ${until} and no longer counts`,
    remedy: () => 'justify the process or take it away; extend the waiver only if something is being done',
    todo: 'Justify the process or take it away; extend the waiver only if something is being done.',
  },
  'waiver-unused': {
    title: 'Waiver unused',
    why: 'A waiver that nothing needs hides the next decline of its process.',
    source: 'point 13',
    says: ({ process, because }) =>
      ({
        passes: `${process} passes without its waiver`,
        retired: `${process} is retired and needs no waiver`,
        'no-such-process': `there is a waiver for ${process}, and no process of that id was judged`,
        'another-counts': `${process} has a second waiver; the first one counts`,
      })[because],
    remedy: ({ because }) =>
      because === 'no-such-process' ? 'correct the id, or remove the waiver' : 'remove the waiver',
    todo: 'Remove the waiver; if it names no process that is there, correct the id.',
  },
  'waiver-self-approved': {
    title: 'Waiver approved by the owner',
    why: 'Who imposes a process cannot also excuse it. Such a waiver does not count.',
    source: 'points 1 and 13',
    says: ({ process, approvedBy }) =>
      `the waiver for ${process} is approved by ${approvedBy}, who owns the process; it does not count`,
    remedy: () => 'let somebody approve it who does not own the process: those who do it, or sales management',
    todo: 'Let somebody approve it who does not own the process: those who do it, or sales management.',
  },
  'waiver-refused': {
    title: 'Waiver refused',
    why: 'The company has declared (rules, waivable: false) that some shortcomings cannot be waived.',
    source: 'question 4',
    says: ({ process, forbiddenBy }) =>
      `the waiver for ${process} does not count: ${list(forbiddenBy)} cannot be waived here`,
    remedy: () =>
      'justify the process or take it away; what cannot be waived stands under "rules" in audit.config.yaml',
    todo: 'Justify the process or take it away; what cannot be waived stands under "rules" in audit.config.yaml.',
  },
};

export const gateInEnglish: GateWords = {
  states: {
    passes: 'passes',
    fails: 'fails',
    waived: 'waived',
    'in-baseline': 'in the baseline',
    unchanged: 'not worse than before',
  },
  waiver: ({ state, until }) =>
    ({
      active: `waived until ${until}`,
      unused: `waiver until ${until}, not needed`,
      'not-yet': `waiver until ${until}, not granted yet`,
      expired: `waiver expired on ${until}`,
      'self-approved': `waiver until ${until}, which does not count: the owner approved it`,
      'not-waivable': `waiver until ${until}, which does not count: this cannot be waived`,
      'too-long': `waiver until ${until}, which does not count: it lasts too long`,
    })[state],
  undecided: 'undecided: too little is answered to keep it or to eliminate it',
  minScore: (low, limit) => `its score may come to ${points({ low, high: low })} of 100, under ${limit}`,
  change: (change: Change) => {
    switch (change.code) {
      case 'new':
        return 'new';
      case 'verdict':
        return `${RANK_WORDS[change.from]} → ${RANK_WORDS[change.to]}`;
      case 'score':
        return `lowest score ${change.from} → ${change.to}`;
      case 'reason':
        return change.reason;
    }
  },
  worse: (changes) => `worse: ${changes.join('; ')}`,
  isNew: 'new since then',
  notInBaseline: 'not in the baseline',
  newReason: (reason) => `${reason} is not in the baseline`,
  better: {
    gone: 'is no longer there',
    passes: 'passes now',
    reason: (reason) => `${reason} no longer holds`,
  },
  limit: ({ owner, limit, hours: taken, unknown, isExceeded, processes }) => {
    const whose = owner === null ? 'All processes' : `The processes of ${owner}`;
    if (owner !== null && processes === 0) return `No process is owned by ${owner}; max_burden for it limits nothing.`;
    const over = isExceeded
      ? `${thousands(taken.high - limit)} over`
      : unknown > 0
        ? 'as far as they are stated within'
        : 'within';
    const unsaid =
      unknown > 0
        ? ` (${count(unknown, 'process does', 'processes do')} not state ${unknown === 1 ? 'its' : 'theirs'})`
        : '';
    return `${whose} take ${hours(taken)} h a year${unsaid}, ${over} the limit of ${thousands(limit)} (max_burden).`;
  },
  growth: ({ added, taken, unstated, firstStated }) => {
    const do_ = (ids: readonly string[]) => (ids.length === 1 ? 'does' : 'do');
    const unsaid = unstated.length > 0 ? `; ${list(unstated)} ${do_(unstated)} not say how many` : '';
    const first =
      firstStated.length > 0
        ? `; ${list(firstStated)} ${firstStated.length === 1 ? 'says' : 'say'} it for the first time`
        : '';
    return `The change adds ${hours(added)} h a year and takes ${hours(taken)} h away${unsaid}${first}.`;
  },
  judged: (processes, questions) =>
    `Judged: ${count(processes, 'process', 'processes')}, ${count(questions, 'question')}.`,
  unreadableBefore: (files) =>
    `${count(files, 'problem')} in the files of that commit; what could not be judged then counts as new.`,
  rules: {
    undecided: {
      title: 'Undecided',
      says: 'Too little is answered to keep the process or to eliminate it.',
      why: 'Silence is neither yes nor no. Ask those it names; the burden of proof is on the process.',
    },
    'min-score': {
      title: 'Score too low',
      says: 'The score of the process may come to less than the check demands (min_score, --min-score).',
      why: 'Every open question is taken as no: what nobody has answered cannot be counted in favour of the process.',
    },
    'max-burden': {
      title: 'Too many hours',
      says: 'The processes take more hours a year than the company allows (max_burden).',
      why: 'Each form looks harmless; the heap is the complaint (article, points 7 to 9).',
    },
    'no-growth': {
      title: 'One in, one out',
      says: 'The change adds hours and takes none away (--no-growth).',
      why: 'Procedures pile up because nobody ever takes one away (article, points 7 and 12).',
    },
  },
  configurationChanged:
    'The configuration is another one than it was then; both states are judged with the one of now. Look at its change.',
  outcome: {
    passed: 'audit check passed',
    failed: 'audit check failed',
    'not-judged': 'audit check could not judge everything',
    fault: 'audit check failed by its own fault',
  },
  line: {
    gate: (failOn) => `gate "${failOn}"`,
    fails: (failing, processes, ids) =>
      `${failing} of ${count(processes, 'process', 'processes')} ${failing === 1 ? 'fails' : 'fail'} (${ids})`,
    more: (more) => `${more} more`,
    passes: (processes) => `none of ${count(processes, 'process', 'processes')} fails`,
    minScore: (limit, failing, short) => `min-score ${limit}: ${failing} under it, by up to ${Math.ceil(short - 1e-9)}`,
    limit: (owner, over) => `max_burden${owner === null ? '' : ` of ${owner}`} exceeded by ${thousands(over)} h a year`,
    unstated: (processes) =>
      `max_burden: ${count(processes, 'process does', 'processes do')} not state ${processes === 1 ? 'its' : 'their'} hours`,
    growth: (added, unstated) =>
      `no-growth: ${[...(added === '0' ? [] : [`${added} h a year added`]), ...(unstated.length > 0 ? [`${list(unstated)} ${unstated.length === 1 ? 'does not state its' : 'do not state their'} hours`] : [])].join(', ')}, none taken away`,
    problems: (problems) => `${count(problems, 'problem')} in the input`,
    nothing: 'no process was judged',
    failedQuestions: (questions) => `${count(questions, 'question')} failed`,
    exit: (code) => `Exit ${code}.`,
    trial: (code) => `Exit 0 because of --no-fail; otherwise ${code}.`,
  },
};
