import * as z from 'zod/mini';
import { FAIL_ON, GATE_REASONS } from '../gate/policy.js';
import { questions } from '../questions/index.js';
import { configuredWaiver } from '../sales-process/schema.js';
import { about, choice, notNegative, points, positive, record, text, texts } from '../schema/fields.js';
import { must } from '../schema/rule.js';
import { PERIOD_PATTERN } from '../time/cadence.js';
import { toWorkingTime, workingDays } from '../time/working-time.js';

/** Everything `audit.config.yaml` may say. */

const weight = () => notNegative(1000);

const hoursAYear = () => about('Hours a year.', positive());

/** A mapping with more keys than fit in a message, so that a message names the command that lists them. */
const longRecord = <T extends z.core.$ZodLooseShape>(shape: T) => record(shape, { schema: 'configuration' });

export const configurationSchema = longRecord({
  processes: about(
    'Where the process files lie, relative to this file: a path or glob, or a list of them.',
    z.optional(z.union([text(), texts()], { error: must('path-or-paths') })),
  ),
  sales_team: about('The roles that speak for sales.', z.optional(texts())),
  answers_valid_for: about('How long an answer counts: year, 6 months …', z.optional(period())),
  keep_at: about('A process that scores less is eliminated, 0 to 100.', z.optional(points())),
  weights: about(
    "Each question's share of the score; those left out keep their own.",
    z.optional(
      record(
        Object.fromEntries(
          questions.map(({ id, number, weight: standard }) => [
            id,
            about(`Weight of question ${number}; ${standard} if left out.`, z.optional(weight())),
          ]),
        ) as Record<(typeof questions)[number]['id'], z.ZodMiniOptional<z.ZodMiniNumber<number>>>,
      ).check(
        z.refine((weights) => questions.some(({ id, weight: standard }) => (weights[id] ?? standard) > 0), {
          error: must('some-weight'),
        }),
      ),
    ),
  ),
  min_voices: about(
    'In HTML, Markdown and talk sheets: of a role of which fewer people answered, answers are counted and not shown; 3 if left out.',
    z.optional(
      z
        .int({ error: must('whole-number') })
        .check(
          z.minimum(1, { error: must({ key: 'at-least', least: 1 }) }),
          z.maximum(1000, { error: must({ key: 'at-most', most: 1000 }) }),
        ),
    ),
  ),
  synonyms: about(
    'Groups of words that mean the same here, for finding what is asked for twice: [[visit, call], [plant, site]].',
    z.optional(z.array(texts(), { error: must('list-of-word-groups') })),
  ),
  working_time: about(
    'How much people work; what is left out is 52 weeks of 5 days and 40 hours, less 30 days of holidays.',
    z.optional(
      record({
        weeks: about('Weeks of the year in which the company is open; 52 if left out.', z.optional(positive(53))),
        days_a_week: about('Working days a week; 5 if left out.', z.optional(positive(7))),
        hours_a_week: about('Working hours a week of one person; 40 if left out.', z.optional(positive(100))),
        holidays: about(
          'Working days a year on which a person is away, leave and public holidays together; 30 if left out.',
          z.optional(notNegative(366)),
        ),
      }).check(
        z.refine((time) => workingDays(toWorkingTime(time)) > 0, {
          error: must('some-working-day'),
          path: ['holidays'],
        }),
      ),
    ),
  ),
  headcount: about(
    'How many people have each role: {account-executive: 24}. For the hours of each role and of one person.',
    z.optional(z.record(z.string(), positive(), { error: must('people-by-role') })),
  ),
  hourly_cost: about(
    "What an hour of a salesperson's time costs.",
    z.optional(
      record({
        amount: about('In units of the currency.', positive()),
        currency: about('As you write it: EUR, USD, руб.', text()),
      }),
    ),
  ),
  fail_on: about(
    'What "audit check" fails on: unjustified (the default: eliminate and undecided), eliminate, conditions (these too).',
    z.optional(choice(FAIL_ON)),
  ),
  min_score: about('"audit check" also fails on a process that may score less, 0 to 100.', z.optional(points())),
  waivers: about(
    'Processes that may stay unjustified until a day; the same can stand in the process file.',
    z.optional(
      z.array(configuredWaiver(), {
        error: must({ key: 'list-of-mappings', keys: ['process', 'reason', 'approved_by', 'until'] }),
      }),
    ),
  ),
  waiver_max: about(
    'The longest a waiver may last from the day it was granted (or from today): 6 months …',
    z.optional(period()),
  ),
  rules: about(
    'By question (value …), rule (necessity-no …), undecided or min-score: whether a waiver may let it pass.',
    z.optional(
      longRecord(
        Object.fromEntries(
          GATE_REASONS.map((id) => [
            id,
            about(
              `Of ${id}.`,
              z.optional(
                record({
                  waivable: about(
                    'false: no waiver counts for a process that fails because of this.',
                    z.boolean({ error: must('boolean') }),
                  ),
                }),
              ),
            ),
          ]),
        ) as Record<(typeof GATE_REASONS)[number], z.ZodMiniOptional<z.ZodMiniObject<{ waivable: z.ZodMiniBoolean }>>>,
      ),
    ),
  ),
  max_burden: about(
    'Hours a year that all processes together may take: a number, or {all, owners: {finance: 300}}.',
    z.optional(
      z.union(
        [
          hoursAYear(),
          record({
            all: about('Of all processes together.', z.optional(hoursAYear())),
            owners: about(
              'Of those of one owner.',
              z.optional(z.record(z.string(), positive(), { error: must('hours-by-owner') })),
            ),
          }),
        ],
        { error: must('hours-or-limits') },
      ),
    ),
  ),
}).register(z.globalRegistry, {
  title: 'Configuration of audit',
  description: 'Settings of audit for a company, in audit.config.yaml.',
});

export type Configuration = z.output<typeof configurationSchema>;

function period() {
  const error = must('length-of-time');
  return z.string({ error }).check(z.regex(PERIOD_PATTERN, { error }));
}
