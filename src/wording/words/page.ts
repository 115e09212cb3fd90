import type { Hours } from './hours.js';

export type Pair = readonly [figure: string, about: string];

/** What the HTML page and the talk sheet say around the words of the report. */
export interface PageWords {
  readonly title: string;
  readonly skip: string;
  /** What the list of sections is called for screen readers. */
  readonly navigation: string;
  readonly sections: Readonly<
    Record<'decision' | 'owners' | 'sales' | 'grid' | 'together' | 'stories' | 'retired' | 'problems', string>
  >;
  readonly numbers: {
    readonly unjustified: (unjustified: number, processes: number) => Pair;
    readonly takes: (sum: string, unknown: number) => Pair;
    readonly returns: (sum: string, eliminated: number, unknown: number) => Pair;
    readonly undecided: (undecided: number, answers: number) => Pair;
    readonly money: (amount: string) => string;
  };
  readonly hours: (hours: Hours) => string;
  readonly money: (hours: Hours, cost: { readonly amount: number; readonly currency: string }) => string;
  readonly chart: Readonly<Record<'title' | 'about' | 'x' | 'y' | 'unstated', string>> & {
    readonly limit: (keepAt: number) => string;
    readonly point: (name: string, verdict: string, score: string, cost: string) => string;
  };
  readonly owners: Readonly<Record<'title' | 'owner' | 'role' | 'nobody' | 'split' | 'hours' | 'processes', string>> & {
    readonly unstated: (unknown: number) => string;
  };
  readonly grid: Readonly<
    Record<
      | 'filter'
      | 'verdict'
      | 'owner'
      | 'kind'
      | 'question'
      | 'text'
      | 'any'
      | 'reset'
      | 'process'
      | 'score'
      | 'hours'
      | 'scroll'
      | 'hint',
      string
    >
  > & {
    readonly shown: (shown: number | string, all: number) => string;
    readonly said: (why: string, by: string) => string;
    readonly todo: (remedy: string) => string;
  };
  readonly together: {
    readonly lead: string;
    readonly more: (more: number) => string;
    readonly source: (source: string) => string;
  };
  readonly decision: {
    readonly lead: (eliminated: number, given: string) => string;
    readonly undecidedLead: string;
    readonly waived: string;
  };
  readonly owner: Readonly<Record<'lead' | 'nothing' | 'eliminate', string>>;
  readonly sales: Readonly<
    Record<
      | 'lead'
      | 'asked'
      | 'why'
      | 'uses'
      | 'back'
      | 'said'
      | 'came'
      | 'unstatedDemands'
      | 'unstatedWhy'
      | 'unstatedUse'
      | 'noFeedback'
      | 'notHeard'
      | 'duty'
      | 'talkSheet',
      string
    >
  > & {
    readonly feedback: (every: string, last: string | null) => string;
    readonly event: (event: string, last: string | null) => string;
    readonly heard: (answers: number, roles: readonly string[]) => string;
    readonly outcomes: (outcomes: readonly string[]) => string;
    readonly use: (by: string, forWhat: string) => string;
    readonly elsewhere: (what: string, where: string) => string;
    readonly outcome: (title: string, outcome: string) => string;
    readonly quote: (title: string, said: string) => string;
    readonly givesBack: (hours: Hours) => string;
    readonly missing: (answers: number) => string;
    readonly suggestions: (received: number, answered: number, adopted: number) => string;
  };
  readonly story: Readonly<
    Record<
      | 'hours'
      | 'owner'
      | 'kind'
      | 'duty'
      | 'expiredDuty'
      | 'waiver'
      | 'file'
      | 'rules'
      | 'conditions'
      | 'ask'
      | 'atWorst'
      | 'byDuty'
      | 'notCounted'
      | 'evidence'
      | 'decided',
      string
    >
  > & {
    readonly points: (low: string, high: string, possible: string) => string;
    readonly claimed: (claimed: string | null) => string;
    readonly few: (roles: readonly string[]) => string;
    readonly hint: (few: number) => string;
  };
  readonly verdict: (title: string, score: string | null) => string;
  readonly footer: (tool: string, version: string) => string;
}
