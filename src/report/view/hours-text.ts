import type { Words } from '../../wording/words/words.js';
import type { Hours, Report } from '../model.js';

/** What an hour costs, where the configuration says so. */
export interface Priced {
  readonly settings: Pick<Report['settings'], 'hourlyCost'>;
}

/** A sum of hours with its price, and with how many processes are not in it: "629 h a year (37,740 EUR; 2 processes do not state theirs)". */
export function saidHours({ hours, unknown }: Hours, { settings: { hourlyCost } }: Priced, words: Words): string {
  const money = hourlyCost
    ? `${words.grammar.hours({ low: hours.low * hourlyCost.amount, high: hours.high * hourlyCost.amount })} ${hourlyCost.currency}`
    : null;
  return words.common.sum({ hours, unknown, money });
}

/** A sum in a table: "1,225-1,838", "120 + ?" with unknown ones beside it, "?" where nothing is known. */
export function sumText({ hours, unknown }: Hours, { grammar }: Words): string {
  if (hours.high === 0 && unknown > 0) return '?';
  return `${grammar.hours(hours)}${unknown > 0 ? ' + ?' : ''}`;
}
