/** What the Markdown report says beside the words of the report itself. */
export interface MarkdownWords {
  readonly title: string;
  readonly titleOfCheck: (outcome: string) => string;
  /** The first is a headline. */
  readonly unjustified: (unjustified: number, processes: number) => string;
  readonly verdicts: (totals: {
    readonly eliminate: number;
    readonly undecided: number;
    readonly sources: readonly string[];
    readonly asOf: string;
  }) => string;
  readonly takes: (sum: string) => string;
  readonly eliminating: (processes: number, sum: string) => string;
  readonly changesSince: string;
  readonly cameAs: (verdict: string | null, cost: string) => string;
  readonly worse: (text: string) => string;
  readonly better: (text: string) => string;
  readonly noChange: string;
  readonly betterThanBaseline: string;
  readonly all: string;
  readonly columns: Readonly<Record<'verdict' | 'check' | 'process' | 'score' | 'hours' | 'owner' | 'role', string>>;
  readonly onlyByDuty: (duty: string) => string;
  readonly hours: (burden: string) => string;
  readonly describedIn: (place: string) => string;
  readonly findings: string;
  readonly retired: string;
  readonly plan: string;
  readonly morePlan: (more: number) => string;
  readonly hoursByOwnerAndRole: string;
  readonly notJudged: string;
  /** What was left out because the text would be too long. */
  readonly left: {
    readonly details: (processes: number) => string;
    readonly sections: (sections: number) => string;
    readonly rows: (processes: number) => string;
    readonly note: (left: readonly string[]) => string;
  };
}
