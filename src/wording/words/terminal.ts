/** What the report and the check say in a terminal. */
export interface TerminalWords {
  readonly title: string;
  /** After what was judged: in which order processes stand. */
  readonly order: Readonly<Record<'hours' | 'score' | 'name' | 'owner', string>>;
  readonly only: (verdict: string) => string;
  /** Column heads and labels of a row. */
  readonly columns: Readonly<Record<'score' | 'hours' | 'owner', string>>;
  readonly labels: Readonly<Record<'id' | 'file' | 'hours', string>>;
  readonly legend: {
    readonly score: string;
    readonly more: string;
  };
  readonly bottom: {
    readonly unjustified: (totals: {
      readonly unjustified: number;
      readonly processes: number;
      readonly eliminate: number;
      readonly undecided: number;
    }) => string;
    readonly takes: (processes: number, sum: string) => string;
    readonly eliminating: (processes: number, sum: string) => string;
    readonly settle: (answers: number, undecided: number, sum: string) => string;
    readonly waived: (processes: number) => string;
    readonly retired: (processes: number, sum: string) => string;
    readonly failed: (questions: number) => string;
    /** `files`: at most the first few names, `more`: how many others. */
    readonly notJudged: (problems: number, files: readonly string[], more: number) => string;
  };
  readonly findings: { readonly title: string; readonly more: string };
  /** Below a table that was cut. */
  readonly moreRows: (rows: number) => string;
  readonly check: {
    readonly title: string;
    readonly baseline: readonly [label: string, (file: string, processes: string) => string];
    readonly since: readonly [label: string, (ref: string, commit: string) => string];
    readonly headings: Readonly<
      Record<
        | 'fails'
        | 'waived'
        | 'in-baseline'
        | 'unchanged'
        | 'betterThanBaseline'
        | 'betterThanBefore'
        | 'gone'
        | 'passes'
        | 'notApplicable',
        string
      >
    >;
    readonly waived: (id: string, verdict: string, until: string, approvedBy: string, reason: string) => string;
    readonly updateBaseline: string;
    readonly onlyByDuty: string;
    readonly undecided: string;
  };
}

/** What `audit show` says of one process. */
export interface ShowWords {
  /** Labels in the margin; each is padded to the width of its column. */
  readonly labels: Readonly<
    Record<
      | 'id'
      | 'file'
      | 'kind'
      | 'owner'
      | 'hours'
      | 'duty'
      | 'waiver'
      | 'rule'
      | 'condition'
      | 'ask'
      | 'points'
      | 'claimed'
      | 'said'
      | 'evidence'
      | 'decided'
      | 'fact'
      | 'note'
      | 'todo'
      | 'finding',
      string
    >
  >;
  readonly noOwner: string;
  readonly expired: (mandate: string) => string;
  readonly verdict: (title: string, points: string | null) => string;
  readonly duty: (hasRules: boolean) => string;
  readonly atWorst: string;
  readonly shares: (applying: number, all: number, total: number) => string;
  readonly points: (earned: string, possible: string, weight: number, outcome: string) => string;
  readonly nobodyClaims: string;
  readonly claimed: (claimed: string, evidence: string | null) => string;
  readonly waiver: (state: string, approvedBy: string, reason: string, ticket: string | null) => string;
  readonly beyond: string;
  readonly or: (whom: readonly string[]) => string;
  readonly retired: (name: string, on: string, why: string) => string;
  readonly took: (burden: string) => string;
  readonly evidence: (evidence: string) => string;
}

/** What `audit waivers` says. */
export interface WaiversWords {
  readonly none: (asOf: string) => string;
  readonly lists: Readonly<Record<'active' | 'expired' | 'unused' | 'not counted', string>> & {
    readonly expiring: (by: string) => string;
  };
  readonly entry: (waiver: {
    readonly process: string;
    readonly state: string;
    readonly approvedBy: string;
    readonly granted: string | null;
    readonly reason: string;
    readonly ticket: string | null;
  }) => string;
}
