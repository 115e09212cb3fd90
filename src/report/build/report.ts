import { type Finding, portfolioFindings, waiverFindings } from '../../gate/findings.js';
import type { Gate } from '../../gate/gate.js';
import { burdenOf, sumOfBurdens } from '../../judging/burden.js';
import type { JudgedProcess, SourcedProcess } from '../../judging/judge.js';
import { DEFAULT_WEIGHTS, type Settings } from '../../judging/settings.js';
import { isUnjustified } from '../../judging/verdict.js';
import { portfolioOf } from '../../portfolio/portfolio.js';
import type { Problem } from '../../problem.js';
import { questions } from '../../questions/index.js';
import type { Words } from '../../wording/words/words.js';
import type { Report } from '../model.js';
import { toReportedFinding } from './findings.js';
import { type GateDisplay, toReportedGate } from './gate.js';
import { toReportedHours } from './hours.js';
import { onDemand } from './on-demand.js';
import { toReportedPlan } from './plan.js';
import { toReportedProblems } from './problem.js';
import { toReported, toReportedWaiver, toRetired } from './process.js';

export interface ReportInput {
  /** What is said, in the language of the report. */
  readonly words: Words;
  readonly judged: readonly JudgedProcess[];
  readonly retired: readonly SourcedProcess[];
  readonly problems: readonly Problem[];
  readonly settings: Settings;
  readonly source: readonly string[];
  readonly configuration?: string | undefined;
  readonly tool: { readonly name: string; readonly version: string };
  readonly gate: Gate;
  /** How the check was asked for; none: this is only a report. */
  readonly check?: GateDisplay | undefined;
  /** Whether whoever reads it goes through the processes once, so that words can be made on the way (`on-demand.ts`). */
  readonly isReadOnce?: boolean | undefined;
}

/** Adds the words and the places: from here on everything is plain JSON. */
export function buildReport(input: ReportInput): Report {
  const { judged, retired, problems, settings, source, configuration, tool, gate, words } = input;
  const { isReadOnce = false } = input;
  const byId = new Map([...judged, ...retired].map((one) => [one.salesProcess.id, one]));
  const made = isReadOnce
    ? onDemand({ gate, settings, words, byId })
    : {
        process: (one: JudgedProcess) => toReported(one, gate, settings, words),
        finding: (finding: Finding) => toReportedFinding(finding, byId.get(finding.process), words),
      };
  const processes = judged.map(made.process);
  const with_ = (test: (one: JudgedProcess) => boolean) => judged.filter(test);
  const eliminated = with_(({ verdict }) => verdict.name === 'eliminate');
  const undecided = with_(({ verdict }) => verdict.name === 'undecided');
  const kept = with_(({ verdict }) => verdict.name === 'keep');
  const burdens = (some: readonly JudgedProcess[]) => sumOfBurdens(some.map(({ burden }) => burden));
  const { keepAt, weights, salesTeam, hourlyCost = null } = settings;
  const portfolio = portfolioOf(judged, retired, settings);
  let plan: Report['plan'] | undefined;
  return {
    schemaVersion: 1,
    tool,
    asOf: settings.asOf,
    source,
    settings: {
      configuration: configuration ?? null,
      keepAt,
      weights,
      changedWeights: questions.filter(({ id }) => weights[id] !== DEFAULT_WEIGHTS[id]).map(({ id }) => id),
      salesTeam,
      minVoices: settings.minVoices,
      hourlyCost,
    },
    totals: {
      processes: judged.length,
      questions: judged.length * questions.length,
      keep: kept.length,
      keepWithConditions: kept.filter(({ verdict }) => verdict.conditions.length > 0).length,
      undecided: undecided.length,
      eliminate: eliminated.length,
      unjustified: with_(({ verdict }) => isUnjustified(verdict)).length,
      waived: processes.filter(({ waiver, verdict }) => waiver?.state === 'active' && isUnjustified(verdict)).length,
      failedQuestions: judged.reduce(
        (sum, { outcomes }) => sum + outcomes.filter((outcome) => outcome === 'failed').length,
        0,
      ),
      burden: burdens(judged),
      givenBackByEliminating: burdens(eliminated),
      undecidedBurden: burdens(undecided),
      givenBackByRetired: sumOfBurdens(retired.map(({ salesProcess }) => burdenOf(salesProcess, settings.workingTime))),
      answersToSettle: undecided.reduce((sum, { verdict }) => sum + verdict.toAsk.length, 0),
    },
    processes,
    retired: retired.map((one) => toRetired(one, settings, words)),
    waivers: gate.waivers.map(toReportedWaiver),
    findings: [...waiverFindings(gate.waivers), ...portfolioFindings(portfolio)].map(made.finding),
    hours: toReportedHours(judged, settings, words),
    // Most formats do without; it is made when somebody asks for it.
    get plan() {
      plan ??= toReportedPlan(portfolio, judged, processes, words);
      return plan;
    },
    gate: toReportedGate(gate, processes, problems, input.check, words),
    problems: toReportedProblems(problems, words),
  };
}
