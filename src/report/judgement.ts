import type { Assessment, Outcome } from '../assess.js';
import { type JudgedProcess, judge, type SourcedProcess } from '../judge.js';
import { burdenOf } from '../portfolio/burden.js';
import type { FoundAlone } from '../portfolio/contract.js';
import type { Settings } from '../settings.js';
import type { Verdict } from '../verdict.js';
import { verdictWords } from './build.js';
import type { ReportedVerdict } from './model.js';

/** What a process comes to, without the long way there. Plain JSON, so that it can be sent and kept. */
export interface Judgement {
  readonly outcomes: readonly Outcome[];
  readonly verdict: Verdict;
  readonly words: Pick<ReportedVerdict, 'rules' | 'conditions' | 'toAsk'>;
}

export function judgementOf(sourced: SourcedProcess, settings: Settings): Judgement {
  const judged = judge(sourced, settings);
  const { outcomes, verdict } = judged;
  return {
    outcomes,
    verdict,
    words: {
      rules: verdictWords.rules(judged, settings),
      conditions: verdictWords.conditions(judged),
      toAsk: verdictWords.toAsk(judged, settings),
    },
  };
}

/** A process that was judged before or elsewhere. Its assessments are made anew when somebody asks for them. */
export class RecalledProcess implements JudgedProcess {
  readonly salesProcess: JudgedProcess['salesProcess'];
  readonly file: string;
  readonly missingEvidence: ReadonlySet<string>;
  readonly outsideEvidence: JudgedProcess['outsideEvidence'];
  readonly foundAlone: FoundAlone | undefined;
  readonly burden: JudgedProcess['burden'];
  readonly outcomes: readonly Outcome[];
  readonly verdict: Verdict;
  readonly words: Judgement['words'];
  readonly #sourced: SourcedProcess;
  readonly #settings: Settings;

  constructor(
    sourced: SourcedProcess & { readonly foundAlone?: FoundAlone | undefined },
    settings: Settings,
    { outcomes, verdict, words }: Judgement,
  ) {
    this.salesProcess = sourced.salesProcess;
    this.file = sourced.file;
    this.missingEvidence = sourced.missingEvidence;
    this.outsideEvidence = sourced.outsideEvidence;
    this.foundAlone = sourced.foundAlone;
    this.burden = burdenOf(sourced.salesProcess, settings.workingTime);
    this.outcomes = outcomes;
    this.verdict = verdict;
    this.words = words;
    this.#sourced = sourced;
    this.#settings = settings;
  }

  /** Asked for when something is said of a place, which is seldom. */
  get places(): JudgedProcess['places'] {
    return this.#sourced.places;
  }

  get evidence(): SourcedProcess['evidence'] {
    return this.#sourced.evidence;
  }

  get assessments(): readonly Assessment[] {
    if (last.of !== this) last = { of: this, assessments: judge(this, this.#settings).assessments };
    return last.assessments;
  }
}

/** Who asks for one asks for the next. */
let last: { readonly of?: RecalledProcess; readonly assessments: readonly Assessment[] } = { assessments: [] };
