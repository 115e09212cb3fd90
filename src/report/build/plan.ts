import type { JudgedProcess } from '../../judging/judge.js';
import type { VerdictName } from '../../judging/verdict.js';
import type { Path } from '../../places/path.js';
import { placeOf } from '../../places/places.js';
import type { LeftDemand } from '../../portfolio/dependencies.js';
import { planOf } from '../../portfolio/plan.js';
import type { PlanStep } from '../../portfolio/plan-step.js';
import type { Portfolio } from '../../portfolio/portfolio.js';
import { without } from '../../portfolio/without.js';
import type { Words } from '../../wording/words/words.js';
import type { ReportedPlan, ReportedProcess, ReportedStep } from '../model.js';
import { withoutRepeats } from '../view/rules-without-repeats.js';
import { namedRoles } from './process.js';

/** The plan in words, each line with the place that it rests on. */
export function toReportedPlan(
  portfolio: Portfolio,
  judged: readonly JudgedProcess[],
  processes: readonly ReportedProcess[],
  words: Words,
): ReportedPlan {
  const at = placesIn(judged);
  const reported = new Map(processes.map((one) => [one.id, one]));
  const { steps, returned, tried, asked } = planOf(portfolio);
  return {
    steps: steps.map((step) => toReportedStep(step, reported.get(step.member.salesProcess.id)!, at, words)),
    returned,
    tried,
    asked,
    answers: steps.reduce((sum, { questions }) => sum + questions.length, 0),
  };
}

type At = (process: string, path: Path) => ReportedStep['place'];

function placesIn(judged: readonly JudgedProcess[]): At {
  const byId = new Map(judged.map((one) => [one.salesProcess.id, one]));
  return (process, path) => {
    const { file, places } = byId.get(process)!;
    return placeOf(file, places, path);
  };
}

function toReportedStep(step: PlanStep, one: ReportedProcess, at: At, words: Words): ReportedStep {
  const { plan } = words;
  const { action, into, until, questions, feeds, demands, begotten, causes, tell, together, nobodyKnows } = step;
  return {
    process: one.id,
    name: one.name,
    owner: one.owner,
    place: one.place,
    action,
    into: into?.process ?? null,
    until: until ?? null,
    text: plan.actions[action].says({ into: into?.process ?? '', until: until ?? '', nobodyKnows }),
    shareable: plan.actions[action].says({ into: into?.process ?? '', until: until ?? '', nobodyKnows: false }),
    why: whyOf(one),
    watch: action === 'try' ? watchOf(step, words) : [],
    ask: questions.map((question) => ({ ...question, whom: namedRoles(question.whom, words) })),
    depends: [
      ...feeds.map((feed) => ({ text: plan.feed(feed), place: at(feed.from, ['feeds', feed.index]) })),
      ...begotten.map((child) => ({
        text: plan.begotten(child),
        place: at(child.process, ['because_of', child.index]),
      })),
    ],
    mend: causes.map(({ because, index }) => ({ text: plan.mend(because), place: at(one.id, ['because_of', index]) })),
    lost: demands.flatMap((demand) => (demand.still ? [] : [toLost(demand, at)])),
    still: demands.flatMap(({ process, index, demand, still }) => {
      const there = into?.demands.find((same) => same.index === index);
      const where = there ? plan.sameIn(into!.process, there) : still && plan.still(still);
      return where === undefined ? [] : [{ what: demand.what, where, place: at(process, ['demands', index]) }];
    }),
    tell,
    together,
    enforcement: enforcementOf(one, at),
    waiver: waiverOf(one, words),
    // Anew, for the words of a process may be made only when they are asked for.
    burden: { hours: one.burden.hours, text: one.burden.text },
  };
}

/** What makes people do it, and has to be switched off when it goes. */
function enforcementOf({ id, description: { enforcement } }: ReportedProcess, at: At): ReportedStep['enforcement'] {
  if (!enforcement || enforcement.kind === 'none') return null;
  const text = enforcement.note === null ? enforcement.kind : `${enforcement.kind}: ${enforcement.note}`;
  return { text, place: at(id, ['enforcement']) };
}

function waiverOf({ waiver }: ReportedProcess, { common, gate }: Words): ReportedStep['waiver'] {
  if (!waiver || (waiver.state !== 'active' && waiver.state !== 'expired')) return null;
  return { text: common.waiver(gate.waiver(waiver), waiver.approvedBy, waiver.reason), place: waiver.place };
}

function toLost({ process, index, demand }: LeftDemand, at: At): ReportedStep['lost'][number] {
  const { what, used_by: usedBy = [], used_for: usedFor = null } = demand;
  return { what, usedBy, usedFor, place: at(process, ['demands', index]) };
}

/** For what is eliminated: the rules, each with the words or the fact that made it hold. */
function whyOf({ verdict, place }: ReportedProcess): ReportedStep['why'] {
  if (verdict.name !== 'eliminate') return [];
  return withoutRepeats(verdict.rules).flatMap(({ text, because }) => [
    { text, shareable: text, place },
    ...because.map((ground) => ({
      text: `${ground.question}: ${ground.text}`,
      shareable: `${ground.question}: ${ground.shareable}`,
      place: ground.place,
    })),
  ]);
}

function watchOf({ feeds, demands }: PlanStep, { plan }: Words): string[] {
  const watched = [
    ...feeds.map(plan.watchFeed),
    ...demands.flatMap(({ demand, still }) =>
      still || !demand.used_by ? [] : [plan.watchUser(demand.used_by, demand.what, demand.used_for)],
    ),
  ];
  return watched.length > 0 ? watched : [plan.watchAnybody];
}

/** What happens when some processes go, in words and with places. */
export interface ReportedWithout {
  readonly processes: readonly {
    readonly id: string;
    readonly name: string;
    readonly verdict: VerdictName;
    /** What speaks against it: it was justified, or a duty demands it. */
    readonly warning: string | null;
    readonly place: ReportedStep['place'];
  }[];
  readonly returned: ReportedPlan['returned'];
  readonly feeds: ReportedStep['depends'];
  readonly begotten: ReportedStep['depends'];
  readonly lost: readonly (ReportedStep['lost'][number] & { readonly process: string })[];
  readonly still: readonly (ReportedStep['still'][number] & { readonly process: string })[];
}

/** The answer to "what if these went": the ids must be those of processes that were judged. */
export function toReportedWithout(
  ids: ReadonlySet<string>,
  portfolio: Portfolio,
  judged: readonly JudgedProcess[],
  processes: readonly ReportedProcess[],
  { plan }: Words,
): ReportedWithout {
  const at = placesIn(judged);
  const { returned, feeds, demands, begotten } = without(ids, portfolio);
  return {
    processes: processes
      .filter(({ id }) => ids.has(id))
      .map((one) => ({
        id: one.id,
        name: one.name,
        verdict: one.verdict.name,
        warning: one.mandate?.isValid
          ? plan.isDuty(one.mandate.text)
          : one.verdict.name === 'keep'
            ? plan.isJustified
            : null,
        place: one.place,
      })),
    returned,
    feeds: feeds.map((feed) => ({ text: plan.brokenFeed(feed), place: at(feed.from, ['feeds', feed.index]) })),
    begotten: begotten.map((child) => ({
      text: plan.begottenOf(child),
      place: at(child.process, ['because_of', child.index]),
    })),
    lost: demands.flatMap((demand) => (demand.still ? [] : [{ process: demand.process, ...toLost(demand, at) }])),
    still: demands.flatMap(({ process, index, demand, still }) =>
      still ? [{ process, what: demand.what, where: plan.still(still), place: at(process, ['demands', index]) }] : [],
    ),
  };
}
