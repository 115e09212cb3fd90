import type { Assessment } from '../judging/assess.js';
import { type Burden, burdenOf } from '../judging/burden.js';
import type { JudgedProcess, SourcedProcess } from '../judging/judge.js';
import type { Settings } from '../judging/settings.js';
import type { EvidenceFound } from '../load/evidence.js';
import type { Places } from '../places/places.js';
import { questionIds } from '../questions/index.js';

/** A judged process as JSON. */
export interface StoredProcess extends Pick<JudgedProcess, 'salesProcess' | 'places' | 'outcomes' | 'verdict'> {
  /** Evidence that did not count when it was judged. */
  readonly missing: readonly string[];
  readonly outside: readonly string[];
  /** The assessments, as JSON in a string: many readers do without. */
  readonly assessments: string;
}

/** In the order of the questions. The voices are those of the process, by their positions. */
type StoredAssessment = readonly [
  Assessment['outcome'],
  Assessment['claimed'] | null,
  Assessment['evidence'] | null,
  Assessment['path'],
  voices: readonly number[],
  Assessment['reasons'],
];

export function toStored(judged: JudgedProcess): StoredProcess {
  const { salesProcess, places, outcomes, verdict, missingEvidence, outsideEvidence = [] } = judged;
  const assessments = judged.assessments.map((assessment): StoredAssessment => {
    const { question, outcome, claimed = null, evidence = null, path, reasons } = assessment;
    const voices = salesProcess.voices[question] ?? [];
    return [outcome, claimed, evidence, path, assessment.voices.map((voice) => voices.indexOf(voice)), reasons];
  });
  return {
    salesProcess,
    places,
    outcomes,
    verdict,
    missing: [...missingEvidence],
    outside: [...outsideEvidence],
    assessments: JSON.stringify(assessments),
  };
}

/** A process that was judged before, with the same settings and evidence. */
export class RecalledProcess implements JudgedProcess {
  readonly salesProcess: JudgedProcess['salesProcess'];
  readonly file: string;
  readonly places: JudgedProcess['places'];
  readonly missingEvidence: ReadonlySet<string>;
  readonly outsideEvidence: ReadonlySet<string> | undefined;
  readonly outcomes: JudgedProcess['outcomes'];
  readonly verdict: JudgedProcess['verdict'];
  readonly burden: Burden;
  readonly #assessments: string;

  constructor(stored: StoredProcess, sourced: SourcedProcess, { workingTime }: Settings) {
    this.salesProcess = sourced.salesProcess;
    this.file = sourced.file;
    this.places = withSharedOutline(sourced.places);
    this.missingEvidence = sourced.missingEvidence;
    this.outsideEvidence = sourced.outsideEvidence;
    this.outcomes = stored.outcomes;
    this.verdict = stored.verdict;
    this.burden = burdenOf(sourced.salesProcess, workingTime);
    this.#assessments = stored.assessments;
  }

  get assessments(): readonly Assessment[] {
    if (last.of !== this) last = { of: this, assessments: this.#read() };
    return last.assessments;
  }

  #read(): readonly Assessment[] {
    const stored = JSON.parse(this.#assessments) as readonly StoredAssessment[];
    return stored.map(([outcome, claimed, evidence, path, voices, reasons], index) => {
      const question = questionIds[index]!;
      const all = this.salesProcess.voices[question] ?? [];
      return {
        question,
        outcome,
        claimed: claimed ?? undefined,
        reasons,
        voices: voices.map((at) => all[at]!),
        evidence: evidence ?? undefined,
        path,
      };
    });
  }
}

/** Who reads the assessments once reads them again, and then those of the next process. */
let last: { readonly of?: RecalledProcess; readonly assessments: readonly Assessment[] } = { assessments: [] };

/** Files that are built alike come in a row, and have the same outline. */
function withSharedOutline({ outline, spots }: Places): Places {
  if (outline !== lastOutline) lastOutline = outline;
  return { outline: lastOutline, spots };
}

let lastOutline = '';

/** Whether the evidence is as it was when the process was judged. */
export function isEvidenceAsBefore(
  { missing, outside }: StoredProcess,
  { missingEvidence, outsideEvidence = NONE }: EvidenceFound,
): boolean {
  return (
    missing.length === missingEvidence.size &&
    outside.length === outsideEvidence.size &&
    missing.every((text) => missingEvidence.has(text)) &&
    outside.every((text) => outsideEvidence.has(text))
  );
}

const NONE: ReadonlySet<string> = new Set();
