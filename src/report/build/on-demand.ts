import type { Finding } from '../../gate/findings.js';
import type { Gate } from '../../gate/gate.js';
import type { JudgedProcess, SourcedProcess } from '../../judging/judge.js';
import type { Settings } from '../../judging/settings.js';
import type { Words } from '../../wording/words/words.js';
import type { Report, ReportedAssessment, ReportedProcess, ReportedVerdict } from '../model.js';
import { toReportedFinding } from './findings.js';
import {
  toReported,
  toReportedAssessment,
  toReportedBurden,
  toReportedMandate,
  toReportedVerdict,
  toWaiverOf,
  verdictWords,
} from './process.js';

/** What the words of a report depend on besides the process. */
interface Context {
  readonly gate: Gate;
  readonly settings: Settings;
  readonly words: Words;
  readonly byId: ReadonlyMap<string, SourcedProcess>;
}

/**
 * Processes and findings for readers who go through a large report once: their words are made each time they are read. All
 * that can be said of ten thousand processes at once takes half a gigabyte, and a terminal shows a tenth of it. As JSON they
 * are the same as ever; they cannot be spread.
 */
export function onDemand({ gate, settings, words, byId }: Context) {
  const assessment = whenRead<AssessmentOf, ReportedAssessment>(
    ({ judged, index }) => toReportedAssessment(judged.assessments[index]!, judged, settings, words),
    { outcome: ({ judged, index }) => judged.outcomes[index]! },
  );
  const verdict = whenRead<JudgedProcess, ReportedVerdict>(
    (judged) => toReportedVerdict(judged, settings, words),
    {
      name: (judged) => judged.verdict.name,
      score: (judged) => judged.verdict.score ?? null,
      isKeptByMandate: (judged) => judged.verdict.isKeptByMandate,
      rules: (judged) => verdictWords.rules(judged, settings, words),
      conditions: (judged) => verdictWords.conditions(judged, words),
      toAsk: (judged) => verdictWords.toAsk(judged, settings, words),
    },
    ['conditions'],
  );
  const process = whenRead<JudgedProcess, ReportedProcess>(
    (judged) => toReported(judged, gate, settings, words),
    {
      id: ({ salesProcess }) => salesProcess.id,
      name: ({ salesProcess }) => salesProcess.name,
      kind: ({ salesProcess }) => salesProcess.kind,
      status: ({ salesProcess }) => salesProcess.status,
      owner: ({ salesProcess }) => salesProcess.owner ?? null,
      burden: ({ burden }) => toReportedBurden(burden, words),
      verdict,
      assessments: (judged) => judged.outcomes.map((_, index) => assessment({ judged, index })),
      mandate: (judged) => toReportedMandate(judged, settings, words),
      waiver: ({ salesProcess }) => toWaiverOf(salesProcess.id, gate),
    },
    ['burden', 'verdict', 'waiver'],
  );
  const finding = whenRead<Finding, Report['findings'][number]>(
    (found) => toReportedFinding(found, byId.get(found.process), words),
    { rule: ({ rule }) => rule, process: (found) => found.process },
  );
  return { process, finding };
}

interface AssessmentOf {
  readonly judged: JudgedProcess;
  readonly index: number;
}

type Parts<Source, Whole> = { readonly [Part in keyof Whole]?: (source: Source) => Whole[Part] };

/**
 * Makes objects whose parts are made when they are read.
 *
 * @param whole makes everything; what has no maker of its own is taken from there
 * @param parts makers of single parts
 * @param kept parts that are made once, because they are read often
 */
function whenRead<Source extends object, Whole extends object>(
  whole: (source: Source) => Whole,
  parts: Parts<Source, Whole>,
  kept: readonly (keyof Whole)[] = [],
): (source: Source) => Whole {
  // Who reads one part reads the next, so the last one is kept.
  let last: { readonly of: Source; readonly whole: Whole } | undefined;

  class WhenRead {
    readonly #source: Source;

    constructor(source: Source) {
      this.#source = source;
      for (const part of kept) Object.defineProperty(this, part, { value: parts[part]!(source) });
    }

    toJSON(): Whole {
      return whole(this.#source);
    }

    static read<Part extends keyof Whole>(from: WhenRead, part: Part): Whole[Part] {
      const source = from.#source;
      const own = parts[part];
      if (own) return own(source);
      if (last?.of !== source) last = { of: source, whole: whole(source) };
      return last.whole[part];
    }
  }

  let isDefined = false;
  const define = (example: Source) => {
    for (const part of Object.keys(whole(example)) as (keyof Whole)[]) {
      Object.defineProperty(WhenRead.prototype, part, {
        get(this: WhenRead) {
          return WhenRead.read(this, part);
        },
      });
    }
    isDefined = true;
  };
  return (source) => {
    if (!isDefined) define(source);
    return new WhenRead(source) as unknown as Whole;
  };
}
