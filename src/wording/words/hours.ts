import type { SalespersonsShare } from '../../portfolio/hours-shares.js';

/** Hours a year, from the lower end to the upper. */
export type Hours = { readonly low: number; readonly high: number };

/** What is said about whose hours they are. */
export interface HoursWords {
  readonly salesperson: (share: SalespersonsShare & { readonly hoursAWeek: number }) => string;
  readonly owners: string;
  readonly roles: string;
  readonly nobody: string;
  readonly unstated: (unknown: number) => string;
  readonly unknownRole: (role: string, meant: string | undefined) => string;
  readonly columns: Readonly<Record<'all' | 'unjustified' | 'aWeek' | 'unjustifiedAWeek' | 'processes', string>>;
}
