import type { Finding } from '../gate/findings.js';
import type { Gate } from '../gate/gate.js';
import type { Outcome } from '../judging/assess.js';
import type { JudgedProcess } from '../judging/judge.js';
import type { Settings } from '../judging/settings.js';
import { toReported, toReportedBurden, toWaiverOf, verdictWords } from '../report/build/process.js';
import { toReportedFinding, type Wording } from '../report/build/report.js';
import type { Report, ReportedAssessment, ReportedBurden, ReportedProcess, ReportedVerdict } from '../report/model.js';
import type { Words } from '../wording/words/words.js';
import { RecalledProcess } from './recalled-process.js';

type ReportedFinding = Report['findings'][number];

/**
 * Words when they are asked for, and made again when they are asked for again: the report in a terminal shows a tenth of
 * what there is to say, and all that is said of ten thousand processes fills half a gigabyte. As JSON the same as ever.
 */
export const PUT_OFF: Wording = {
  process: (judged, gate, settings, words) => new PutOffProcess(judged, gate, settings, words),
  finding: (finding, words) => new PutOffFinding(finding, words),
};

class PutOffProcess implements ReportedProcess {
  readonly burden: ReportedBurden;
  readonly verdict: ReportedVerdict;
  readonly #judged: JudgedProcess;
  readonly #gate: Gate;
  readonly #settings: Settings;
  readonly #words: Words;

  constructor(judged: JudgedProcess, gate: Gate, settings: Settings, words: Words) {
    this.#words = words;
    this.#judged = judged;
    this.#gate = gate;
    this.#settings = settings;
    this.burden = new PutOffBurden(judged, words);
    this.verdict = new PutOffVerdict(judged, settings, words);
  }

  get id() {
    return this.#judged.salesProcess.id;
  }
  get name() {
    return this.#judged.salesProcess.name;
  }
  get owner() {
    return this.#judged.salesProcess.owner ?? null;
  }
  get kind() {
    return this.#judged.salesProcess.kind;
  }
  get status() {
    return this.#judged.salesProcess.status;
  }
  get assessments() {
    return this.#judged.outcomes.map((outcome, index) => new PutOffAssessment(outcome, index, this));
  }
  get waiver() {
    return toWaiverOf(this.id, this.#gate);
  }
  get mandate() {
    return this.#judged.salesProcess.mandate ? this.all.mandate : null;
  }
  get summary() {
    return this.all.summary;
  }
  get place() {
    return this.all.place;
  }
  get description() {
    return this.all.description;
  }
  get gate() {
    return this.all.gate;
  }

  /** All that is said of the process. Who asks for one part asks for the next, so the last one's is kept. */
  get all(): ReportedProcess {
    if (last.of !== this) last = { of: this, all: this.toJSON() };
    return last.all!;
  }

  toJSON(): ReportedProcess {
    return toReported(this.#judged, this.#gate, this.#settings, this.#words);
  }
}

let last: { readonly of?: PutOffProcess; readonly all?: ReportedProcess } = {};

class PutOffBurden implements ReportedBurden {
  readonly #judged: JudgedProcess;
  readonly #words: Words;

  constructor(judged: JudgedProcess, words: Words) {
    this.#words = words;
    this.#judged = judged;
  }

  get hours() {
    return this.#judged.burden.hours ?? null;
  }
  get text() {
    return toReportedBurden(this.#judged.burden, this.#words).text;
  }
}

class PutOffVerdict implements ReportedVerdict {
  readonly #judged: JudgedProcess;
  readonly #settings: Settings;
  readonly #words: Words;
  #conditions: ReportedVerdict['conditions'] | undefined;

  constructor(judged: JudgedProcess, settings: Settings, words: Words) {
    this.#words = words;
    this.#judged = judged;
    this.#settings = settings;
  }

  get name() {
    return this.#judged.verdict.name;
  }
  get score() {
    return this.#judged.verdict.score ?? null;
  }
  get isKeptByMandate() {
    return this.#judged.verdict.isKeptByMandate;
  }
  get rules() {
    return this.#said?.rules ?? verdictWords.rules(this.#judged, this.#settings, this.#words);
  }
  /** Kept: whether there are any decides under which heading a process stands. */
  get conditions() {
    this.#conditions ??= this.#said?.conditions ?? verdictWords.conditions(this.#judged, this.#words);
    return this.#conditions;
  }
  get toAsk() {
    return this.#said?.toAsk ?? verdictWords.toAsk(this.#judged, this.#settings, this.#words);
  }

  get #said() {
    return this.#judged instanceof RecalledProcess ? this.#judged.words : undefined;
  }
}

class PutOffAssessment implements ReportedAssessment {
  readonly outcome: Outcome;
  readonly #index: number;
  readonly #of: PutOffProcess;

  constructor(outcome: Outcome, index: number, of: PutOffProcess) {
    this.outcome = outcome;
    this.#index = index;
    this.#of = of;
  }

  get question() {
    return this.#all.question;
  }
  get number() {
    return this.#all.number;
  }
  get title() {
    return this.#all.title;
  }
  get claimed() {
    return this.#all.claimed;
  }
  get weight() {
    return this.#all.weight;
  }
  get points() {
    return this.#all.points;
  }
  get evidence() {
    return this.#all.evidence;
  }
  get reasons() {
    return this.#all.reasons;
  }
  get voices() {
    return this.#all.voices;
  }
  get heard() {
    return this.#all.heard;
  }
  get remedies() {
    return this.#all.remedies;
  }
  get place() {
    return this.#all.place;
  }

  get #all(): ReportedAssessment {
    return this.#of.all.assessments[this.#index]!;
  }
}

class PutOffFinding implements ReportedFinding {
  readonly #finding: Finding;
  readonly #words: Words;

  constructor(finding: Finding, words: Words) {
    this.#words = words;
    this.#finding = finding;
  }

  get rule() {
    return this.#finding.rule;
  }
  get process() {
    return this.#finding.process;
  }
  get text() {
    return this.toJSON().text;
  }
  get shareable() {
    return this.toJSON().shareable;
  }
  get remedy() {
    return this.toJSON().remedy;
  }
  get place() {
    return this.#finding.place;
  }

  toJSON(): ReportedFinding {
    return toReportedFinding(this.#finding, this.#words);
  }
}
