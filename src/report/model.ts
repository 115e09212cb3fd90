import * as z from 'zod/mini';
import { STANDINGS } from '../gate/gate.js';
import { FAIL_ON, GATE_REASONS } from '../gate/policy.js';
import { WAIVER_STATES } from '../gate/waivers.js';
import { RULES } from '../judging/verdict.js';
import { PLAN_ACTIONS } from '../portfolio/plan-step.js';
import { questionIds } from '../questions/index.js';
import { ANSWERS, ENFORCEMENTS, KINDS, STATUSES } from '../sales-process/vocabulary.js';
import { about } from '../schema/fields.js';

/**
 * The contract between judging and showing: plain JSON, words included. Formatters know nothing else. A change that
 * takes away or renames a key raises `schemaVersion`. Types are inferred from here, and the published schema is made
 * from here; nothing on the way to a report loads this file for more than its types.
 */

const OUTCOMES = ['yes', 'partly', 'no', 'unknown', 'not-applicable', 'failed'] as const;
const LEVELS = ['yes', 'partly', 'no', 'not-applicable'] as const;

const text = () => z.string();
const number = () => z.number();
const flag = () => z.boolean();
const choice = <const T extends readonly string[]>(choices: T) =>
  z.enum(choices as unknown as Record<string, T[number]>);
const question = () => choice(questionIds);

const place = () =>
  about(
    'A spot in an input file; line and column begin at 1.',
    z.strictObject({ file: text(), line: z.int(), column: z.int() }),
  );

const range = () => z.strictObject({ low: number(), high: number() });

const hours = (description: string) =>
  about(
    description,
    z.strictObject({
      hours: about('Hours a year.', range()),
      unknown: about('Processes without stated effort; they are not in the hours.', z.int()),
    }),
  );

const ground = z.strictObject({
  question: question(),
  outcome: choice(OUTCOMES),
  text: about('Words of a voice or a fact.', text()),
  shareable: about('The same without the words of roles of which too few spoke (min_voices).', text()),
  place: place(),
});

const verdict = z.strictObject({
  name: choice(['keep', 'eliminate', 'undecided']),
  score: about('0 to 100; every open question as no, and as yes. null: nothing applies.', z.nullable(range())),
  rules: about(
    'eliminate: the rules that hold whatever is still open; undecided: if all that is open came to no; keep: overruled.',
    z.array(
      z.strictObject({
        rule: choice(RULES),
        text: text(),
        source: about("The article's question or point.", text()),
        because: z.array(ground),
      }),
    ),
  ),
  isKeptByMandate: flag(),
  conditions: z.array(
    z.strictObject({
      question: question(),
      outcome: choice(OUTCOMES),
      text: about('What to do.', text()),
      place: place(),
    }),
  ),
  toAsk: about(
    'undecided: the questions whose answers decide the verdict, most telling first.',
    z.array(z.strictObject({ question: question(), text: text(), whom: about('Roles to ask.', z.array(text())) })),
  ),
});

const reason = z.strictObject({
  code: about('Stable; never derived from the words.', text()),
  effect: choice(['settles', 'answers', 'caps', 'notes']),
  isDecisive: flag(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  text: text(),
  shareable: about('The same without naming a role of which too few spoke.', text()),
  place: place(),
});

const voice = z.strictObject({
  isShareable: about('Whether enough people of the role spoke for it to be shown one by one (min_voices).', flag()),
  counts: about('Whether it counts: not stale, not left out, and entitled to speak.', flag()),
  answer: choice(ANSWERS),
  by: text(),
  why: z.nullable(text()),
  evidence: z.array(text()),
  on: z.nullable(text()),
  place: place(),
});

const assessment = z.strictObject({
  question: question(),
  number: z.int(),
  title: text(),
  outcome: choice(OUTCOMES),
  claimed: about('What the voices that count claim, before facts and caps.', z.nullable(choice(LEVELS))),
  weight: number(),
  points: about(
    "Earned of those possible, out of the process's own hundred.",
    z.strictObject({ low: number(), high: number(), possible: number() }),
  ),
  evidence: z.nullable(choice(['asserted', 'reasoned', 'documented', 'measured'])),
  reasons: z.array(reason),
  voices: about('All that were heard; who somebody was is never in a report.', z.array(voice)),
  heard: about(
    'How many people of each role spoke.',
    z.array(z.strictObject({ by: text(), people: z.int(), isShareable: flag() })),
  ),
  remedies: about('What to do to get a yes.', z.array(text())),
  place: place(),
});

const burden = z.strictObject({
  hours: about('Hours a year; null: not stated.', z.nullable(range())),
  text: about('The arithmetic, or what is missing.', text()),
});

const demand = z.strictObject({
  what: text(),
  field: z.nullable(text()),
  usedBy: z.array(text()),
  usedFor: z.nullable(text()),
  alreadyIn: z.nullable(text()),
});

const description = z.strictObject({
  purpose: z.nullable(text()),
  beneficiaries: z.array(text()),
  performedBy: z.array(text()),
  crm: z.nullable(text()),
  demands: z.array(demand),
  explained: z.nullable(z.strictObject({ on: text(), how: z.nullable(text()), to: z.array(text()) })),
  feedback: z.nullable(z.strictObject({ every: text(), last: z.nullable(text()), how: z.nullable(text()) })),
  suggestions: z.nullable(
    z.strictObject({ how: z.nullable(text()), received: z.int(), answered: z.int(), adopted: z.int() }),
  ),
  enforcement: z.nullable(z.strictObject({ kind: choice(ENFORCEMENTS), note: z.nullable(text()) })),
  becauseOf: about('Ids of processes whose shortcomings made it necessary.', z.array(text())),
  feeds: about('Ids of processes that take its output.', z.array(text())),
});

const reportedProcess = z.strictObject({
  id: text(),
  name: text(),
  summary: z.nullable(text()),
  kind: choice(KINDS),
  status: choice(STATUSES),
  owner: z.nullable(text()),
  place: place(),
  description: about('What the file states, apart from the answers.', description),
  verdict,
  assessments: z.array(assessment),
  burden,
  mandate: z.nullable(z.strictObject({ text: text(), isValid: flag(), place: place() })),
  waiver: z.nullable(
    z.strictObject({
      reason: text(),
      approvedBy: text(),
      until: text(),
      ticket: z.nullable(text()),
      state: about('Only an active one lets a process pass.', choice(WAIVER_STATES)),
      isExpired: flag(),
      place: place(),
    }),
  ),
  gate: about(
    'How it stands before the check.',
    z.strictObject({
      standing: choice(STANDINGS),
      reasons: about(
        'Why it fails, or would fail if it were not let through.',
        z.array(z.strictObject({ reason: choice(GATE_REASONS), text: text(), place: place() })),
      ),
      worse: about('Against a baseline or an earlier commit: what is new or worse.', z.array(text())),
    }),
  ),
});

const retiredProcess = z.strictObject({
  id: text(),
  name: text(),
  owner: z.nullable(text()),
  on: text(),
  why: text(),
  burden,
  place: place(),
});

const waiver = z.strictObject({
  process: text(),
  state: choice(WAIVER_STATES),
  reason: text(),
  approvedBy: text(),
  granted: z.nullable(text()),
  until: text(),
  ticket: z.nullable(text()),
  isInProcessFile: about('Else it stands in the configuration.', flag()),
  place: place(),
});

const finding = z.strictObject({
  rule: about('Stable.', text()),
  process: text(),
  text: text(),
  shareable: about('The same without what few people answered (min_voices).', text()),
  remedy: text(),
  place: place(),
});

const aWeek = () => about('Hours a week of one person.', range());

const hoursOf = z.strictObject({
  workingTime: about(
    'How much a person works: weeks a year less holidays, and hours a week.',
    z.strictObject({ weeks: number(), hoursAWeek: number() }),
  ),
  owners: about(
    'Who imposes what, the costliest first.',
    z.array(
      z.strictObject({
        owner: about('null: nobody is named.', z.nullable(text())),
        processes: z.int(),
        all: hours('Of all its processes.'),
        unjustified: hours('Of those that are not justified.'),
      }),
    ),
  ),
  roles: about(
    'Who does what; a process that several roles do counts for each, with those of its people who may have the role.',
    z.array(
      z.strictObject({
        role: text(),
        isSales: flag(),
        people: about('From the headcount of the configuration.', z.nullable(number())),
        processes: z.int(),
        all: hours('Of all people of the role.'),
        unjustified: hours('The same, of what is not justified.'),
        aWeek: about('Hours a week of one person who does every process that names the role.', range()),
        unjustifiedAWeek: aWeek(),
      }),
    ),
  ),
  salesperson: about(
    'The average salesperson; null: nothing says how many there are, or no hours are stated.',
    z.nullable(
      z.strictObject({
        people: number(),
        from: about('most-named: the most people that one process names.', choice(['headcount', 'most-named'])),
        aWeek: aWeek(),
        unjustifiedAWeek: aWeek(),
        share: about('Of the working time; 1 is all of it.', range()),
        unjustifiedShare: range(),
        unknown: about('Processes that do not state their hours.', z.int()),
        unjustifiedUnknown: z.int(),
        text: text(),
      }),
    ),
  ),
  notes: about('Roles of the headcount that do no process.', z.array(text())),
});

const said = z.strictObject({
  text: text(),
  shareable: about('The same without the words of roles of which too few spoke (min_voices).', text()),
  place: place(),
});

const planStep = z.strictObject({
  process: text(),
  name: text(),
  owner: z.nullable(text()),
  place: place(),
  action: choice(PLAN_ACTIONS),
  into: about('merge: the process that asks for all of it too, and stays.', z.nullable(text())),
  until: about('try: the last day of the trial.', z.nullable(text())),
  text: about('What to do.', text()),
  shareable: about('The same without what few people answered (min_voices).', text()),
  why: z.array(said),
  watch: about('try: what tells whether it is missed.', z.array(text())),
  ask: about(
    'ask: whom, and which questions.',
    z.array(z.strictObject({ question: question(), whom: z.array(text()) })),
  ),
  depends: about('What stays and hangs on it.', z.array(z.strictObject({ text: text(), place: place() }))),
  mend: about('What stays, and because of which it exists.', z.array(z.strictObject({ text: text(), place: place() }))),
  lost: about(
    'What nobody collects any more, and who is named as its user.',
    z.array(z.strictObject({ what: text(), usedBy: z.array(text()), usedFor: z.nullable(text()), place: place() })),
  ),
  still: about('What can be had elsewhere.', z.array(z.strictObject({ what: text(), where: text(), place: place() }))),
  tell: about(
    'Who has to know before: who does it, its owner, who gains by it, who uses what it collects, the owners of what hangs on it.',
    z.array(text()),
  ),
  together: about('Others to be dealt with at the same time: they feed each other in a circle.', z.array(text())),
  enforcement: about('What has to be switched off.', z.nullable(z.strictObject({ text: text(), place: place() }))),
  waiver: about(
    'A waiver, also one that ended, with its reason.',
    z.nullable(z.strictObject({ text: text(), place: place() })),
  ),
  burden,
});

const plan = z.strictObject({
  steps: about('In an order in which nothing that stays loses what it needs.', z.array(planStep)),
  returned: hours('By removing, merging and automating.'),
  tried: hours('Of what is tried without.'),
  asked: hours('Of what depends on answers.'),
  answers: about('How many answers decide the rest.', z.int()),
});

const moved = z.strictObject({ process: text(), text: text() });

const gate = z.strictObject({
  isEnforced: about('Whether this was a check and not only a report.', flag()),
  failOn: choice(FAIL_ON),
  minScore: z.nullable(number()),
  outcome: choice(['passed', 'failed', 'not-judged', 'fault']),
  isTrial: about('With --no-fail what fails ends in 0.', flag()),
  line: about('The last line of a check.', z.nullable(text())),
  counts: z.strictObject(
    Object.fromEntries(STANDINGS.map((standing) => [standing, z.int()])) as Record<
      (typeof STANDINGS)[number],
      z.ZodMiniNumberFormat
    >,
  ),
  baseline: z.nullable(
    z.strictObject({
      file: text(),
      processes: z.int(),
      better: about('What is better than the baseline has it.', z.array(moved)),
    }),
  ),
  since: z.nullable(
    z.strictObject({
      ref: text(),
      commit: text(),
      came: z.array(text()),
      went: z.array(text()),
      worse: z.array(moved),
      better: z.array(moved),
      growth: z.strictObject({ text: text(), added: range(), taken: range(), isExceeded: flag() }),
      unreadable: z.int(),
      notes: about('What to know about the comparison.', z.array(text())),
    }),
  ),
  limits: z.array(
    z.strictObject({
      owner: about('null: all processes together.', z.nullable(text())),
      limit: about('Hours a year.', number()),
      processes: z.int(),
      text: text(),
      isExceeded: flag(),
    }),
  ),
});

const problem = z.strictObject({
  code: text(),
  place: place(),
  message: text(),
  hint: z.optional(about('What to write or do instead.', text())),
});

export const reportSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: text(), version: text() }),
    asOf: about('The day on which was judged, YYYY-MM-DD, UTC.', text()),
    source: about('The paths that were audited, as they were given.', z.array(text())),
    settings: z.strictObject({
      configuration: about('The configuration file, where there is one.', z.nullable(text())),
      keepAt: number(),
      weights: z.record(question(), number()),
      changedWeights: z.array(question()),
      salesTeam: z.array(text()),
      minVoices: about(
        'Fewer people of a role than this are not shown one by one where a report is passed on.',
        z.int(),
      ),
      hourlyCost: z.nullable(z.strictObject({ amount: number(), currency: text() })),
    }),
    totals: z.strictObject({
      processes: about('Judged; retired ones are not.', z.int()),
      questions: about('Questions put: eight a process.', z.int()),
      keep: z.int(),
      keepWithConditions: about('Of the kept ones.', z.int()),
      undecided: z.int(),
      eliminate: z.int(),
      unjustified: about('Eliminate and undecided.', z.int()),
      waived: about('Unjustified ones with a waiver that is valid.', z.int()),
      failedQuestions: about("Questions that failed by the tool's own fault.", z.int()),
      burden: hours('Of all that were judged.'),
      givenBackByEliminating: hours('What comes back if all that the verdict eliminates goes.'),
      undecidedBurden: hours('Of the undecided.'),
      givenBackByRetired: hours('What retired processes have given back.'),
      answersToSettle: about('Answers that would settle every undecided process.', z.int()),
    }),
    processes: about('Sorted by id.', z.array(reportedProcess)),
    retired: about('Taken away, not judged; sorted by id.', z.array(retiredProcess)),
    waivers: about('All of them, in process files and in the configuration.', z.array(waiver)),
    findings: about('What else there is to say; none of it moves a verdict.', z.array(finding)),
    hours: about('Whose hours they are.', hoursOf),
    plan: about('What to do with each unjustified process.', plan),
    gate: about('What the check makes of it.', gate),
    problems: about('Input that could not be judged.', z.array(problem)),
  })
  .register(z.globalRegistry, { title: 'Report of audit', description: 'What `audit --format json` prints.' });

type DeepReadonly<T> = T extends (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

export type Report = DeepReadonly<z.output<typeof reportSchema>>;
export type Totals = Report['totals'];
export type Hours = Totals['burden'];
export type ReportedProcess = Report['processes'][number];
export type ReportedVerdict = ReportedProcess['verdict'];
export type ReportedRule = ReportedVerdict['rules'][number];
export type Ground = ReportedRule['because'][number];
export type ReportedAssessment = ReportedProcess['assessments'][number];
export type ReportedBurden = ReportedProcess['burden'];
export type ReportedHours = Report['hours'];
export type ReportedPlan = Report['plan'];
export type ReportedStep = ReportedPlan['steps'][number];
export type ReportedGate = Report['gate'];
export type ReportedWaiver = Report['waivers'][number];
export type ReportedProblem = Report['problems'][number];
export type RetiredProcess = Report['retired'][number];
