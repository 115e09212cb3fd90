import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { folderWith, run } from '../support/fake-io.js';

/** Enough for digests, judgements and whole answers to be remembered. */
const MANY = 110;

function processFile(number: number, answer = 'yes', evidence = 'note.md'): string {
  return `name: Process ${number}
owner: finance
purpose: to know ${number}
beneficiaries: [finance]
demands: [{ what: figure ${number % 7}, field: F.${number % 11} }]
effort: { minutes: ${5 + number}, every: week, people: 3 }
${SOMETIMES[number % SOMETIMES.length]}
answers:
  necessity: { answer: ${answer}, why: because of ${number}, evidence: [${evidence}] }
  value:
    - { answer: no, by: sales, on: 2026-0${1 + (number % 6)}-01 }
    - { answer: yes, by: owner }
${number % 13 === 5 ? `---\nid: another-${number}\nname: Another ${number}\nbecause_of: [p${number}]\n` : ''}`;
}

/** What only some processes state: each is said in another place of the report, and remembered in another. */
const SOMETIMES = [
  'enforcement: dismissal',
  'waiver: { reason: for now, approved_by: head of sales, until: 2026-12-31 }',
  'waiver: { reason: for now, approved_by: finance, until: 2026-01-31 }',
  'kpis: [{ name: coverage, measure: pipeline-coverage, target: 3 x }]',
  'kpis: [{ name: closing, measure: conversion-rate, target: 60 % }]',
  'review: { every: month, last: 2026-01-01 }',
  'status: retired\nretired: { on: 2026-03-01, why: nobody missed it }',
  'until: 2026-05-01\nfeeds: [p1, gone]',
  'status: deprecated\nbecause_of: [p2]\nconsulted: { who: [finance], on: 2026-01-01 }',
  'explained: { on: 2026-01-15, how: by mail, to: [sales] }',
  'mandate: { kind: law, reference: a paragraph, review_by: 2027-01-01 }',
];

function manyFiles(): Record<string, string> {
  return Object.fromEntries(Array.from({ length: MANY }, (_, number) => [`p/p${number}.yaml`, processFile(number)]));
}

/** What may happen to a folder between two runs. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('answer'), number: fc.nat(MANY - 1), answer: fc.constantFrom('yes', 'no', 'partly') }),
  fc.record({ kind: fc.constant('break'), number: fc.nat(MANY - 1) }),
  fc.record({ kind: fc.constant('remove'), number: fc.nat(MANY - 1) }),
  fc.record({ kind: fc.constant('evidence'), isThere: fc.boolean() }),
  fc.record({ kind: fc.constant('configure'), keepAt: fc.nat(100) }),
  fc.record({ kind: fc.constant('swap'), number: fc.nat(MANY - 2) }),
  fc.record({ kind: fc.constant('spoil'), byte: fc.nat() }),
  fc.record({ kind: fc.constant('day'), day: fc.constantFrom('2026-07-01', '2027-03-01') }),
  fc.record({ kind: fc.constant('nothing') }),
);

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T & Record<string, never> : never;

function apply(one: Edit, cwd: string, memory: string) {
  const file = (number: number) => join(cwd, 'p', `p${number}.yaml`);
  const { kind, number } = one as unknown as { kind: string; number: number };
  if (kind === 'answer') writeFileSync(file(number), processFile(number, one.answer));
  if (kind === 'break') writeFileSync(file(number), 'name: [');
  if (kind === 'remove') rmSync(file(number), { force: true });
  if (kind === 'swap') writeFileSync(file(number), processFile(number + 1));
  if (kind === 'configure') writeFileSync(join(cwd, 'audit.config.yaml'), `keep_at: ${one.keepAt}\n`);
  if (kind === 'evidence') {
    rmSync(join(cwd, 'p/note.md'), { force: true });
    if (one.isThere) writeFileSync(join(cwd, 'p/note.md'), 'seen');
  }
  if (kind === 'spoil') for (const name of readdirSync(memory)) writeFileSync(join(memory, name), `${one.byte}`);
}

describe('what is remembered', () => {
  test('never changes what a run says, whatever was changed between two runs', async () => {
    const property = fc.asyncProperty(
      fc.array(edit, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (edits, isSmall) => {
        const cwd = folderWith(Object.fromEntries(Object.entries(manyFiles()).slice(isSmall ? -5 : 0)));
        const memory = folderWith({});
        let today = '2026-07-01';
        for (const one of [{ kind: 'nothing' }, ...edits, { kind: 'nothing' }] as Edit[]) {
          apply(one, cwd, memory);
          if ((one as { kind: string }).kind === 'day') today = one.day as unknown as string;
          const fresh = await run(['p', '--no-cache'], { cwd, today });
          expect(await run(['p', '--cache-location', memory], { cwd, today })).toEqual(fresh);
        }
      },
    );
    await fc.assert(property, { numRuns: Number(process.env['RUNS'] ?? 8) });
  }, 120_000);

  test.each([MANY, 3])('is the whole answer when nothing has changed in %d files', async (files) => {
    const some = Object.fromEntries(Object.entries(manyFiles()).slice(0, files));
    const cwd = folderWith({ ...some, 'p/note.md': 'seen', 'audit.config.yaml': 'keep_at: 60\n' });
    const argv = ['p', '--cache-location', folderWith({}), '--timing'];
    const first = await run(argv, { cwd });
    const second = await run(argv, { cwd });
    expect(first.stderr).toContain(`${files} files found, 0 remembered, ${files + 1} parsed`);
    expect(second.stdout).toBe(first.stdout);
    expect(second.stderr).toContain(`${files} files found, none changed since the last run`);
    for (const [file, text] of [
      ['audit.config.yaml', 'keep_at: 70\n'],
      ['p/p1.yaml', processFile(1, 'no')],
      ['p/another.yaml', processFile(0)],
    ] as const) {
      writeFileSync(join(cwd, file), text);
      expect((await run(argv, { cwd })).stderr).not.toContain('none changed');
      expect((await run(argv, { cwd })).stderr).toContain('none changed');
    }
    rmSync(join(cwd, 'p/note.md'));
    expect((await run(argv, { cwd })).stderr).not.toContain('none changed');
  });
});

describe('a file of many documents', () => {
  const document = (at: number) =>
    `id: d-${at}\nname: D ${at}\nwaiver: { reason: x, approved_by: y, until: 2026-12-31 }\nuntil: 2026-01-01\n`;

  test.each([20, 300])('is not parsed again for each of %d that is looked at', async (documents) => {
    const many = Array.from({ length: documents }, (_, at) => document(at)).join('---\n');
    const cwd = folderWith({ ...manyFiles(), 'p/many.yaml': many });
    const argv = ['p', '--cache-location', folderWith({})];
    await run(argv, { cwd });
    const parse = vi.spyOn(JSON, 'parse');
    const { stdout } = await run([...argv, '-q'], { cwd });
    const whole = parse.mock.calls.filter(([json]) => String(json).includes('"D 19"')).length;
    parse.mockRestore();
    expect(stdout).toBe((await run(['p', '--no-cache', '-q'], { cwd })).stdout);
    expect(whole).toBeGreaterThan(0);
    expect(whole).toBeLessThan(5);
  });
});

test.each([[[]], [['-v']], [['-f', 'json']]])(
  'a cache changes not a byte of the report, bad files and later changes included (%s)',
  async (flags: string[]) => {
    const cwd = folderWith({
      ...manyFiles(),
      'p/bad.yaml': 'name: [',
      'p/p7.yaml': 'nmae: x',
      'p/p8.yaml': '\ufeff',
    });
    const memory = folderWith({});
    const fresh = await run(['p', ...flags, '--no-cache'], { cwd });
    expect(fresh.exit).toBe(2);
    for (let times = 0; times < 2; times++)
      expect(await run(['p', ...flags, '--cache-location', memory], { cwd })).toEqual(fresh);
    writeFileSync(join(cwd, 'p/p3.yaml'), processFile(3, 'no'));
    rmSync(join(cwd, 'p/p4.yaml'));
    chmodSync(join(cwd, 'p/p5.yaml'), 0o000);
    const changed = await run(['p', ...flags, '--no-cache'], { cwd });
    expect(await run(['p', ...flags, '--cache-location', memory], { cwd })).toEqual(changed);
  },
);
