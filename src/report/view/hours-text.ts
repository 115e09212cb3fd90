import { count, hours } from '../../wording/en/grammar.js';
import type { Hours, Report } from '../model.js';

/** What an hour costs, where the configuration says so. */
export interface Priced {
  readonly settings: Pick<Report['settings'], 'hourlyCost'>;
}

/** A sum of hours with its price, and with how many processes are not in it: "629 h a year (37,740 EUR; 2 processes do not state theirs)". */
export function saidHours({ hours: sum, unknown }: Hours, { settings }: Priced): string {
  const unstated =
    unknown > 0
      ? `${count(unknown, 'process does', 'processes do')} not state ${unknown === 1 ? 'its hours' : 'theirs'}`
      : '';
  if (sum.high === 0 && unknown > 0) return `an unknown number of hours (${unstated})`;
  const { hourlyCost } = settings;
  const money = hourlyCost
    ? `${hours({ low: sum.low * hourlyCost.amount, high: sum.high * hourlyCost.amount })} ${hourlyCost.currency}`
    : '';
  const aside = [money, unstated].filter(Boolean).join('; ');
  return `${hours(sum)} h a year${aside ? ` (${aside})` : ''}`;
}

/** A sum in a table: "1,225-1,838", "120 + ?" with unknown ones beside it, "?" where nothing is known. */
export function sumText({ hours: sum, unknown }: Hours): string {
  if (sum.high === 0 && unknown > 0) return '?';
  return `${hours(sum)}${unknown > 0 ? ' + ?' : ''}`;
}
