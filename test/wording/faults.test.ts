import { describe, expect, test } from 'vitest';
import { type Fault, type Problem, problem, type SaveFault, startOf } from '../../src/problem.js';
import { toReportedProblems } from '../../src/report/build/problem.js';
import type { Advice, Rule } from '../../src/schema/rule.js';
import type { Issue } from '../../src/schema/validate.js';
import type { WithKey } from '../../src/util/with-key.js';
import { english } from '../../src/wording/en/index.js';
import { faultWords, saveFaultText } from '../../src/wording/faults.js';

/** One of each, so that a key without words, or without an example here, does not compile. */
type OneOfEach<Union extends { readonly key: string }> = { readonly [Key in Union['key']]: WithKey<Union, Key> };

const why = { errno: 'EACCES', said: 'EACCES: permission denied, open' };
const missingName: Issue = {
  code: 'missing-key',
  path: ['name'],
  isKey: false,
  rule: { key: 'text' },
  isConditional: false,
};

const FAULTS: OneOfEach<Fault> = {
  'no-such-path': { key: 'no-such-path' },
  'no-such-configuration': { key: 'no-such-configuration' },
  'empty-folder': { key: 'empty-folder' },
  'no-match': { key: 'no-match' },
  'long-glob': { key: 'long-glob', most: 4096 },
  'many-wildcards': { key: 'many-wildcards', most: 4 },
  unreadable: { key: 'unreadable', why },
  'unreadable-folder': { key: 'unreadable-folder', why },
  'too-large': { key: 'too-large', bytes: 11, most: 10 },
  'utf-16': { key: 'utf-16' },
  'not-utf-8': { key: 'not-utf-8' },
  syntax: { key: 'syntax', code: 'TAB_AS_INDENT', said: 'Tabs are not allowed' },
  'duplicate-key': { key: 'duplicate-key', name: 'a' },
  'missing-anchor': { key: 'missing-anchor', name: 'a' },
  'circular-alias': { key: 'circular-alias', name: 'a' },
  'lone-surrogate': { key: 'lone-surrogate' },
  'nul-character': { key: 'nul-character' },
  'deep-nesting': { key: 'deep-nesting', most: 64 },
  'many-values': { key: 'many-values', most: 10_000 },
  'many-aliases': { key: 'many-aliases', most: 1000 },
  'many-copies': { key: 'many-copies', most: 100 },
  'many-documents': { key: 'many-documents', most: 1000 },
  'many-marks': { key: 'many-marks', most: 2000 },
  'no-process': { key: 'no-process' },
  'bad-file-name': { key: 'bad-file-name', id: 'Weekly report' },
  'duplicate-id': { key: 'duplicate-id', id: 'a', first: startOf('a.yaml') },
  'more-in-document': { key: 'more-in-document', more: 2 },
  'more-in-file': { key: 'more-in-file', more: 2 },
  'several-configurations': { key: 'several-configurations' },
  'several-baselines': { key: 'several-baselines' },
  'stray-line': { key: 'stray-line' },
  'long-waiver': { key: 'long-waiver', until: '2027-01-01', latest: '2026-12-01', granted: '2026-06-01' },
  'markdown-sheet': { key: 'markdown-sheet' },
  'no-sheet': { key: 'no-sheet' },
  'no-answer': { key: 'no-answer' },
  'why-without-answer': { key: 'why-without-answer' },
  'cut-off-why': { key: 'cut-off-why' },
  'unknown-process': { key: 'unknown-process', id: 'aa', meant: 'a' },
  'unknown-role': { key: 'unknown-role', role: 'finence', meant: 'finance' },
  'no-evidence': { key: 'no-evidence', evidence: 'a.md', from: '/processes' },
  'future-day': { key: 'future-day', on: '2026-07-02', asOf: '2026-07-01' },
  'sheet-not-saved': { key: 'sheet-not-saved', file: 'a.yaml', why: { key: 'read-only' }, kept: [] },
  issue: { key: 'issue', issue: missingName },
};

/** What a parameter that may be left out changes. */
const OTHER_FAULTS: readonly Fault[] = [
  { key: 'too-large', most: 10 },
  { key: 'more-in-document', more: 1 },
  { key: 'long-waiver', until: '2027-01-01', latest: '2026-12-01' },
  { key: 'unknown-process', id: 'aa' },
  { key: 'unknown-role', role: 'finence' },
  { key: 'sheet-not-saved', file: 'a.yaml', why: { key: 'system', why }, kept: ['b.yaml'] },
  { key: 'unreadable', why: { errno: 'EXDEV', said: 'EXDEV: cross-device link' } },
  { key: 'syntax', code: 'MULTIPLE_TAGS', said: 'A node can have at most one tag' },
];

const SAVE_FAULTS: OneOfEach<SaveFault> = {
  'in-use': { key: 'in-use' },
  'read-only': { key: 'read-only' },
  'changed-meanwhile': { key: 'changed-meanwhile' },
  'too-large-then': { key: 'too-large-then', most: 10 },
  system: { key: 'system', why },
  'unreadable-now': { key: 'unreadable-now', fault: FAULTS['utf-16'] },
  'lone-surrogate-in-answer': { key: 'lone-surrogate-in-answer' },
  'invalid-yaml': { key: 'invalid-yaml' },
  'behind-alias': { key: 'behind-alias' },
  'no-safe-place': { key: 'no-safe-place' },
  'process-gone': { key: 'process-gone', id: 'a' },
  'invalid-then': { key: 'invalid-then', fault: FAULTS['nul-character'] },
};

const RULES: OneOfEach<Rule> = {
  text: { key: 'text' },
  'not-empty': { key: 'not-empty' },
  'list-of-text': { key: 'list-of-text' },
  'not-an-empty-list': { key: 'not-an-empty-list' },
  day: { key: 'day' },
  'real-day': { key: 'real-day' },
  cadence: { key: 'cadence' },
  'length-of-time': { key: 'length-of-time' },
  number: { key: 'number' },
  'above-zero': { key: 'above-zero' },
  'whole-number': { key: 'whole-number' },
  'not-below-zero': { key: 'not-below-zero' },
  boolean: { key: 'boolean' },
  mapping: { key: 'mapping' },
  id: { key: 'id' },
  minutes: { key: 'minutes' },
  'low-before-high': { key: 'low-before-high' },
  target: { key: 'target' },
  'mapping-of-text': { key: 'mapping-of-text' },
  'list-of-demands': { key: 'list-of-demands' },
  'list-of-kpis': { key: 'list-of-kpis' },
  'list-of-ids': { key: 'list-of-ids' },
  'path-or-paths': { key: 'path-or-paths' },
  'list-of-word-groups': { key: 'list-of-word-groups' },
  'people-by-role': { key: 'people-by-role' },
  'hours-by-owner': { key: 'hours-by-owner' },
  'hours-or-limits': { key: 'hours-or-limits' },
  'answers-by-process': { key: 'answers-by-process' },
  'reason-for-not-applicable': { key: 'reason-for-not-applicable' },
  'until-not-before-granted': { key: 'until-not-before-granted' },
  'end-of-trial': { key: 'end-of-trial' },
  'facts-of-retired': { key: 'facts-of-retired' },
  'not-retired': { key: 'not-retired' },
  'some-weight': { key: 'some-weight' },
  'some-working-day': { key: 'some-working-day' },
  other: { key: 'other' },
  choice: { key: 'choice', choices: ['a', 'b'], orKeys: ['kind'], orNothing: true },
  'at-most': { key: 'at-most', most: 5 },
  'at-least': { key: 'at-least', least: 1 },
  between: { key: 'between', low: 0, high: 100 },
  exactly: { key: 'exactly', value: 1 },
  'mapping-with': { key: 'mapping-with', keys: ['a', 'b'] },
  'list-of-mappings': { key: 'list-of-mappings', keys: ['a', 'b'] },
  'text-or-mapping': { key: 'text-or-mapping', keys: ['a', 'b'] },
  voices: { key: 'voices', answers: ['yes', 'no'] },
};

const ADVICE: OneOfEach<Advice> = {
  'fill-in': { key: 'fill-in' },
  'not-applicable-with-why': { key: 'not-applicable-with-why' },
  'always-applies': { key: 'always-applies' },
  meant: { key: 'meant', meant: 'a' },
  'in-quotes': { key: 'in-quotes', text: '5' },
  'as-list': { key: 'as-list', items: ['a', 'b'], isCut: true },
};

/** One line that says something, in which every parameter has found its place. */
function expectWords(text: string): void {
  expect(text).toMatch(/\p{L}{2,}/u);
  expect(text).not.toMatch(/\n|undefined|null|NaN|\[object|\$\{|=>|^\s|\s$| {2}/);
}

describe('whatever can be wrong with input is said in one line, and so is what to do about it', () => {
  test.each([...Object.values(FAULTS), ...OTHER_FAULTS])('a problem of the kind $key', (fault) => {
    const { message, hint } = faultWords(fault, english);
    expectWords(message);
    if (hint !== undefined) expectWords(hint);
  });

  test.each(Object.values(SAVE_FAULTS))('an answer that cannot be saved: $key', (fault) => {
    expectWords(saveFaultText(fault, english));
  });

  test.each(Object.values(RULES))('a value that breaks the rule $key', (rule) => {
    const at = { path: ['a', 0, 'b'], isKey: false, rule } as const;
    const advice = Object.values(ADVICE);
    const issues: readonly Issue[] = [
      { ...at, code: 'missing-key', isConditional: true },
      { ...at, code: 'missing-key', isConditional: false },
      { ...at, code: 'invalid-value', found: { kind: 'value', written: '"x"' }, advice },
      { ...at, path: [], code: 'invalid-value', found: { kind: 'empty-list' }, advice: [] },
    ];
    for (const issue of issues) expectWords(english.schema.issue(issue));
  });

  test.each(Object.entries(english.problems.syntax))('a YAML error with the code %s', (_, { message, hint }) => {
    expectWords(message);
    if (hint !== undefined) expectWords(hint);
  });

  test.each(Object.entries(english.problems.system))('an error of the system with the code %s', (_, text) => {
    expectWords(text);
  });
});

test('a code without words of ours is quoted as the system or the YAML library says it', () => {
  const system = { errno: 'EXDEV', said: 'EXDEV: cross-device link' };
  expect(faultWords({ key: 'unreadable', why: system }, english).message).toBe(
    'cannot be read: EXDEV: cross-device link',
  );
  const syntax = { key: 'syntax', code: 'toString', said: 'A node can have at most one tag' } as const;
  expect(faultWords(syntax, english)).toEqual({ message: 'A node can have at most one tag' });
});

test('one is singular: 1 more mistake, 2 more mistakes', () => {
  expect(faultWords({ key: 'more-in-file', more: 1 }, english).message).toBe('1 more mistake in this file');
  expect(faultWords({ key: 'more-in-file', more: 2 }, english).message).toBe('2 more mistakes in this file');
});

test('a problem is reported as its code, its place and its words; what to do about a baseline goes before the rest', () => {
  const place = { file: 'audit-baseline.yaml', line: 3, column: 1 };
  const own = problem(place, { key: 'duplicate-key', name: 'a' });
  const mendable: Problem = { ...own, remedy: 'mend-baseline' };
  expect(toReportedProblems([own, mendable], english)).toEqual([
    {
      code: 'yaml',
      place,
      message: 'the key "a" is there twice',
      hint: 'keep one of the two; for several values write a list',
    },
    { code: 'yaml', place, message: 'the key "a" is there twice', hint: english.problems.remedies['mend-baseline'] },
  ]);
});
