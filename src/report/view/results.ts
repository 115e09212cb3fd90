import { GATE_REASONS } from '../../gate/policy.js';
import { isRule } from '../../gate/reasons.js';
import type { Place } from '../../places/places.js';
import { type QuestionId, questionIds } from '../../questions/index.js';
import type { Words } from '../../wording/words/words.js';
import type { Report, ReportedProcess } from '../model.js';

/**
 * The report as a list of results, one a process and rule: what the formats of CI systems have in common. Each lists what
 * fails, what is let through and by what, what is undecided, what does not apply, and what passes.
 */
export interface Result {
  /** `null`: about all processes together. */
  readonly process: string | null;
  readonly name: string;
  readonly rule: string;
  /**
   * - `fail`: a reason for which the process fails, or would fail if it were not let through
   * - `open`: undecided, where that alone does not fail
   * - `note`: a condition, or a finding, that fails nothing
   */
  readonly kind: 'fail' | 'open' | 'note' | 'pass' | 'not-applicable';
  /** Why a failing result is let through. */
  readonly letThrough: LetThrough | undefined;
  readonly text: string;
  readonly place: Place;
  /** The same from run to run, whatever happens to lines and words: process and rule. */
  readonly fingerprint: string;
}

export interface LetThrough {
  readonly by: 'waived' | 'in-baseline' | 'unchanged';
  /** For a waiver: whether it stands in the process file. */
  readonly isInProcessFile: boolean;
  readonly text: string;
}

type Unmarked = Omit<Result, 'fingerprint'>;

/** All results, in the order of the processes. */
export function resultsOf(report: Report, words: Words): Result[] {
  const all = [
    ...report.processes.flatMap((one) => resultsOfProcess(one, report, words)),
    ...findingResults(report, words),
    ...ofAll(report, words),
  ];
  const seen = new Map<string, number>();
  return all.map((result) => {
    const key = `${result.process ?? 'all'}/${result.rule}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { ...result, fingerprint: times === 1 ? key : `${key}/${times}` };
  });
}

/** What fails the check, and nothing else. */
export function isFailing({ kind, letThrough }: Pick<Result, 'kind' | 'letThrough'>): boolean {
  return kind === 'fail' && letThrough === undefined;
}

function resultsOfProcess(one: ReportedProcess, report: Report, words: Words): Unmarked[] {
  const { sentence } = words.grammar;
  const { id, name, verdict, gate, assessments, place } = one;
  const about = { process: id, name, letThrough: undefined };
  const letThrough = letThroughOf(one, report, words);
  const withWorse = (text: string) =>
    gate.worse.length > 0 ? words.results.worse(text, words.gate.worse(gate.worse)) : text;
  const failing = gate.reasons.map(
    ({ reason, text, place: at }): Unmarked => ({
      ...about,
      rule: reason,
      kind: 'fail',
      letThrough,
      text: sentence(withWorse(text)),
      place: at,
    }),
  );
  const told = new Set(gate.reasons.map(({ reason }) => reason));
  const open: Unmarked[] =
    verdict.name === 'undecided' && !told.has('undecided')
      ? [{ ...about, rule: 'undecided', kind: 'open', text: sentence(words.gate.undecided), place }]
      : [];
  const conditions = verdict.conditions
    .filter(({ question }) => !told.has(question))
    .map(
      ({ question, outcome, text, place: at }): Unmarked => ({
        ...about,
        rule: question,
        kind: 'note',
        text: sentence(words.common.isOutcome(question, words.outcomes[outcome], text)),
        place: at,
      }),
    );
  const answered = assessments.flatMap((assessment): Unmarked[] => {
    const { question, outcome, place: at } = assessment;
    if (outcome !== 'yes' && outcome !== 'not-applicable') return [];
    const text = sentence(outcome === 'yes' ? words.results.passes(question) : words.results.doesNotApply(question));
    return [{ ...about, rule: question, kind: outcome === 'yes' ? 'pass' : 'not-applicable', text, place: at }];
  });
  return [...failing, ...open, ...conditions, ...answered];
}

function letThroughOf(
  { id, gate: { standing }, waiver }: ReportedProcess,
  report: Report,
  words: Words,
): LetThrough | undefined {
  if (standing === 'passes' || standing === 'fails') return undefined;
  const state = words.gate.states[standing];
  if (standing === 'waived' && waiver) {
    const { isInProcessFile } = report.waivers.find(({ process, state: its }) => process === id && its === 'active')!;
    return { by: 'waived', isInProcessFile, text: words.results.waived({ ...waiver, state }) };
  }
  return { by: standing as 'in-baseline' | 'unchanged', isInProcessFile: false, text: state };
}

function findingResults({ findings, processes }: Report, { grammar }: Words): Unmarked[] {
  return findings.map(({ rule, process, text, remedy, place }) => ({
    process,
    name: processes.find(({ id }) => id === process)?.name ?? process,
    rule,
    kind: 'note',
    letThrough: undefined,
    text: `${grammar.sentence(text)} ${grammar.sentence(remedy)}`,
    place,
  }));
}

/** What fails all processes together: their hours. */
function ofAll({ gate, settings, source }: Report, words: Words): Unmarked[] {
  const place = { file: settings.configuration ?? source[0] ?? '.', line: 1, column: 1 };
  const about = { process: null, name: words.results.allProcesses, letThrough: undefined, place };
  const limits = gate.limits.map(
    ({ owner, text, isExceeded }): Unmarked => ({
      ...about,
      name: owner === null ? about.name : owner,
      rule: owner === null ? 'max-burden' : `max-burden/${owner}`,
      kind: isExceeded ? 'fail' : 'pass',
      text,
    }),
  );
  const growth: Unmarked[] = gate.since?.growth.isExceeded
    ? [{ ...about, rule: 'no-growth', kind: 'fail', text: gate.since.growth.text }]
    : [];
  return [...limits, ...growth];
}

/** What can be said of a rule, wherever rules are listed. */
export interface RuleText {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly why: string;
}

/** Every rule that a result can name. */
export function ruleTexts(words: Words): RuleText[] {
  const { sentence } = words.grammar;
  const reasons = GATE_REASONS.map((id): RuleText => {
    if (isRule(id)) {
      const { title, says, source } = words.rules[id];
      return { id, title, says: sentence(says), why: source };
    }
    if (isQuestion(id)) {
      const { title, asks, why, source } = words.questions[id];
      return { id, title, says: asks, why: words.results.source(why, source) };
    }
    return { id, ...words.gate.rules[id] };
  });
  const findings = Object.entries(words.findings).map(([id, { title, why, source }]) => ({
    id,
    title,
    says: sentence(title),
    why: words.results.source(why, source),
  }));
  const limits = (['max-burden', 'no-growth'] as const).map((id) => ({ id, ...words.gate.rules[id] }));
  return [...reasons, ...findings, ...limits];
}

function isQuestion(id: string): id is QuestionId {
  return (questionIds as readonly string[]).includes(id);
}
