import type { Begotten, BrokenFeed, LeftDemand } from '../../portfolio/dependencies.js';
import type { PlanAction, SameThere } from '../../portfolio/plan-step.js';

/** What `audit plan` says. */
export interface PlanWords {
  readonly actions: Readonly<
    Record<
      PlanAction,
      {
        readonly title: string;
        readonly says: (step: {
          readonly into: string;
          readonly until: string;
          readonly nobodyKnows: boolean;
        }) => string;
      }
    >
  >;
  readonly title: string;
  readonly heading: (steps: number, sources: readonly string[], asOf: string) => string;
  readonly nothing: (judged: number, problems: number) => string;
  readonly feed: (feed: BrokenFeed) => string;
  readonly brokenFeed: (feed: BrokenFeed) => string;
  readonly begotten: (child: Begotten) => string;
  readonly begottenOf: (child: Begotten) => string;
  readonly mend: (cause: string) => string;
  readonly still: (still: NonNullable<LeftDemand['still']>) => string;
  readonly sameIn: (process: string, same: SameThere) => string;
  readonly watchFeed: (feed: BrokenFeed) => string;
  readonly watchUser: (users: readonly string[], what: string, usedFor: string | undefined) => string;
  readonly watchAnybody: string;
  readonly lost: (what: string, usedBy: readonly string[], usedFor: string | null) => string;
  readonly isDuty: (duty: string) => string;
  readonly isJustified: string;
  readonly labels: Readonly<
    Record<
      | 'why'
      | 'watch'
      | 'ask'
      | 'depends'
      | 'mend'
      | 'lost'
      | 'still'
      | 'tell'
      | 'together'
      | 'waiver'
      | 'enforcement'
      | 'hours',
      string
    >
  >;
  readonly notJudged: (problems: number) => string;
  readonly returned: (hours: string) => string;
  readonly tried: (hours: string) => string;
  readonly asked: (answers: number, hours: string) => string;
  readonly without: Readonly<
    Record<'heading' | 'feeds' | 'begotten' | 'lost' | 'still' | 'none' | 'losers', string>
  > & {
    readonly returned: (hours: string) => string;
  };
}
