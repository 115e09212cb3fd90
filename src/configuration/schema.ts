import * as z from 'zod/mini';
import { about, positive, record, text, texts } from '../format/parts.js';
import { questions } from '../questions/index.js';
import { PERIOD_PATTERN } from '../time/cadence.js';

/** Everything `audit.config.yaml` may say (design, section 6). */

const weight = () =>
  z
    .number({ error: 'must be a number' })
    .check(z.nonnegative({ error: 'must not be below zero' }), z.maximum(1000, { error: 'must be at most 1000' }));

export const configurationSchema = record({
  processes: about(
    'Where the process files lie, relative to this file: a path or glob, or a list of them.',
    z.optional(z.union([text(), texts()], { error: 'must be a path or a list of paths' })),
  ),
  sales_team: about('The roles that speak for sales.', z.optional(texts())),
  answers_valid_for: about('How long an answer counts: year, 6 months …', z.optional(period())),
  keep_at: about(
    'A process that scores less is eliminated, 0 to 100.',
    z.optional(
      z
        .int({ error: 'must be a whole number' })
        .check(z.minimum(0, { error: 'must be from 0 to 100' }), z.maximum(100, { error: 'must be from 0 to 100' })),
    ),
  ),
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
          error: 'must not all be zero',
        }),
      ),
    ),
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
}).register(z.globalRegistry, {
  title: 'Configuration of audit',
  description: 'Settings of audit for a company, in audit.config.yaml.',
});

export type Configuration = z.output<typeof configurationSchema>;

function period() {
  const error = 'must be a length of time: year, 6 months …';
  return z.string({ error }).check(z.regex(PERIOD_PATTERN, { error }));
}
