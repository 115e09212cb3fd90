import fc from 'fast-check';
import { questionIds } from '../../src/questions/index.js';
import { ANSWERS, ENFORCEMENTS, KINDS, MANDATES, STATUSES } from '../../src/sales-process/vocabulary.js';

/** Process files as people might write them: every key may be there or not, and every answer in every form. */

export const AS_OF = '2026-07-01';

const ROLES = ['sales', 'rep', 'account-executive', 'finance', 'marketing', 'sales-manager', 'CFO'];

const role = fc.constantFrom(...ROLES);
const roles = fc.uniqueArray(role, { minLength: 1, maxLength: 3 });
const words = fc.constantFrom('because it helps', 'nobody reads it', 'the CRM has it', 'ясно', '为什么');
const day = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Date(Date.UTC(2023, 0, 1 + days)).toISOString().slice(0, 10));
const cadence = fc.constantFrom('day', 'week', '2 weeks', 'month', 'quarter', 'year', 'per deal');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const spoken = (isNecessity: boolean) =>
  fc
    .record({
      answer: fc.constantFrom(...ANSWERS.filter((answer) => !isNecessity || answer !== 'not-applicable')),
      why: optional(words),
      evidence: optional(fc.constant(['https://example.com/proof'])),
      by: optional(role),
      who: optional(fc.constantFrom('a', 'b', 'c')),
      on: optional(day),
    })
    .map((voice) => (voice.answer === 'not-applicable' ? { ...voice, why: voice.why ?? 'does not arise' } : voice));

const voice = (isNecessity: boolean) =>
  fc.oneof(fc.constantFrom('yes', 'partly', 'no', 'unknown', true, false), spoken(isNecessity));

const voices = (isNecessity: boolean) =>
  fc.oneof(voice(isNecessity), fc.array(voice(isNecessity), { minLength: 1, maxLength: 5 }));

const answers = fc.record(
  Object.fromEntries(questionIds.map((id) => [id, optional(voices(id === 'necessity'))])) as Record<
    string,
    fc.Arbitrary<unknown>
  >,
);

const demand = fc.oneof(
  words,
  fc.record({
    what: words,
    used_by: optional(roles),
    used_for: optional(words),
    already_in: optional(fc.constantFrom('the CRM', 'billing')),
  }),
);

/** A valid process file as plain data, without the keys that are absent. */
export const processFile: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    name: words,
    kind: optional(fc.constantFrom(...KINDS)),
    status: optional(fc.constantFrom(...STATUSES.filter((status) => status !== 'trial' && status !== 'retired'))),
    owner: optional(role),
    performed_by: optional(roles),
    crm: optional(words),
    purpose: optional(words),
    beneficiaries: optional(roles),
    mandate: optional(fc.record({ kind: fc.constantFrom(...MANDATES), reference: words, review_by: day })),
    demands: optional(fc.array(demand, { maxLength: 3 })),
    effort: optional(
      fc.record({
        minutes: optional(fc.integer({ min: 1, max: 90 })),
        every: optional(cadence),
        people: optional(fc.integer({ min: 1, max: 40 })),
      }),
    ),
    explained: optional(fc.record({ on: day, to: roles })),
    feedback: optional(fc.record({ every: cadence, last: optional(day) })),
    suggestions: optional(fc.record({ received: optional(fc.nat(9)), answered: optional(fc.nat(9)) })),
    enforcement: optional(fc.constantFrom(...ENFORCEMENTS)),
    forecast: optional(fc.record({ set_by: roles, overridden_by: optional(roles) })),
    answers: optional(answers),
  })
  .map((file) => withoutAbsent(file) as Record<string, unknown>);

/** The same data without keys whose value is undefined, at any depth: YAML has no such thing. */
export function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutAbsent(inner)]));
}
