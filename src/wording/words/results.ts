/** What the formats of CI systems say beside the words of the report itself. */
export interface ResultsWords {
  readonly passes: (question: string) => string;
  readonly doesNotApply: (question: string) => string;
  readonly waived: (waiver: {
    readonly state: string;
    readonly until: string;
    readonly approvedBy: string;
    readonly reason: string;
    readonly ticket: string | null;
  }) => string;
  /** The name of what concerns all processes together. */
  readonly allProcesses: string;
  /** Behind why a rule matters: where the article says so. */
  readonly source: (why: string, source: string) => string;
  readonly inFull: (rule: string) => string;
  readonly worse: (text: string, worse: string) => string;
  /** Annotations: the notice on what passes. */
  readonly title: string;
  readonly passing: (ids: readonly string[]) => string;
  readonly standing: (number: number, standing: string, ids: readonly string[]) => string;
  readonly notApplicable: (processes: readonly string[]) => string;
  /** The test of a process, and the suites that are no process. */
  readonly check: (name: string) => string;
  readonly suites: Readonly<Record<'input' | 'all', string>>;
}
