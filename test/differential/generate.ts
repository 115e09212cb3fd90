import type { Answers, Configuration, Demand, Process, Question, Voice, Waiver } from './model.js';
import { QUESTIONS } from './model.js';

/** Processes that are judged in one run: on the same day, with the same configuration. */
export interface Batch {
  readonly day: string;
  readonly configuration: Configuration;
  /** By id. */
  readonly processes: ReadonlyMap<string, Process>;
}

/** What a voice may refer to, and whether that can be looked at from a process file in the batch. */
export const EVIDENCE: Readonly<Record<string, boolean>> = {
  'https://intranet.example/list': true,
  'HTTP://intranet.example': true,
  'mailto:someone@intranet.example': true,
  'evidence/note.md': true,
  './evidence/../evidence/note.md': true,
  '../audit.config.yaml': true,
  'evidence/gone.md': false,
  'Evidence/Note.md': false,
  'evidence/note.md#figures': false,
  evidence: false,
  'ticket 4711': false,
  // It is there, but outside of the working directory.
  '../../outside.md': false,
};

/** So many batches, the same ones for the same seed. */
export function generate(seed: number, batches: number, processesPerBatch: number): Batch[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: batches }, () => batch(chance, processesPerBatch));
}

/** Random choices; the same ones for the same seed. */
interface Chance {
  /** A whole number from low to high. */
  integer(low: number, high: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** True in so many of a hundred cases. */
  percent(share: number): boolean;
}

/** Mulberry32: 32 bits of state are plenty here, and it is the same on every version of Node. */
function chanceFrom(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    integer,
    pick: (values) => values[integer(0, values.length - 1)]!,
    percent: (share) => next() * 100 < share,
  };
}

function batch(chance: Chance, size: number): Batch {
  const day = chance.percent(60)
    ? chance.pick(['2026-07-01', '2026-11-23', '2024-02-29', '2025-02-28', '2024-12-31', '2026-03-31', '2025-08-30'])
    : shift('2020-01-01', chance.integer(0, 4000));
  const processes = new Map(Array.from({ length: size }, (_, index) => [idOf(index), process(chance, day)]));
  return { day, configuration: chance.percent(20) ? {} : configuration(chance, day, size), processes };
}

function idOf(index: number): string {
  return `p-${index}`;
}

const TIMES = ['day', 'week', '2 weeks', '30 days', 'month', '3 months', 'quarter', '2 quarters', 'year', '2 years'];
const RULES = ['necessity-no', 'strategy-no', 'nothing-for-sales', 'score-too-low', 'undecided', 'min-score'] as const;

function configuration(chance: Chance, day: string, size: number): Configuration {
  const maybe = maybeOf(chance, 50);
  return {
    ...maybe('sales_team', () =>
      chance.pick([
        ['sales'],
        ['account-executive', 'finance'],
        ['Account Executives', 'sdr'],
        ['marketing', 'Sales', 'sales team'],
      ]),
    ),
    ...maybe('answers_valid_for', () => (chance.percent(50) ? '18 months' : chance.pick(TIMES))),
    ...maybe('keep_at', () => chance.pick([0, 20, 33, 50, 67, 100])),
    ...maybe('weights', () => weights(chance)),
    ...maybe('fail_on', () => chance.pick(['unjustified', 'eliminate', 'conditions'] as const)),
    ...maybeOf(chance, 30)('min_score', () => chance.pick([0, 30, 50, 80, 100])),
    ...maybeOf(chance, 30)('waiver_max', () => chance.pick(TIMES)),
    ...maybe('rules', () =>
      fromKeys(some(chance, 30, [...QUESTIONS, ...RULES]), () => ({ waivable: chance.percent(40) })),
    ),
    ...maybe('waivers', () =>
      Array.from({ length: chance.integer(0, 5) }, () => ({
        process: idOf(chance.integer(0, size)),
        ...waiver(chance, day),
      })),
    ),
  };
}

function weights(chance: Chance): NonNullable<Configuration['weights']> {
  // With these, nothing applies to many processes.
  if (chance.percent(10)) return { ...fromKeys(QUESTIONS, () => 0), creativity: 1, forecast: 2 };
  return fromKeys(some(chance, 50, QUESTIONS), () =>
    chance.percent(50) ? chance.pick([0, 0, 1, 2.5, 100, 1000]) : chance.integer(1, 300) / 10,
  );
}

/** How full a file is, how well things stand, and how often somebody says yes, in so many of a hundred cases. */
interface Mood {
  readonly keys: number;
  readonly good: number;
  readonly yes: number;
}

const MOODS: readonly Mood[] = [
  { keys: 15, good: 50, yes: 30 },
  { keys: 50, good: 50, yes: 40 },
  { keys: 90, good: 95, yes: 90 },
  { keys: 85, good: 80, yes: 60 },
  { keys: 70, good: 20, yes: 20 },
];

function process(chance: Chance, today: string): Process {
  const mood = chance.pick(MOODS);
  const maybe = maybeOf(chance, mood.keys);
  const rarely = maybeOf(chance, 15);
  const isGood = (): boolean => chance.percent(mood.good);
  const day = (): string => dayAround(chance, today);
  const someRoles = (): string[] => roles(chance, isGood());
  return {
    name: `${chance.pick(['Weekly report', 'Lead form', 'Visit report'])} ${chance.integer(1, 9999)}`,
    ...maybe('summary', () => 'A sheet to fill in.'),
    ...maybe('kind', () => chance.pick(['report', 'form', 'approval', 'kpi', 'other'])),
    ...status(chance, day),
    ...rarely('since', day),
    ...maybe('owner', () => role(chance, chance.percent(15))),
    ...maybe('performed_by', someRoles),
    ...maybe('crm', () => 'Pumphouse'),
    ...maybe('purpose', () => 'Somebody wants to know.'),
    ...maybe('beneficiaries', someRoles),
    ...rarely('mandate', () => ({
      kind: chance.pick(['law', 'regulation', 'contract', 'audit']),
      reference: 'paragraph 4',
      review_by: day(),
    })),
    ...maybe('demands', () => Array.from({ length: chance.integer(0, 3) }, () => demand(chance, mood))),
    ...rarely('effort', () => ({ minutes: 30, every: 'week', people: 12 })),
    ...maybe('explained', () => ({ on: isGood() ? shift(today, -chance.integer(0, 900)) : day(), to: someRoles() })),
    ...rarely('consulted', () => ({ who: roles(chance, true), on: day() })),
    ...maybe('feedback', () => feedback(chance, today, isGood())),
    ...maybe('suggestions', () => suggestions(chance, isGood())),
    ...maybe('enforcement', () => enforcement(chance, isGood())),
    ...maybeOf(chance, mood.keys / 2)('forecast', () => ({
      set_by: isGood() ? [role(chance, true)] : roles(chance, isGood()),
      ...maybeOf(chance, isGood() ? 5 : 50)('overridden_by', someRoles),
    })),
    ...rarely('kpis', () => [{ name: 'Visits', measure: 'activity-count', target: 6, every: 'week', minutes: 40 }]),
    ...rarely('review', () => ({ every: chance.pick(TIMES), ...maybe('last', day) })),
    ...rarely('because_of', () => [idOf(chance.integer(0, 60))]),
    ...rarely('feeds', () => [idOf(chance.integer(0, 60))]),
    ...maybeOf(chance, 95)('answers', () =>
      fromKeys(some(chance, Math.max(60, mood.keys), QUESTIONS), (question) => answers(chance, today, question, mood)),
    ),
    ...rarely('waiver', () => waiver(chance, today)),
    ...rarely('x-note', () => 'our own'),
  };
}

function status(chance: Chance, day: () => string): Pick<Process, 'status' | 'until' | 'retired'> {
  if (chance.percent(5)) return { status: 'retired', retired: { on: day(), why: 'Nobody missed it.' } };
  if (chance.percent(10)) return { status: 'trial', until: day() };
  return {
    ...maybeOf(chance, 30)('status', () => chance.pick(['active', 'optional', 'deprecated'] as const)),
    ...maybeOf(chance, 15)('until', day),
  };
}

function demand(chance: Chance, { good }: Mood): string | Demand {
  const maybe = maybeOf(chance, good);
  // Of their own kind each: looking for what is asked twice is not what is tested.
  const what = `figure-${chance.integer(1, 1e9).toString(36)}`;
  if (chance.percent(10)) return what;
  return {
    what,
    ...maybe('used_by', () => roles(chance, true)),
    ...maybe('used_for', () => 'the cash forecast'),
    ...maybeOf(chance, 110 - good)('already_in', () => 'the CRM'),
  };
}

/** Feedback that often went back one and a half cadences ago, give or take a few days. */
function feedback(chance: Chance, today: string, isGood: boolean): NonNullable<Process['feedback']> {
  const [every, days] = chance.pick([
    ['day', 1],
    ['3 days', 3],
    ['week', 7],
    ['5 weeks', 35],
    ['month', 30.4],
    ['3 months', 91.3],
    ['7 months', 213],
    ['quarter', 91.3],
    ['3 quarters', 274],
    ['year', 365.25],
    ['2 years', 730.5],
    ['per deal', 30],
    ['per visit to a customer', 30],
  ] as const);
  const last = (): string => {
    if (isGood) return shift(today, -chance.integer(0, Math.floor(1.4 * days)));
    return chance.percent(60) ? shift(today, chance.integer(-4, 4) - Math.round(1.5 * days)) : dayAround(chance, today);
  };
  return { every, ...maybeOf(chance, isGood ? 95 : 70)('last', last) };
}

function suggestions(chance: Chance, isGood: boolean): NonNullable<Process['suggestions']> {
  const maybe = maybeOf(chance, 70);
  return {
    ...maybe('received', () => chance.integer(0, 3)),
    ...maybe('answered', () => (isGood ? chance.integer(1, 3) : chance.integer(0, 1))),
    ...maybe('adopted', () => chance.integer(0, 2)),
  };
}

function enforcement(chance: Chance, isGood: boolean): NonNullable<Process['enforcement']> {
  const kind = isGood
    ? chance.pick(['none', 'reminder', 'dashboard'] as const)
    : chance.pick([
        'blocked-save',
        'locked-record',
        'auto-close',
        'credit-withheld',
        'commission-withheld',
        'warning',
        'dismissal',
      ] as const);
  return chance.percent(50) ? kind : { kind, ...maybeOf(chance, 50)('note', () => 'every Friday') };
}

function answers(chance: Chance, today: string, question: Question, mood: Mood): Answers {
  if (chance.percent(10)) return bareAnswer(chance, mood);
  if (chance.percent(30)) return voice(chance, today, question, mood);
  return Array.from({ length: chance.integer(1, 7) }, () =>
    chance.percent(10) ? bareAnswer(chance, mood) : voice(chance, today, question, mood),
  );
}

function bareAnswer(chance: Chance, { yes }: Mood): 'yes' | 'partly' | 'no' | 'unknown' | boolean {
  if (chance.percent(yes)) return chance.pick(['yes', 'yes', true]);
  return chance.pick(['partly', 'partly', 'no', 'no', false, 'unknown']);
}

function voice(chance: Chance, today: string, question: Question, mood: Mood): Voice {
  const isNotApplicable = question !== 'necessity' && chance.percent(10);
  const answer = isNotApplicable ? 'not-applicable' : bareAnswer(chance, mood);
  const maybe = maybeOf(chance, 60);
  return {
    answer,
    ...maybeOf(chance, isNotApplicable ? 100 : mood.keys / 2)('why', () => 'It got me two customers back.'),
    ...maybeOf(chance, 25)('evidence', () =>
      Array.from({ length: chance.integer(1, 2) }, () => chance.pick(Object.keys(EVIDENCE))),
    ),
    ...maybeOf(chance, 85)('by', () => role(chance, chance.percent(65))),
    ...maybe('who', () => chance.pick(['wren', 'teal', 'plover', 'Wren', ' wren'])),
    ...maybe('on', () => (chance.percent(60) ? shift(today, -chance.integer(0, 30)) : dayAround(chance, today))),
  };
}

function waiver(chance: Chance, today: string): Waiver {
  const until = chance.percent(60) ? shift(today, chance.integer(0, 400)) : dayAround(chance, today);
  const granted = chance.percent(60) ? shift(today, -chance.integer(0, 400)) : dayAround(chance, today);
  return {
    reason: 'not before spring',
    approved_by: role(chance, false),
    until,
    // One that ends before it begins is a mistake in the file.
    ...(granted <= until ? maybeOf(chance, 50)('granted', () => granted) : {}),
  };
}

const SALES_ROLES = ['sales', 'sales', 'account-executive', 'account-executive', 'sdr', 'sales-engineer', 'rep'];
const SPELLINGS = [
  'Sales',
  'Account Executive',
  'account_executive',
  'ACCOUNT-EXECUTIVES',
  'account-executives',
  'SDRs',
  ' sales ',
  'account  executive',
  'accountexecutive',
  'account--executive',
  'sale-engineer',
];
const OTHER_ROLES = ['finance', 'finance', 'Finance', 'marketing', 'sales-operations', 'sales-director', 'sales team'];

function role(chance: Chance, isSales: boolean): string {
  if (!isSales) return chance.pick(OTHER_ROLES);
  return chance.pick(chance.percent(30) ? SPELLINGS : SALES_ROLES);
}

function roles(chance: Chance, isWithSales: boolean): string[] {
  const others = Array.from({ length: chance.integer(isWithSales ? 0 : 1, 2) }, () => role(chance, false));
  return isWithSales ? [...others, role(chance, true)] : others;
}

/** Days long past, about a year ago, lately, today, tomorrow and far ahead. */
function dayAround(chance: Chance, today: string): string {
  switch (chance.integer(0, 5)) {
    case 0:
      return today;
    case 1:
      return shift(today, chance.integer(-3, 3));
    case 2:
      // Where what is valid for so long has just ended, or is about to.
      return shift(
        today,
        chance.integer(-2, 2) - chance.pick([1, 7, 14, 30, 31, 90, 91, 92, 181, 365, 366, 547, 548, 730]),
      );
    case 3:
      return shift(today, -chance.integer(0, 1200));
    case 4:
      return shift(today, chance.integer(0, 800));
    default:
      return chance.pick(['0099-12-31', '1999-12-31', '2024-02-29', '2099-12-31', '9999-12-31']);
  }
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Each of them in so many of a hundred cases. */
function some<Value>(chance: Chance, share: number, values: readonly Value[]): Value[] {
  return values.filter(() => chance.percent(share));
}

function fromKeys<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): { [key in Key]?: Value } {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as { [key in Key]?: Value };
}

/** Makes an object with the key in so many of a hundred cases, and an empty one otherwise. */
function maybeOf(chance: Chance, share: number) {
  return <Key extends string, Value>(key: Key, value: () => Value): { [key in Key]?: Value } =>
    chance.percent(share) ? ({ [key]: value() } as { [key in Key]: Value }) : {};
}
