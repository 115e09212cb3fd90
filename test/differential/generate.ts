import fc from 'fast-check';
import type { Answers, Configuration, Demand, EnforcementKind, ProcessFile, Voice, Waiver } from './model.js';
import { QUESTIONS } from './model.js';

/** Processes that are judged in one run: on the same day, with the same configuration. */
export interface Batch {
  readonly day: string;
  readonly configuration: Configuration;
  readonly files: readonly ProcessFile[];
}

/** Evidence that lies beside the process files of every batch. */
export const EVIDENCE_FILES = ['evidence/note.md'];

/** So many batches, the same ones for the same seed. */
export function generate(seed: number, batches: number, filesPerBatch: number): Batch[] {
  return fc.sample(
    days().chain((day) =>
      fc.record({
        day: fc.constant(day),
        configuration: configurations(),
        files: fc.array(processFiles(day), { minLength: filesPerBatch, maxLength: filesPerBatch, size: 'max' }),
      }),
    ),
    { seed, numRuns: batches },
  );
}

const TIMES = ['day', 'week', '2 weeks', '30 days', 'month', '3 months', 'quarter', '2 quarters', 'year', '2 years'];
const CADENCES = [...TIMES, '3 days', '5 weeks', '7 months', 'per deal', 'per visit'];

function days(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom('2026-07-01', '2026-11-23', '2024-02-29', '2025-02-28', '2024-12-31', '2026-03-31', '2025-08-30'),
    fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map(dayOf),
  );
}

function processFiles(today: string): fc.Arbitrary<ProcessFile> {
  const day = daysAround(today);
  return fc.record(
    {
      name: fc.constantFrom('Weekly report', 'Lead form', 'Visit report'),
      kind: fc.constantFrom('report', 'form', 'kpi', 'other'),
      status: fc.constantFrom('active' as const, 'optional' as const, 'deprecated' as const),
      since: day,
      until: day,
      owner: roles(),
      performed_by: roleLists(),
      crm: fc.constantFrom('Pumphouse', 'the CRM'),
      purpose: fc.constant('Somebody wants to know.'),
      beneficiaries: roleLists(),
      mandate: fc.record({
        kind: fc.constantFrom('law', 'regulation', 'contract', 'audit'),
        reference: fc.constant('paragraph 4'),
        review_by: day,
      }),
      demands: fc.array(demands(), { maxLength: 3 }),
      effort: fc.record(
        { minutes: fc.constantFrom(5, 30), every: fc.constantFrom('week', 'per deal'), people: fc.constantFrom(3, 20) },
        { requiredKeys: [] },
      ),
      explained: fc.record({ on: day, to: roleLists() }),
      consulted: fc.record({ who: roleLists(), on: day }, { requiredKeys: ['who'] }),
      feedback: feedbacks(today),
      suggestions: fc.record({ received: fc.nat(3), answered: fc.nat(3), adopted: fc.nat(2) }, { requiredKeys: [] }),
      enforcement: enforcements(),
      forecast: fc.record({ set_by: roleLists(), overridden_by: roleLists() }, { requiredKeys: ['set_by'] }),
      review: fc.record({ every: fc.constantFrom(...CADENCES), last: day }, { requiredKeys: ['every'] }),
      answers: fc.record(Object.fromEntries(QUESTIONS.map((question) => [question, answers(today, question)])), {
        requiredKeys: [],
      }),
      waiver: waivers(day),
    },
    { requiredKeys: ['name'] },
  );
}

function waivers(day: fc.Arbitrary<string>): fc.Arbitrary<Waiver> {
  return (
    fc
      .record(
        { reason: fc.constant('not before spring'), approved_by: roles(), until: day, granted: day },
        { requiredKeys: ['reason', 'approved_by', 'until'] },
      )
      // One that ends before it begins is a mistake in the file.
      .filter(({ until, granted }) => granted === undefined || granted <= until)
  );
}

function demands(): fc.Arbitrary<string | Demand> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom('open opportunities', 'the next step') },
    {
      weight: 5,
      arbitrary: fc.record(
        {
          what: fc.constantFrom('open opportunities', 'closing date', 'amount'),
          field: fc.constantFrom('closing_date', 'amount'),
          used_by: roleLists(),
          used_for: fc.constant('the cash forecast'),
          already_in: fc.constant('the CRM'),
        },
        { requiredKeys: ['what'] },
      ),
    },
  );
}

function enforcements(): fc.Arbitrary<EnforcementKind | { kind: EnforcementKind; note?: string }> {
  const kind = fc.constantFrom<EnforcementKind[]>(
    'none',
    'reminder',
    'dashboard',
    'blocked-save',
    'locked-record',
    'auto-close',
    'credit-withheld',
    'commission-withheld',
    'warning',
    'dismissal',
  );
  return fc.oneof(kind, fc.record({ kind, note: fc.constant('every Friday') }, { requiredKeys: ['kind'] }));
}

/** Feedback whose last day is often one and a half cadences ago, give or take a few days. */
function feedbacks(today: string): fc.Arbitrary<{ every: string; last?: string }> {
  const lengths: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.44, quarter: 91.31, year: 365.25 };
  return fc.constantFrom(...CADENCES).chain((every) => {
    const [, count, unit] = /^(\d*) ?(\w+?)s?$/.exec(every) ?? [];
    const length = Number(count || 1) * (lengths[unit ?? ''] ?? 30);
    const nearDue = fc.integer({ min: -4, max: 4 }).map((days) => shift(today, days - Math.round(1.5 * length)));
    return fc.record(
      { every: fc.constant(every), last: fc.oneof(nearDue, daysAround(today)) },
      { requiredKeys: ['every'] },
    );
  });
}

const QUESTION_ANSWERS = ['yes', 'yes', 'yes', 'partly', 'no', 'no', 'unknown', true, false] as const;

function answers(today: string, question: string): fc.Arbitrary<Answers> {
  const bare = fc.constantFrom(...QUESTION_ANSWERS);
  const voice = voices(today, question);
  const entry = fc.oneof({ weight: 1, arbitrary: bare }, { weight: 4, arbitrary: voice });
  return fc.oneof(
    { weight: 1, arbitrary: bare },
    { weight: 2, arbitrary: voice },
    { weight: 4, arbitrary: fc.array(entry, { minLength: 1, maxLength: 6, size: 'max' }) },
  );
}

function voices(today: string, question: string): fc.Arbitrary<Voice> {
  const rest = {
    evidence: fc.array(
      fc.constantFrom('https://intranet.example/list', 'evidence/note.md', 'evidence/gone.md', '../../outside.md'),
      { minLength: 1, maxLength: 2 },
    ),
    by: roles(),
    who: fc.constantFrom('wren', 'teal', 'plover', 'Wren'),
    on: daysAround(today),
  };
  const why = fc.constant('It got me two customers back.');
  const plain = fc.record({ answer: fc.constantFrom(...QUESTION_ANSWERS), why, ...rest }, { requiredKeys: ['answer'] });
  if (question === 'necessity') return plain;
  const notApplicable = fc.record(
    { answer: fc.constant('not-applicable' as const), why, ...rest },
    { requiredKeys: ['answer', 'why'] },
  );
  return fc.oneof({ weight: 7, arbitrary: plain }, { weight: 1, arbitrary: notApplicable });
}

function roles(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('sales', 'account-executive', 'sdr', 'sales-engineer') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'Sales',
        'Account Executive',
        'account_executive',
        'ACCOUNT-EXECUTIVE',
        'account-executives',
        'SDRs',
        ' sales ',
        'account  executive',
        'accountexecutive',
      ),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom('finance', 'Finance', 'marketing', 'sales-operations', 'sales-director', 'sales team'),
    },
  );
}

function roleLists(): fc.Arbitrary<string[]> {
  return fc.array(roles(), { minLength: 1, maxLength: 3 });
}

/** Days long past, about a year ago, lately, today, tomorrow and far ahead. */
function daysAround(today: string): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(0, 1, -1, -2, 2, -7, -14, -30, -31, -90, -92, -180, -182, -183).map((days) => shift(today, days)),
    fc.integer({ min: -368, max: -363 }).map((days) => shift(today, days)),
    fc.integer({ min: -1200, max: 800 }).map((days) => shift(today, days)),
    fc.constantFrom('1999-12-31', '2024-02-29', '2099-12-31', '9999-12-31'),
  );
}

function configurations(): fc.Arbitrary<Configuration> {
  const weight = fc.constantFrom(0, 0, 1, 5, 12, 20, 100, 2.5);
  const waivable = fc.constantFrom({ waivable: false }, { waivable: true });
  const full = fc.record(
    {
      sales_team: fc.constantFrom(
        ['sales'],
        ['account-executive', 'finance'],
        ['Account Executive', 'sdr'],
        ['marketing', 'Sales', 'sales team'],
      ),
      answers_valid_for: fc.constantFrom(...TIMES),
      keep_at: fc.constantFrom(0, 20, 33, 50, 67, 100),
      weights: fc.record(Object.fromEntries(QUESTIONS.map((question) => [question, weight])), { requiredKeys: [] }),
      fail_on: fc.constantFrom('unjustified' as const, 'eliminate' as const, 'conditions' as const),
      min_score: fc.constantFrom(0, 30, 50, 80, 100),
      waiver_max: fc.constantFrom(...TIMES),
      rules: fc.record(
        Object.fromEntries(
          [
            ...QUESTIONS,
            ...([
              'necessity-no',
              'strategy-no',
              'nothing-for-sales',
              'score-too-low',
              'undecided',
              'min-score',
            ] as const),
          ].map((reason) => [reason, waivable]),
        ),
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  );
  return fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 4, arbitrary: full });
}

function shift(day: string, days: number): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000));
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
