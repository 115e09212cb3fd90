import type { Assessment, Outcome } from '../judging/assess.js';
import { burdenOf } from '../judging/burden.js';
import { type JudgedProcess, judge, type SourcedProcess } from '../judging/judge.js';
import type { Settings } from '../judging/settings.js';
import type { Verdict } from '../judging/verdict.js';
import { verdictWords } from '../report/build/process.js';
import type { ReportedVerdict } from '../report/model.js';
import type { Words } from '../wording/words/words.js';

/** What a process comes to, without the long way there. Plain JSON, so that it can be sent and kept. */
export interface Judgement {
  readonly outcomes: readonly Outcome[];
  readonly verdict: Verdict;
  readonly words: Pick<ReportedVerdict, 'rules' | 'conditions' | 'toAsk'>;
}

export function judgementOf(sourced: SourcedProcess, settings: Settings, words: Words): Judgement {
  const judged = judge(sourced, settings);
  const { outcomes, verdict } = judged;
  return {
    outcomes,
    verdict,
    words: {
      rules: verdictWords.rules(judged, settings, words),
      conditions: verdictWords.conditions(judged, words),
      toAsk: verdictWords.toAsk(judged, settings, words),
    },
  };
}

/** A process that was judged before or elsewhere. Its assessments are made anew when somebody asks for them. */
export class RecalledProcess implements JudgedProcess {
  readonly burden: JudgedProcess['burden'];
  readonly #source: JudgedSource;
  readonly #settings: Settings;

  constructor(source: JudgedSource, settings: Settings) {
    this.burden = burdenOf(source.salesProcess, settings.workingTime);
    this.#source = source;
    this.#settings = settings;
  }

  get salesProcess() {
    return this.#source.salesProcess;
  }
  get file() {
    return this.#source.file;
  }
  get places() {
    return this.#source.places;
  }
  get evidence() {
    return this.#source.evidence;
  }
  get missingEvidence() {
    return this.#source.missingEvidence;
  }
  get outsideEvidence() {
    return this.#source.outsideEvidence;
  }
  get outcomes() {
    return this.#source.judgement.outcomes;
  }
  get verdict() {
    return this.#source.judgement.verdict;
  }
  get words() {
    return this.#source.judgement.words;
  }

  get assessments(): readonly Assessment[] {
    if (last.of !== this) last = { of: this, assessments: judge(this, this.#settings).assessments };
    return last.assessments;
  }
}

/** Where a process comes from, and what was made of it. */
export interface JudgedSource extends SourcedProcess {
  readonly judgement: Judgement;
}

/** Who asks for one asks for the next. */
let last: { readonly of?: RecalledProcess; readonly assessments: readonly Assessment[] } = { assessments: [] };
