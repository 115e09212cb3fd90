import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { GATE_REASONS } from '../../src/gate/policy.js';
import { questionIds } from '../../src/questions/index.js';
import { FORMAT_NAMES } from '../../src/report/formats/names.js';
import { ANSWERS } from '../../src/sales-process/vocabulary.js';
import { processFile, withoutAbsent } from '../support/generate.js';

/** What people and programs could put into a folder, from right to absurd, and what they could ask of the tool then. */
export interface Scenario {
  /** By path. */
  readonly files: Readonly<Record<string, Buffer>>;
  readonly argv: readonly string[];
  readonly stdin: string;
  /** The files that the command may write or change. */
  readonly mayWrite: readonly string[];
}

const IDS = ['a', 'b', 'c', 'constructor'] as const;

/** Nothing in it may lead out of the folder: a path from here would be walked. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '-',
    '...',
    '__proto__',
    'constructor',
    'toString',
    'yes',
    'no',
    'sales',
    '2026-02-30',
    '2026-07-01',
    '9999-12-31',
    '0001-01-01',
    'week',
    '999999 weeks',
    'per deal',
    'https://example.com/\u202e',
    'none.md',
    '::error::x',
    '##[group]',
    '<script>alert(1)</script>',
    ']]>',
    '=1+1',
    '\u0000',
    '\ud800',
    '\u001b[31m',
    'a\nb',
    'a: b',
    '# c',
    '日本語',
    '👩‍👩‍👧',
    '3 x',
    '60 %',
    'x'.repeat(5000),
  ),
  fc.constantFrom<unknown>(
    0,
    -1,
    0.1,
    1e308,
    2 ** 53 + 2,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1_000_000,
    true,
    false,
  ),
  fc.constantFrom<unknown>([], {}, [null], [[]], { '': 1 }, { answer: 'yes' }, { 'x-a': { b: [1] } }),
  fc.string({ maxLength: 12 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** What is done to a value at some place in it. */
type Deed = {
  readonly at: number;
  readonly deed: 'replace' | 'remove' | 'rename' | 'double' | 'wrap';
  readonly odd: unknown;
};

const someDeeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({ at: fc.nat(400), deed: fc.constantFrom('replace', 'remove', 'rename', 'double', 'wrap'), odd }),
  { minLength: 1, maxLength: 3 },
);

/** Mostly none: what is wrong in many ways is refused before anything is made of it. */
const deeds = fc.oneof({ arbitrary: fc.constant([]), weight: 5 }, { arbitrary: someDeeds, weight: 2 });

function spoilt(value: unknown, some: readonly Deed[]): unknown {
  return some.reduce(spoil, value);
}

/** The value with one of its parts changed: the one that a walk comes to at that number. */
function spoil(value: unknown, { at, deed, odd: other }: Deed): unknown {
  const wanted = at % Math.max(1, countOf(value));
  let seen = 0;
  return walk(value);

  function walk(part: unknown): unknown {
    const isIt = seen++ === wanted;
    if (isIt && deed === 'replace') return other;
    if (isIt && deed === 'wrap') return [part];
    if (Array.isArray(part)) {
      const items = part.map(walk);
      if (isIt && deed === 'double') return [...items, ...items];
      return isIt && deed === 'remove' ? items.slice(1) : items;
    }
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).map(([key, inner]) => [key, walk(inner)] as const);
    if (!isIt || entries.length === 0) return Object.fromEntries(entries);
    if (deed === 'remove') return Object.fromEntries(entries.slice(1));
    if (deed === 'rename') return Object.fromEntries([[String(other), entries[0]![1]], ...entries.slice(1)]);
    return Object.fromEntries(entries);
  }
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + countOf(inner), 1);
}

function written(value: unknown, style: 'block' | 'flow' | 'json'): Buffer {
  if (style === 'json') return Buffer.from(JSON.stringify(value) ?? 'null');
  return Buffer.from(stringify(value, { collectionStyle: style, lineWidth: 0 }));
}

const style = fc.constantFrom('block' as const, 'block' as const, 'flow' as const, 'json' as const);

const fileOf = (data: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> =>
  fc
    .record({ value: data, some: deeds, style })
    .map(({ value, some, style: how }) => written(spoilt(withoutAbsent(value), some), how));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
const id = fc.constantFrom(...IDS);
const day = fc.constantFrom('2026-06-30', '2026-07-01', '2026-12-31', '2020-01-01');
const role = fc.constantFrom('sales', 'finance', 'CFO', '__proto__');

const waiver = fc.record({
  process: id,
  reason: fc.constant('later'),
  approved_by: role,
  until: day,
  granted: optional(fc.constant('2019-12-31')),
});

const processes = fileOf(
  fc
    .record({
      file: processFile,
      id: optional(id),
      feeds: optional(fc.array(id, { maxLength: 2 })),
      because_of: optional(fc.array(id, { maxLength: 2 })),
      waiver: rarely(waiver.map(({ process: _, ...rest }) => rest)),
      kpis: optional(
        fc.array(
          fc.record({
            name: fc.constant('k'),
            measure: fc.constantFrom('pipeline-coverage', 'conversion-rate', 'activity-count', 'other'),
            target: fc.constantFrom(3, '3 x', '60 %', 0.5),
          }),
          { maxLength: 3 },
        ),
      ),
      retired: rarely(fc.constant({ on: '2026-01-01', why: 'nobody read it' })),
    })
    .map(({ file, retired, ...rest }) => ({ ...file, ...rest, ...(retired && { status: 'retired', retired }) })),
);

const configuration = fileOf(
  fc.record({
    processes: optional(fc.constantFrom('p', 'p/*.yaml', ['p'], '**', 'p/{a,b}.yaml')),
    sales_team: optional(fc.array(role, { minLength: 1, maxLength: 2 })),
    answers_valid_for: optional(fc.constantFrom('year', '6 months', '1 day')),
    keep_at: optional(fc.nat(100)),
    weights: optional(fc.dictionary(fc.constantFrom(...questionIds), fc.nat(50))),
    min_voices: optional(fc.integer({ min: 1, max: 4 })),
    synonyms: optional(fc.constant([['visit', 'call']])),
    hourly_cost: optional(fc.record({ amount: fc.nat(99), currency: fc.constantFrom('EUR', '<b>', '\u202e') })),
    fail_on: optional(fc.constantFrom('unjustified', 'eliminate', 'conditions')),
    min_score: optional(fc.nat(100)),
    waivers: optional(fc.array(waiver, { maxLength: 2 })),
    waiver_max: optional(fc.constantFrom('6 months', 'year')),
    rules: optional(fc.dictionary(fc.constantFrom(...GATE_REASONS), fc.constant({ waivable: false }), { maxKeys: 2 })),
    max_burden: optional(
      fc.oneof(fc.nat(5000), fc.record({ all: fc.nat(999), owners: fc.dictionary(role, fc.nat(99)) })),
    ),
  }),
);

const baseline = fileOf(
  fc.record({
    version: fc.constant(1),
    accepted: fc.array(fc.record({ process: id, reason: fc.constantFrom(...GATE_REASONS), score: fc.nat(100) }), {
      maxLength: 4,
    }),
  }),
);

const sheet = fileOf(
  fc.record({
    sheet: fc.constant(1),
    role: fc.oneof({ arbitrary: fc.constant('sales'), weight: 6 }, { arbitrary: role, weight: 1 }),
    who: optional(fc.constantFrom('w', 'toString')),
    on: optional(day),
    answers: fc.dictionary(
      id,
      fc.dictionary(
        fc.constantFrom(...questionIds),
        fc.record({
          answer: fc.constantFrom(...ANSWERS),
          why: optional(fc.constantFrom('so it is', 'because: it is', '# no', 'two\nlines')),
          evidence: optional(fc.constantFrom([], ['https://example.com'], ['a.yaml'])),
        }),
        { maxKeys: 3 },
      ),
      { minKeys: 1, maxKeys: 3 },
    ),
  }),
);

/** A report as the tool writes it is as good a wrong file as any, and what later commands compare. */
const savedReport = fileOf(
  fc.record({
    schemaVersion: fc.constantFrom(1, 2, '1'),
    asOf: day,
    processes: fc.array(fc.record({ id, name: fc.constant('n'), verdict: fc.record({ name: fc.constant('keep') }) }), {
      maxLength: 2,
    }),
    problems: fc.constant([]),
    totals: fc.record({ failedQuestions: fc.nat(1) }),
  }),
);

const shipped = fileURLToPath(new URL('../../processes', import.meta.url));
const shippedFiles = readdirSync(shipped)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(shipped, name)));

const TOKENS = [
  '\n',
  ': ',
  '- ',
  '? ',
  '&a ',
  '*a',
  '!t ',
  '|',
  '>',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '#',
  '%',
  '---\n',
  '...\n',
  '\t',
  '\0',
  '\r',
  '\u2028',
  '\ufeff',
  '<<: ',
  '__proto__: ',
  'yes',
  '~',
  '\\',
  '\xff',
];

type Cut = {
  readonly kind: 'flip' | 'delete' | 'repeat' | 'insert' | 'token' | 'truncate' | 'move';
  readonly at: number;
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly token: string;
};

const cuts: fc.Arbitrary<readonly Cut[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('flip', 'delete', 'repeat', 'insert', 'token', 'token', 'truncate', 'move'),
    at: fc.nat(1_000_000),
    length: fc.integer({ min: 1, max: 60 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 4, max: 127 }),
    token: fc.constantFrom(...TOKENS),
  }),
  { minLength: 1, maxLength: 8 },
);

function cut(text: Buffer, { kind, at, length, bytes, token }: Cut): Buffer {
  const start = at % (text.length + 1);
  const [before, part, after] = [
    text.subarray(0, start),
    text.subarray(start, start + length),
    text.subarray(start + length),
  ];
  switch (kind) {
    case 'flip':
      return Buffer.concat([before, Buffer.from(part.map((byte) => byte ^ bytes[0]!)), after]);
    case 'delete':
      return Buffer.concat([before, after]);
    case 'repeat':
      return Buffer.concat([before, part, part, after]);
    case 'insert':
      return Buffer.concat([before, bytes, part, after]);
    case 'token':
      return Buffer.concat([before, Buffer.from(token, 'latin1'), part, after]);
    case 'move':
      return Buffer.concat([after, before, part]);
    case 'truncate':
      return before;
  }
}

const mutated = fc
  .record({ from: fc.constantFrom(...shippedFiles), some: cuts })
  .map(({ from, some }) => some.reduce(cut, from));

/** A saved report that somebody changed: values of other kinds in places where a comparison looks, or bytes that moved. */
const wholeReport = readFileSync(fileURLToPath(new URL('../report/golden/report.json', import.meta.url)));
const strange = fc.constantFrom<unknown>(null, 0, -1, 1e308, '', 'x', [], {}, true, '__proto__', ['x'], { low: 1 });
const changedReport = fc.oneof(
  cuts.map((some) => some.reduce(cut, wholeReport)),
  fc
    .array(fc.record({ steps: fc.array(fc.nat(30), { minLength: 1, maxLength: 7 }), value: strange }), { maxLength: 3 })
    .map((changes) => {
      const report = JSON.parse(wholeReport.toString('utf8'));
      for (const { steps, value } of changes) {
        let at = report;
        for (const [index, step] of steps.entries()) {
          const keys = typeof at === 'object' && at !== null ? Object.keys(at) : [];
          if (keys.length === 0) break;
          const key = keys[step % keys.length]!;
          // Its own copy: the next change may change it, and the next run must not find that.
          if (index === steps.length - 1) at[key] = structuredClone(value);
          else at = at[key];
        }
      }
      return Buffer.from(JSON.stringify(report));
    }),
);

const anyProcess = fc.oneof({ arbitrary: processes, weight: 4 }, { arbitrary: mutated, weight: 1 });

/** Command lines, and what they may write. */
const commands: fc.Arbitrary<{ readonly argv: readonly string[]; readonly mayWrite: readonly string[] }> = fc.oneof(
  fc
    .record({
      format: fc.constantFrom(...FORMAT_NAMES),
      flags: fc.subarray(['-v', '-q', '--sort=score', '--only=keep']),
    })
    .map(({ format, flags }) => ({ argv: ['report', '-f', format, ...flags], mayWrite: [] })),
  fc
    .constantFrom(...FORMAT_NAMES)
    .map((format) => ({ argv: ['report', '-f', format, '-o', 'out/report'], mayWrite: ['out/report'] })),
  fc
    .subarray(['--fail-on=conditions', '--min-score=40', '--no-fail', '-v', '-q', '--no-baseline', '--allow-empty'])
    .map((flags) => ({ argv: ['check', ...flags], mayWrite: [] })),
  fc.constantFrom(...FORMAT_NAMES).map((format) => ({ argv: ['check', '-f', format], mayWrite: [] })),
  fc.constant({ argv: ['check', '--update-baseline'], mayWrite: ['audit-baseline.yaml'] }),
  fc.constant({ argv: ['waivers', '--within', '90d'], mayWrite: [] }),
  fc.constantFrom('terminal', 'json', 'markdown').map((format) => ({ argv: ['plan', '-f', format], mayWrite: [] })),
  id.map((one) => ({ argv: ['plan', '--without', one], mayWrite: [] })),
  fc.constantFrom('mermaid', 'dot').map((format) => ({ argv: ['graph', '-f', format], mayWrite: [] })),
  fc
    .constantFrom('terminal', 'json', 'markdown')
    .map((format) => ({ argv: ['diff', 'report.json', '-f', format], mayWrite: [] })),
  fc.constant({ argv: ['diff', 'report.json', 'report.json'], mayWrite: [] }),
  id.map((one) => ({ argv: ['show', one], mayWrite: [] })),
  fc.constantFrom('yaml', 'markdown').map((format) => ({ argv: ['ask', '--print', '-f', format], mayWrite: [] })),
  fc.constant({ argv: ['ask', '--from', 'sheet.yaml'], mayWrite: ['p/a.yaml', 'p/b.yaml'] }),
  fc.constant({ argv: ['ask', '--from', 'sheet.yaml'], mayWrite: ['p/a.yaml', 'p/b.yaml'] }),
  fc.constant({ argv: ['report', '-'], mayWrite: [] }),
  fc.constant({ argv: ['report', 'report.json', 'audit-baseline.yaml', 'sheet.yaml'], mayWrite: [] }),
  fc.constant({ argv: ['check', '--baseline', 'report.json', 'p'], mayWrite: [] }),
  fc.constant({ argv: ['new', 'c'], mayWrite: ['p/c.yaml', 'processes/c.yaml'] }),
);

/** One run: a folder with processes and, now and then, all the other files, and one command. */
export const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    a: anyProcess,
    b: rarely(anyProcess),
    configuration: rarely(configuration),
    baseline: fc.option(baseline, { nil: undefined, freq: 2 }),
    sheet,
    report: fc.oneof(savedReport, changedReport),
    command: commands,
    isNamed: fc.boolean(),
  })
  .map(({ a, b, configuration: settings, baseline: accepted, sheet: filled, report, command, isNamed }) => {
    const files = {
      'p/a.yaml': a,
      ...(b && { 'p/b.yaml': b }),
      ...(settings && { 'audit.config.yaml': settings }),
      ...(accepted && { 'audit-baseline.yaml': accepted }),
      ...(command.argv.includes('sheet.yaml') && { 'sheet.yaml': filled }),
      ...(command.argv.includes('report.json') && { 'report.json': report }),
    };
    const takesPaths =
      !['new', 'diff'].includes(command.argv[0]!) &&
      !command.argv.includes('report.json') &&
      !command.argv.includes('-');
    // Before other flags: --from takes all that follows for sheets.
    const [name, ...rest] = command.argv;
    const argv =
      takesPaths && (isNamed || !settings)
        ? [name!, ...(name === 'show' ? [...rest, 'p'] : ['p', ...rest])]
        : command.argv;
    return { files, argv, stdin: a.toString('utf8'), mayWrite: command.mayWrite };
  });
