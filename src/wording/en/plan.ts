import type { HoursWords } from '../words/hours.js';
import type { PlanWords } from '../words/plan.js';
import { count, exact, hours, list, percent } from './grammar.js';

export const hoursInEnglish: HoursWords = {
  salesperson: ({ people, from, aWeek, unjustifiedAWeek, share, unjustifiedShare, unknown, hoursAWeek }) =>
    `${hours(aWeek)} h a week for ${people === 1 ? 'one salesperson' : `each of ${exact(people)} salespeople`}${from === 'headcount' ? '' : ' (the most that one process names)'}: ` +
    `${percent(share)} of ${exact(hoursAWeek)} h; ${hours(unjustifiedAWeek)} h of it (${percent(unjustifiedShare)}) in what is not justified` +
    (unknown > 0
      ? `; ${count(unknown, 'process does', 'processes do')} not state ${unknown === 1 ? 'its' : 'their'} hours`
      : ''),
  owners: 'Who imposes how many hours',
  roles: 'Who spends them; hours a week are those of one who does all that names the role',
  nobody: 'nobody',
  unstated: (unknown) => `${unknown} not stated`,
  unknownRole: (role, meant) =>
    `headcount names ${role}, which does no process${meant ? `; did you mean ${meant}?` : ''}`,
  columns: {
    all: 'h/year',
    unjustified: 'unjustified',
    aWeek: 'h/week',
    unjustifiedAWeek: 'unjustified',
    processes: 'processes',
  },
};

const OTHER_END = {
  keep: 'which stays',
  undecided: 'which is undecided',
  eliminate: 'which is to go too',
  unknown: 'of which nothing is known here',
} as const;

export const planInEnglish: PlanWords = {
  actions: {
    remove: { title: 'Remove', says: () => 'take it away' },
    merge: {
      title: 'Merge',
      says: ({ into }) => `merge it into ${into}: all that it asks for is asked there, and ${into} stays`,
    },
    automate: {
      title: 'Automate',
      says: () => 'take what it asks for from where it is already, and ask nobody for it',
    },
    try: {
      title: 'Try without',
      says: ({ until, nobodyKnows }) =>
        nobodyKnows
          ? `try without it until ${until}: all who could know whether it is needed say that they do not`
          : `try without it until ${until}: something hangs on it that may stay`,
    },
    ask: { title: 'Ask first', says: () => 'ask before anything is decided' },
  },
  title: 'Plan',
  heading: (steps, sources, asOf) =>
    `${count(steps, 'unjustified process', 'unjustified processes')} in ${list(sources) || 'nothing'}, as of ${asOf}; in this order nothing that is still done loses what it needs`,
  nothing: (judged, problems) =>
    judged === 0
      ? 'No process was judged.'
      : `Nothing to do: every process${problems > 0 ? ' that was judged' : ''} is justified.`,
  feed: ({ from, to, goes, other }) =>
    goes === 'source'
      ? `its output goes to ${to}, ${OTHER_END[other]}`
      : `it takes the output of ${from}, ${OTHER_END[other]} and loses one of its uses`,
  brokenFeed: ({ from, to, goes, other }) =>
    goes === 'source'
      ? `from ${from} to ${to}, which loses its source${other === 'unknown' ? ' (no process of that id was judged)' : ''}`
      : `from ${from}, which loses one of its uses, to ${to}`,
  begotten: ({ process }) => `because it falls short there is ${process}: ask whether that is still needed`,
  mend: (cause) => `it exists because ${cause} falls short: mend that one`,
  begottenOf: ({ process, because }) =>
    `because ${because} falls short there is ${process}: ask whether that is still needed`,
  still: (still) => ('in' in still ? `${still.in}, its file says` : `asked by ${still.askedBy}`),
  sameIn: (process, { how, share }) =>
    `asked by ${process}: ${{ field: 'the same field', text: 'the same words', words: `likely, ${Math.round(share * 100)} % of the words are the same` }[how]}`,
  watchFeed: ({ from, to, goes }) =>
    goes === 'source' ? `whether ${to} misses its output` : `whether ${from} is still worth doing for its other uses`,
  watchUser: (users, what, usedFor) =>
    `whether ${list(users, 'or')} ${users.length === 1 ? 'asks' : 'ask'} for "${what}"${usedFor ? ` (${usedFor})` : ''}`,
  watchAnybody: 'whether anybody asks for it',
  lost: (what, usedBy, usedFor) =>
    `"${what}": ${usedBy.length > 0 ? `used by ${list(usedBy)}${usedFor ? ` (${usedFor})` : ''}` : 'nobody is named who uses it'}`,
  isDuty: (duty) => `a duty demands it: ${duty}`,
  isJustified: 'it is justified as it stands',
  labels: {
    why: 'Why',
    watch: 'Watch',
    ask: 'Ask',
    depends: 'Hangs together with',
    mend: 'Mend',
    lost: 'No longer collected',
    still: 'Still to be had',
    tell: 'Tell',
    together: 'Together with',
    waiver: 'Waiver',
    enforcement: 'Switch off',
    hours: 'Hours',
  },
  notJudged: (problems) =>
    `Not everything was judged (${count(problems, 'problem')}): what that holds may hang together with what goes.`,
  returned: (sum) => `Removing, merging and automating gives back ${sum}.`,
  tried: (sum) => `Trying without takes away ${sum} for as long as it lasts, and for good if nobody misses it.`,
  asked: (answers, sum) => `${count(answers, 'answer')} ${answers === 1 ? 'decides' : 'decide'} about ${sum}.`,
  without: {
    heading: 'Without',
    feeds: 'Feeds that break',
    begotten: 'What may not be needed any more',
    lost: 'No longer collected by anybody',
    still: 'Still to be had',
    none: 'none',
    returned: (sum) => `Hours that would no longer be worked: ${sum}.`,
    losers: 'Who loses something',
  },
};
