import type { CommonWords } from '../words/common.js';
import { count, exact, hours, list } from './grammar.js';

export const commonInEnglish: CommonWords = {
  audited: (processes, sources, asOf) =>
    `${count(processes, 'process', 'processes')} in ${list(sources) || 'nothing'}, as of ${asOf}`,
  processes: (number) => count(number, 'process', 'processes'),
  cost: (range) => `${hours(range)} h a year`,
  unstatedCost: 'hours not stated',
  sum: ({ hours: sum, unknown, money }) => {
    const unstated =
      unknown > 0
        ? `${count(unknown, 'process does', 'processes do')} not state ${unknown === 1 ? 'its hours' : 'theirs'}`
        : '';
    if (sum.high === 0 && unknown > 0) return `an unknown number of hours (${unstated})`;
    const aside = [money ?? '', unstated].filter(Boolean).join('; ');
    return `${hours(sum)} h a year${aside ? ` (${aside})` : ''}`;
  },
  noScore: 'none',
  score: (points) => `score ${points}`,
  changedWeights: (by, weights) => `Weights changed by ${by ?? 'the caller'}: ${weights}.`,
  changedLimit: (limit, standard) => `A score under ${limit} eliminates (standard: ${standard}).`,
  more: (more) => `and ${more} more`,
  isOutcome: (question, outcome, text) => `${question} is ${outcome}: ${text}`,
  said: ({ by, on, answer, why }) => `${by}${on ? `, ${on}` : ''}: ${answer}${why ? `, "${why}"` : ''}`,
  doesNotCount: 'does not count',
  waiver: (state, approvedBy, reason) => `${state} (${approvedBy}): ${reason}`,
  retired: (name, on, range, why) =>
    `${name}, retired ${on}, ${range ? `gave back ${hours(range)} h a year` : 'hours not stated'}: ${why}`,
  byDuty: (reason) => `a duty keeps it, although ${reason}`,
  onlyByDuty: 'A duty keeps it; without it, it would not be kept.',
  duty: 'duty',
  expiredDuty: 'expired duty',
  mandate: (kind, reference, reviewBy) => `${kind}: ${reference}, to be reviewed by ${reviewBy}`,
  burden: {
    unknown: (missing) => `unknown: ${missing}`,
    sum: ({ minutes, timesPerYear, people, hours: sum }) => {
      const each = minutes.low === minutes.high ? exact(minutes.low) : `${exact(minutes.low)}-${exact(minutes.high)}`;
      const times = `${exact(timesPerYear)} ${timesPerYear === 1 ? 'time' : 'times'} a year`;
      const who = `${exact(people)} ${people === 1 ? 'person' : 'people'}`;
      return `${each} min × ${times} × ${who} = ${hours(sum)} h a year`;
    },
  },
  ground: {
    withoutReason: (outcome) => `${outcome}, without a reason`,
    by: ({ text, isQuoted, by, on, others, otherwise }) => {
      const first = `${by}${on ? `, ${on}` : ''}${others > 0 ? ` and ${count(others, 'other')}` : ''}`;
      const who = otherwise > 0 ? `${first}; ${count(otherwise, 'voice says', 'voices say')} otherwise` : first;
      return `${isQuoted ? `"${text}"` : text} (${who})`;
    },
  },
  scoreUnder: (points, limit) => `it scores ${points} of 100, under ${limit}: too little is right with it`,
  scoreWouldBeUnder: (points, limit) => `it would score ${points} of 100, under ${limit}`,
  theOwner: 'the owner',
  ask: (asks) => `ask: ${asks}`,
};
