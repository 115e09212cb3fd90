/** What commands say besides reports: what they wrote, and notes on standard error. */
export interface CommandWords {
  /** A file that `audit new` wrote. */
  readonly wrote: (file: string) => string;
  /** After `audit new`, what to do with the file. */
  readonly fillIn: (id: string, folder: string) => string;
  readonly init: {
    readonly wrote: (file: string) => string;
    readonly kept: (file: string) => string;
    readonly moveWorkflow: (to: string) => string;
    /** What to run next, and what that does. */
    readonly next: Readonly<
      Record<'heading' | 'judgeExample' | 'judge' | 'describe' | 'explain' | 'acceptToday' | 'checkNow', string>
    >;
  };
  readonly baselineWritten: (file: string, processes: number) => string;
  readonly baselineNotWritten: (file: string) => string;
  readonly summaryNotWritten: (file: string, why: string) => string;
  /** Options for the terminal that change nothing in another format. */
  readonly showsEverything: (format: string) => string;
  readonly noDesktop: (file: string) => string;
  readonly notOpened: (file: string, why: string) => string;
  readonly sheetRefused: (sheet: string) => string;
}
