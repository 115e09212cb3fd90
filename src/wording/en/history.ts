import type { HistoryWords } from '../words/history.js';
import { count, list } from './grammar.js';

export const historyInEnglish: HistoryWords = {
  givenBack: (since, sum, parts) => `Given back since ${since}: ${sum}: ${list(parts)}.`,
  nothingGivenBack: (since) => `Nothing was given back since ${since}.`,
  eliminated: (ids) => `${count(ids.length, 'process', 'processes')} taken away (${named(ids)})`,
  retired: (ids) => `${ids.length} retired (${named(ids)})`,
  lighter: (ids) => `${ids.length} made lighter (${named(ids)})`,
  added: (sum, came, heavier) =>
    `In the same time ${list([
      ...(came.length > 0 ? [`${count(came.length, 'process', 'processes')} came (${named(came)})`] : []),
      ...(heavier.length > 0 ? [`${heavier.length} got heavier (${named(heavier)})`] : []),
    ])}: ${sum}.`,
  series: {
    processes: 'processes',
    unjustified: 'unjustified',
    hours: 'h a year',
    unjustifiedHours: 'of it unjustified',
  },
  columns: {
    day: 'day',
    came: 'came',
    went: 'went',
    givenBack: 'given back',
    unreadable: 'unread',
  },
  of: (part, all) => `${part} of ${all}`,
  unreadable: (files) =>
    `${count(files, 'file')} could not be judged, in an older format or with mistakes; what ${files === 1 ? 'it' : 'they'} held is in none of the figures.`,
  between: (ids) => `Came and went in between, and in neither sum: ${named(ids)}.`,
  each: 'Bars show the upper end of the hours. Each day is judged as on that day, with the configuration of now. What is not committed is not in it.',
  diff: {
    because: (cause) => `because ${cause}`,
    heading: (from, to) => `From ${from} to ${to}`,
    now: (asOf) => `now (${asOf})`,
    at: (label, asOf) => `${label} (${asOf})`,
    totals: (label, { unjustified, processes, hours: sum, unreadable }) =>
      `${label}: ${unjustified} of ${processes} unjustified, ${sum}${unreadable > 0 ? ` (without ${count(unreadable, 'file')} that could not be judged)` : ''}.`,
    nothing: 'No process came or went, and none changed its verdict, an outcome or its hours.',
    came: 'Came',
    went: 'Went',
    changed: 'Changed',
    cameAs: (verdict, cost) => `new, ${verdict}, ${cost}`,
    wentAs: (how, cost) => (cost === null ? `${how}, its hours were not stated` : `${how}, gave back ${cost}`),
    verdict: (from, to) => `verdict: ${from}, now ${to}`,
    score: (from, to) => `score: ${from}, now ${to}`,
    hours: (from, to) => `hours a year: ${from}, now ${to}`,
    outcome: (question, from, to) => `${question}: ${from}, now ${to}`,
    said: (by, answer, why) => `${by} says ${answer}${why ? `: "${why}"` : ''}`,
    silent: (by, answer) => `${by} no longer says ${answer}`,
    hiddenNew: (answers) =>
      `${count(answers, 'answer is', 'answers are')} new or ${answers === 1 ? 'counts' : 'count'} now (too few of a role to be shown)`,
    hiddenGone: (answers) =>
      `${count(answers, 'answer')} went or ${answers === 1 ? 'counts' : 'count'} no longer (too few of a role to be shown)`,
    stale: (by, answer, on) => `the ${answer} of ${by}${on ? `, of ${on},` : ''} no longer counts`,
    counts: (by, answer) => `the ${answer} of ${by} counts now`,
    fact: (text) => `fact: ${text}`,
    factGone: (text) => `this holds no longer: ${text}`,
    settings: 'the weights, the limit or the sales team of the configuration',
    unknownCause: 'nothing that the two states tell',
    eliminated: 'taken away',
    retired: 'retired',
    unstated: 'hours not stated',
    settingsDiffer: 'The two reports were made with different weights, another limit or another sales team.',
    unreadable: (side, files) =>
      `${side}: ${named(files)} could not be judged; what ${files.length === 1 ? 'it holds' : 'they hold'} neither came nor went.`,
  },
};

/** So many are named. */
const MOST_NAMED = 5;

function named(ids: readonly string[]): string {
  return ids.length > MOST_NAMED
    ? `${ids.slice(0, MOST_NAMED).join(', ')} and ${ids.length - MOST_NAMED} more`
    : ids.join(', ');
}
