/** The comments and placeholders in files that the tool writes: a new process, the example of `audit init`, a baseline. */
export interface SkeletonWords {
  /** What to write where nothing is known: the text behind `# owner: `. */
  readonly placeholders: Readonly<Record<'owner' | 'purpose' | 'crm' | 'how' | 'reference', string>>;
  readonly demand: Readonly<Record<'what' | 'usedBy' | 'usedFor', string>>;
  /** Comments before each part. */
  readonly comments: Readonly<
    Record<'demands' | 'effort' | 'explained' | 'forecast' | 'questions' | 'answers', string>
  >;
  /** The feedback's `how`, in the example that is commented out. */
  readonly feedbackHow: string;
  /** The comment at the top of a baseline. */
  readonly baseline: readonly string[];
  readonly example: {
    readonly head: readonly string[];
    readonly name: string;
    readonly purpose: string;
    readonly aboutDemands: string;
    readonly demands: readonly [string, string];
    readonly usedFor: string;
    readonly alreadyIn: string;
    readonly aboutEffort: string;
    readonly aboutAnswers: string;
    readonly whyNoValue: string;
    readonly whyNecessary: string;
    readonly whyNotNecessary: string;
  };
}
