export interface HistoryTotals {
  readonly processes: number;
  readonly unjustified: number;
  /** In words. */
  readonly hours: string;
  readonly unreadable: number;
}

/** What `audit trend` and `audit diff` say. */
export interface HistoryWords {
  readonly givenBack: (since: string, sum: string, parts: readonly string[]) => string;
  readonly nothingGivenBack: (since: string) => string;
  readonly eliminated: (ids: readonly string[]) => string;
  readonly retired: (ids: readonly string[]) => string;
  readonly lighter: (ids: readonly string[]) => string;
  readonly added: (sum: string, came: readonly string[], heavier: readonly string[]) => string;
  readonly series: Readonly<Record<'processes' | 'unjustified' | 'hours' | 'unjustifiedHours', string>>;
  readonly columns: Readonly<Record<'day' | 'came' | 'went' | 'givenBack' | 'unreadable', string>>;
  readonly of: (part: number, all: number) => string;
  readonly unreadable: (files: number) => string;
  readonly between: (ids: readonly string[]) => string;
  readonly each: string;
  readonly diff: Readonly<
    Record<
      | 'nothing'
      | 'came'
      | 'went'
      | 'changed'
      | 'settings'
      | 'unknownCause'
      | 'eliminated'
      | 'retired'
      | 'unstated'
      | 'settingsDiffer',
      string
    >
  > & {
    readonly because: (cause: string) => string;
    readonly heading: (from: string, to: string) => string;
    readonly now: (asOf: string) => string;
    readonly at: (label: string, asOf: string) => string;
    readonly totals: (label: string, totals: HistoryTotals) => string;
    readonly cameAs: (verdict: string, cost: string) => string;
    readonly wentAs: (how: string, cost: string | null) => string;
    readonly verdict: (from: string, to: string) => string;
    readonly score: (from: string, to: string) => string;
    readonly hours: (from: string, to: string) => string;
    readonly outcome: (question: string, from: string, to: string) => string;
    readonly said: (by: string, answer: string, why: string | null) => string;
    readonly silent: (by: string, answer: string) => string;
    readonly stale: (by: string, answer: string, on: string | null) => string;
    readonly counts: (by: string, answer: string) => string;
    readonly fact: (text: string) => string;
    readonly factGone: (text: string) => string;
    readonly unreadable: (side: string, files: readonly string[]) => string;
    readonly hiddenNew: (answers: number) => string;
    readonly hiddenGone: (answers: number) => string;
  };
}
