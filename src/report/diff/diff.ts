import { difference } from '../../history/trend.js';
import type { Place } from '../../places/places.js';
import { isSameRole } from '../../sales-process/roles.js';
import type { Words } from '../../wording/words/words.js';
import { verdictTitle } from '../view/verdict-title.js';
import type { DiffableProcess, DiffableReport } from './saved-report.js';

type Range = { readonly low: number; readonly high: number };
type Sum = { readonly hours: Range; readonly unknown: number };

/** Why something is another now: a voice, a fact, or the passing of time. */
export interface DiffCause {
  readonly text: string;
  /** Where it stands, in the newer state where it is there still. */
  readonly place: Place | null;
}

export interface DiffChange {
  /** What changed, in words: "verdict: Keep, now Undecided". */
  readonly text: string;
  readonly about: 'verdict' | 'score' | 'hours' | 'outcome';
  readonly question: string | null;
  readonly from: string;
  readonly to: string;
  readonly because: readonly DiffCause[];
}

export interface DiffedProcess {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  readonly changes: readonly DiffChange[];
}

export interface CameOrWent {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly hours: Range | null;
  readonly place: Place;
}

/** One of the two states. */
export interface DiffSide {
  /** A ref, a file, or "now". */
  readonly label: string;
  readonly asOf: string;
  readonly processes: number;
  readonly unjustified: number;
  readonly hours: Sum;
  readonly unreadable: number;
}

/** What came, went and changed from one report to another. */
export interface ReportDiff {
  readonly from: DiffSide;
  readonly to: DiffSide;
  /** Hours a year of what went, and of what got lighter. */
  readonly givenBack: Sum;
  readonly added: Sum;
  readonly came: readonly CameOrWent[];
  readonly went: readonly (CameOrWent & { readonly how: 'eliminated' | 'retired' })[];
  readonly lighter: readonly string[];
  readonly heavier: readonly string[];
  readonly changed: readonly DiffedProcess[];
  readonly notes: readonly string[];
}

export interface Labelled {
  readonly label: string;
  readonly report: DiffableReport;
}

/**
 * Compares by id. What lay in a file that one side could not read neither came nor went.
 *
 * @param isPassedOn whether words of roles of which too few spoke are counted and not told
 */
export function diffOf(before: Labelled, after: Labelled, words: Words, isPassedOn = false): ReportDiff {
  const own = words.history.diff;
  const costOf = ({ burden }: DiffableProcess) =>
    burden.hours ? words.common.cost(burden.hours) : words.common.unstatedCost;
  const [was, is] = [before.report, withEarlierIds(after.report, before.report)];
  const [old, now] = [byId(was.processes), byId(is.processes)];
  const retired = new Set(is.retired.map(({ id }) => id));
  const hidden = { before: filesOf(was), after: filesOf(is) };
  const came = is.processes.filter(({ id, place }) => !old.has(id) && !hidden.before.has(place.file));
  const went = was.processes.filter(({ id, place }) => !now.has(id) && !hidden.after.has(place.file));
  const isSameMeasure = measureOf(was) === measureOf(is);
  const both = is.processes.flatMap((one) => (old.has(one.id) ? [{ one, earlier: old.get(one.id)! }] : []));
  const changed = both
    .map(({ one, earlier }) => ({
      id: one.id,
      name: one.name,
      place: one.place,
      changes: changesOf(earlier, one, { isSameMeasure, isPassedOn, words }),
    }))
    .filter(({ changes }) => changes.length > 0);
  const stated = both.flatMap(({ one, earlier }) =>
    one.burden.hours && earlier.burden.hours ? [{ id: one.id, from: earlier.burden.hours, to: one.burden.hours }] : [],
  );
  const lighter = stated.filter(({ from, to }) => to.high < from.high);
  const heavier = stated.filter(({ from, to }) => to.high > from.high);
  return {
    from: sideOf(before),
    to: sideOf(after),
    givenBack: sumOf([
      ...went.map(({ burden }) => burden.hours),
      ...lighter.map(({ from, to }) => difference(from, to)),
    ]),
    added: sumOf([...came.map(({ burden }) => burden.hours), ...heavier.map(({ from, to }) => difference(to, from))]),
    came: came.map((one) => ({ ...listed(one), text: own.cameAs(verdictTitle(one, words), costOf(one)) })),
    went: went.map((one) => {
      const how = retired.has(one.id) ? ('retired' as const) : ('eliminated' as const);
      return { ...listed(one), text: own.wentAs(own[how], one.burden.hours ? costOf(one) : null), how };
    }),
    lighter: lighter.map(({ id }) => id),
    heavier: heavier.map(({ id }) => id),
    changed,
    notes: [
      ...(isSameMeasure ? [] : [own.settingsDiffer]),
      ...[before, after].flatMap(({ label, report }) => {
        const files = [...filesOf(report)];
        return files.length > 0 ? [own.unreadable(label, files)] : [];
      }),
    ],
  };
}

/** What has another id now and the name of one that went, and is the only one of that name, is the same process. */
function withEarlierIds(report: DiffableReport, earlier: DiffableReport): DiffableReport {
  const here = new Set([...report.processes, ...report.retired].map(({ id }) => id));
  const there = new Set(earlier.processes.map(({ id }) => id));
  const went = earlier.processes.filter(({ id }) => !here.has(id));
  const idOf = (one: DiffableProcess) => {
    const was = there.has(one.id) ? [] : went.filter(({ name }) => name === one.name);
    return was.length === 1 ? was[0]!.id : one.id;
  };
  return { ...report, processes: report.processes.map((one) => ({ ...one, id: idOf(one) })) };
}

function sideOf({ label, report }: Labelled): DiffSide {
  return {
    label,
    asOf: report.asOf,
    processes: report.processes.length,
    unjustified: report.processes.filter(({ verdict }) => verdict.name !== 'keep').length,
    hours: sumOf(report.processes.map(({ burden }) => burden.hours)),
    unreadable: filesOf(report).size,
  };
}

function filesOf({ problems }: DiffableReport): ReadonlySet<string> {
  return new Set(problems.map(({ place }) => place.file));
}

/** What judges besides the files: two reports with another one do not differ only by answers. */
function measureOf({ settings: { keepAt, weights, salesTeam } }: DiffableReport): string {
  return JSON.stringify([keepAt, Object.entries(weights).sort(), [...salesTeam].sort()]);
}

function listed({ id, name, burden, place }: DiffableProcess) {
  return { id, name, hours: burden.hours, place };
}

/** How two states are compared. */
interface Comparing {
  readonly isSameMeasure: boolean;
  readonly isPassedOn: boolean;
  readonly words: Words;
}

function changesOf(was: DiffableProcess, is: DiffableProcess, comparing: Comparing): DiffChange[] {
  const { isSameMeasure, words } = comparing;
  const own = words.history.diff;
  const orUnknown = (causes: readonly DiffCause[]): DiffCause[] =>
    causes.length > 0 ? [...causes] : [{ text: own.unknownCause, place: null }];
  const scoreOf = ({ verdict }: DiffableProcess) =>
    verdict.score ? words.grammar.points(verdict.score) : words.common.noScore;
  const hoursOf = ({ burden }: DiffableProcess) =>
    burden.hours ? words.grammar.hours(burden.hours) : words.common.unstatedCost;
  const outcomes = is.assessments.flatMap((assessment): DiffChange[] => {
    const earlier = was.assessments.find(({ question }) => question === assessment.question);
    if (!earlier || earlier.outcome === assessment.outcome) return [];
    const [from, to] = [words.outcomes[earlier.outcome], words.outcomes[assessment.outcome]];
    const because = causesOf(earlier, assessment, comparing);
    const text = own.outcome(assessment.question, from, to);
    return [{ text, about: 'outcome', question: assessment.question, from, to, because: orUnknown(because) }];
  });
  const why = isSameMeasure ? [] : [{ text: own.settings, place: null }];
  const simple = (
    about: 'verdict' | 'score' | 'hours',
    from: string,
    to: string,
    because: DiffCause[],
  ): DiffChange[] => (from === to ? [] : [{ text: own[about](from, to), about, question: null, from, to, because }]);
  // An outcome that moved says why; without one it was something else.
  const decided = outcomes.length > 0 ? [] : orUnknown(why);
  return [
    ...simple('verdict', verdictTitle(was, words), verdictTitle(is, words), outcomes.length > 0 ? why : decided),
    ...simple('score', scoreOf(was), scoreOf(is), outcomes.length > 0 ? [] : decided),
    ...outcomes,
    ...simple('hours', hoursOf(was), hoursOf(is), [{ text: is.burden.text, place: is.place }]),
  ];
}

type Assessment = DiffableProcess['assessments'][number];
type Voice = Assessment['voices'][number];

/** The voices that are new, gone, or count no longer; and the facts that decide now, or do not any more. */
function causesOf(was: Assessment, is: Assessment, { isPassedOn, words }: Comparing): DiffCause[] {
  const own = words.history.diff;
  const answered = (answer: Voice['answer']) => words.outcomes[answer];
  const isSame = (a: Voice, b: Voice) =>
    isSameRole(a.by, b.by) && a.answer === b.answer && a.why === b.why && a.on === b.on;
  const left = [...was.voices];
  const hidden = { came: 0, went: 0 };
  // What few people said is compared like all else, and then only counted.
  const tell = (voice: Voice, way: keyof typeof hidden, cause: DiffCause): DiffCause[] => {
    if (!isPassedOn || voice.isShareable) return [cause];
    hidden[way]++;
    return [];
  };
  const voices = is.voices.flatMap((voice): DiffCause[] => {
    const { by, answer, why, on, place } = voice;
    const index = left.findIndex((other) => isSame(other, voice));
    // One that does not count has moved nothing.
    if (index < 0) return voice.counts ? tell(voice, 'came', { text: own.said(by, answered(answer), why), place }) : [];
    const [earlier] = left.splice(index, 1);
    if (earlier!.counts === voice.counts) return [];
    return voice.counts
      ? tell(voice, 'came', { text: own.counts(by, answered(answer)), place })
      : tell(voice, 'went', { text: own.stale(by, answered(answer), on), place });
  });
  const silent = left
    .filter(({ counts }) => counts)
    .flatMap((voice) => tell(voice, 'went', { text: own.silent(voice.by, answered(voice.answer)), place: null }));
  const decisive = ({ reasons }: Assessment) => reasons.filter(({ isDecisive }) => isDecisive);
  const texts = (some: Assessment) => new Set(decisive(some).map(({ text }) => text));
  const [before, now] = [texts(was), texts(is)];
  const said = (reason: Assessment['reasons'][number]) => (isPassedOn ? reason.shareable : reason.text);
  const facts = decisive(is).filter(({ text }) => !before.has(text));
  const gone = decisive(was).filter(({ text }) => !now.has(text));
  return [
    ...voices,
    ...silent,
    ...(hidden.came > 0 ? [{ text: own.hiddenNew(hidden.came), place: null }] : []),
    ...(hidden.went > 0 ? [{ text: own.hiddenGone(hidden.went), place: null }] : []),
    ...facts.map((reason) => ({ text: own.fact(said(reason)), place: reason.place })),
    ...gone.map((reason) => ({ text: own.factGone(said(reason)), place: null })),
  ];
}

function byId(processes: readonly DiffableProcess[]): Map<string, DiffableProcess> {
  return new Map(processes.map((one) => [one.id, one]));
}

function sumOf(some: readonly (Range | null)[]): Sum {
  const known = some.filter((range) => range !== null);
  return {
    hours: {
      low: known.reduce((sum, { low }) => sum + low, 0),
      high: known.reduce((sum, { high }) => sum + high, 0),
    },
    unknown: some.length - known.length,
  };
}
