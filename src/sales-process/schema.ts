import * as z from 'zod/mini';
import { about, cadence, choice, count, day, number, positive, record, text, texts } from '../schema/fields.js';
import { type Advice, must, type Rule } from '../schema/rule.js';
import {
  ALWAYS_ARISES,
  ANSWERS,
  ENFORCEMENTS,
  idPattern,
  KINDS,
  MANDATES,
  MEASURES,
  QUESTION_IDS,
  type QuestionId,
  STATUSES,
} from './vocabulary.js';

/** Everything a process file may say. Types are inferred from here, and so is the JSON Schema. */

/** What can be said in one word: everything but `not-applicable`, which needs a reason beside it. */
const PLAIN_ANSWERS = ['yes', 'partly', 'no', 'unknown'] as const;

export const id = () => z.string({ error: must('text') }).check(z.regex(idPattern(), { error: must('id') }));

const demand = record({
  what: about('The information or work that is asked for.', text()),
  field: about('The CRM field it is typed into.', z.optional(text())),
  used_by: about('Who uses it: roles or departments.', z.optional(texts())),
  used_for: about('What they do with it, in words a salesperson understands.', z.optional(text())),
  already_in: about('The place that already holds the same information.', z.optional(text())),
});

const minutes = z.union(
  [
    positive(),
    z
      .tuple([positive(), positive()], { error: must('minutes') })
      .check(z.refine(([low, high]) => low <= high, { error: must('low-before-high') })),
  ],
  { error: must('minutes') },
);

const effort = record({
  minutes: about('Minutes one person spends each time: a number, or [low, high].', z.optional(minutes)),
  every: about('How often each of these people does it: day, week, 2 weeks, month, per deal …', z.optional(cadence())),
  times_per_year: about(
    'How many times a year each of these people does it; goes before `every`.',
    z.optional(positive()),
  ),
  people: about('How many people do it.', z.optional(positive())),
});

const mandate = record({
  kind: about('What kind of duty it is.', choice(MANDATES)),
  reference: about('The paragraph, clause or audit finding that demands it.', text()),
  review_by: about('The last day on which this duty counts without being looked at again.', day()),
});

const enforcementKind = choice(ENFORCEMENTS);

const enforcement = z.union(
  [
    enforcementKind,
    record({
      kind: about('What happens to those who do not comply.', choice(ENFORCEMENTS)),
      note: about('How it is done here.', z.optional(text())),
    }),
  ],
  { error: must({ key: 'choice', choices: ENFORCEMENTS, orKeys: ['kind', 'note'] }) },
);

const kpi = record({
  name: about('The KPI as people call it.', text()),
  measure: about('What is measured.', choice(MEASURES)),
  target: about(
    'The target: a number, or text such as "60 %" or "3 x".',
    z.union(
      [number(), z.string({ error: must('text') }).check(z.regex(/^\d+(?:\.\d+)? ?[%x]?$/, { error: must('target') }))],
      { error: must('target') },
    ),
  ),
  every: about('The time in which it has to be met: week, month …', z.optional(cadence())),
  minutes: about('For activities: minutes that one takes, a number or [low, high].', z.optional(minutes)),
  set_by: about('The roles that set the target.', z.optional(texts())),
  because: about('Where the target comes from.', z.optional(text())),
});

const plainAnswer = z.union([choice(PLAIN_ANSWERS), z.boolean()]);

const spokenAnswer = (answers: readonly string[]) =>
  z.union([choice(answers as typeof ANSWERS), z.boolean()], { error: must({ key: 'choice', choices: answers }) });

const voiceIn = (answers: readonly string[]) =>
  record({
    answer: about('The answer; true and false are yes and no.', spokenAnswer(answers)),
    why: about('The reason. A yes without one counts as partly.', z.optional(text())),
    evidence: about('URLs (never fetched) or paths relative to this file (must exist).', z.optional(texts())),
    by: about('The role that speaks; without it the owner speaks.', z.optional(text())),
    who: about('Tells people of one role apart; a pseudonym will do. Never printed.', z.optional(text())),
    on: about('The day it was said.', z.optional(day())),
  })
    .check(
      z.refine((voice) => voice.answer !== 'not-applicable' || voice.why !== undefined, {
        error: must('reason-for-not-applicable'),
        path: ['why'],
      }),
    )
    .register(z.globalRegistry, {
      if: { properties: { answer: { const: 'not-applicable' } } },
      // biome-ignore lint/suspicious/noThenProperty: the JSON Schema keyword
      then: { required: ['why'] },
    });

const voicesIn = (answers: readonly string[]) => {
  const rule: Rule = { key: 'voices', answers: PLAIN_ANSWERS };
  const advice: Advice = {
    key: answers.includes('not-applicable') ? 'not-applicable-with-why' : 'always-applies',
  };
  const error = ({ input }: { input?: unknown }) => (input === 'not-applicable' ? must(rule, advice) : must(rule));
  // The most frequent first: each that is tried in vain takes its time.
  const voice = z.union([voiceIn(answers), plainAnswer], { error });
  return z.union([z.array(voice).check(z.minLength(1, { error: must(rule) })), voiceIn(answers), plainAnswer], {
    error,
  });
};

const voices = voicesIn(ANSWERS);

/** What each question asks is added where the schema is published (`published-schemas.ts`): this room knows no words. */
const answers = record(
  Object.fromEntries(
    QUESTION_IDS.map((question) => [
      question,
      z.optional(ALWAYS_ARISES.includes(question) ? voicesIn(PLAIN_ANSWERS) : voices),
    ]),
  ) as Readonly<Record<QuestionId, z.ZodMiniOptional<typeof voices>>>,
);

/** What a waiver says, in a process file or in the configuration. */
const waiverShape = () => ({
  reason: about('Why the process may stay unjustified for now.', text()),
  approved_by: about('Who allows it; not the owner.', text()),
  until: about('The last day on which it counts, in UTC.', day()),
  granted: about('The day it was granted; it counts from then on.', z.optional(day())),
  ticket: about('Where it is being worked on.', z.optional(text())),
});

const endsAfterItBegins = <T extends { granted?: string | undefined; until: string }>() =>
  z.refine<T>(({ granted, until }) => granted === undefined || granted <= until, {
    error: must('until-not-before-granted'),
    path: ['until'],
  });

const waiver = record(waiverShape()).check(endsAfterItBegins());

/** The same in the configuration, where it has to say which process it is for. */
export const configuredWaiver = () =>
  record({ process: about('The id of the process.', id()), ...waiverShape() }).check(endsAfterItBegins());

/** Keys that end up at the top level when somebody forgets to indent, with the key they belong under. */
const PARENTS: Readonly<Record<string, string>> = Object.fromEntries([
  ...QUESTION_IDS.map((key) => [key, 'answers']),
  ...Object.keys(effort.shape).map((key) => [key, 'effort']),
]);

export const salesProcessSchema = record(
  {
    id: about('Unique over the folder; default: the name of the file without its ending.', z.optional(id())),
    name: about('What people call it.', text()),
    summary: about('One or two sentences on what it is.', z.optional(text())),
    kind: about('What kind of thing sales is asked to do.', z._default(choice(KINDS), 'other')),
    status: about(
      'active; trial (needs `until`); optional; deprecated; retired (needs `retired: {on, why}`).',
      z._default(choice(STATUSES), 'active'),
    ),
    retired: about(
      'When and why it was taken away.',
      z.optional(
        record({ on: about('The last day it was done.', day()), why: about('Why it was taken away.', text()) }),
      ),
    ),
    since: about('The day it was introduced.', z.optional(day())),
    until: about('The day a trial or a process ends.', z.optional(day())),
    owner: about('The one role or department that imposes it and answers for it.', z.optional(text())),
    performed_by: about('The roles that do it.', z._default(texts(), ['sales'])),
    scope: about(
      'Where it applies, in your own words: segment, region, deal size …',
      z.optional(
        z.record(z.string(), z.union([z.string(), z.number(), z.boolean()], { error: must('text') }), {
          error: must('mapping-of-text'),
        }),
      ),
    ),
    crm: about('The CRM it lives in; absent: not in a CRM.', z.optional(text())),
    purpose: about('Why it exists.', z.optional(text())),
    beneficiaries: about('The roles or departments that gain by it.', z.optional(texts())),
    mandate: about('A duty that outranks the verdict.', z.optional(mandate)),
    demands: about(
      'What it takes from sales; a bare text is {what}.',
      z.optional(
        z.array(
          z.union([demand, text()], { error: must({ key: 'text-or-mapping', keys: Object.keys(demand.shape) }) }),
          {
            error: must('list-of-demands'),
          },
        ),
      ),
    ),
    effort: about('The time it takes.', z.optional(effort)),
    explained: about(
      'When and how its meaning was brought home to those who do it.',
      z.optional(
        record({
          on: about('The day it was explained.', day()),
          how: about('How: in a meeting, in writing, by whom.', z.optional(text())),
          to: about('The roles that heard it.', texts()),
        }),
      ),
    ),
    consulted: about(
      'Who was asked before it was introduced or changed.',
      z.optional(
        record({ who: about('The roles that were asked.', texts()), on: about('The day.', z.optional(day())) }),
      ),
    ),
    feedback: about(
      'What goes back to sales, and how regularly.',
      z.optional(
        record({
          every: about('How often it goes back.', cadence()),
          last: about('The day it last went back.', z.optional(day())),
          how: about('In what form.', z.optional(text())),
        }),
      ),
    ),
    suggestions: about(
      'How proposals of those who do it are taken up.',
      z.optional(
        record({
          how: about('How a proposal is made.', z.optional(text())),
          received: about('How many came in.', z.optional(count())),
          answered: about('How many were answered.', z.optional(count())),
          adopted: about('How many were adopted.', z.optional(count())),
        }),
      ),
    ),
    enforcement: about('What happens to those who do not comply.', z.optional(enforcement)),
    forecast: about(
      'Who sets the forecast that this process touches; absent: it does not touch the forecast.',
      z.optional(
        record({
          set_by: about('The roles that set it.', texts()),
          overridden_by: about('The roles that may overrule it.', z.optional(texts())),
        }),
      ),
    ),
    kpis: about('The targets attached to it.', z.optional(z.array(kpi, { error: must('list-of-kpis') }))),
    review: about(
      'How often its owner asks whether it should still exist.',
      z.optional(
        record({
          every: about('How often.', cadence()),
          last: about('The day of the last review.', z.optional(day())),
        }),
      ),
    ),
    because_of: about(
      'Ids of processes whose shortcomings made this one necessary.',
      z.optional(z.array(id(), { error: must('list-of-ids') })),
    ),
    feeds: about('Ids of processes that take its output.', z.optional(z.array(id(), { error: must('list-of-ids') }))),
    answers: about('What people answered to the eight questions.', z.optional(answers)),
    waiver: about('Lets an unjustified process pass the check until a day.', z.optional(waiver)),
  },
  { elsewhere: PARENTS },
)
  .check(
    z.refine((value) => value.status !== 'trial' || value.until !== undefined, {
      error: must('end-of-trial'),
      path: ['until'],
    }),
    z.refine((value) => value.status !== 'retired' || value.retired !== undefined, {
      error: must('facts-of-retired'),
      path: ['retired'],
    }),
    z.refine((value) => value.status === 'retired' || value.retired === undefined, {
      error: must('not-retired'),
      path: ['retired'],
    }),
  )
  .register(z.globalRegistry, {
    title: 'Sales process',
    description: 'One thing sales is asked to do, and what people say about it.',
    allOf: [
      {
        if: { properties: { status: { const: 'trial' } }, required: ['status'] },
        // biome-ignore lint/suspicious/noThenProperty: the JSON Schema keyword
        then: { required: ['until'] },
      },
      {
        if: { properties: { status: { const: 'retired' } }, required: ['status'] },
        // biome-ignore lint/suspicious/noThenProperty: the JSON Schema keyword
        then: { required: ['retired'] },
        else: { not: { required: ['retired'] } },
      },
    ],
  });

/** A process as its file states it, defaults filled in. */
export type SalesProcessFile = z.output<typeof salesProcessSchema>;

export type Demand = z.output<typeof demand>;
