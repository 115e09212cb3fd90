import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { MOST_VALUES } from '../../src/files/limits.js';
import { addVoice, type WrittenVoice } from '../../src/interview/insert-voice.js';
import { questionIds } from '../../src/questions/index.js';
import { saysSomething } from '../../src/schema/says-something.js';
import { english } from '../../src/wording/en/index.js';
import { saveFaultText } from '../../src/wording/faults.js';
import { processFile } from '../support/generate.js';

const VOICE: WrittenVoice = { answer: 'yes', why: 'it helps', by: 'rep', on: '2026-07-01' };
const TARGET = { id: 'x', defaultId: 'x', question: 'value' };

function add(text: string, voice: WrittenVoice = VOICE, target = TARGET, before?: WrittenVoice): string {
  const added = addVoice(text, target, voice, before);
  if ('refused' in added) throw new Error(added.refused.key);
  return added.text;
}

/** Why a voice is not added, in words. */
function refusal(text: string, voice: WrittenVoice = VOICE): string {
  const added = addVoice(text, TARGET, voice);
  return 'refused' in added ? saveFaultText(added.refused, english) : '';
}

const ITEM = '    - answer: yes\n      why: it helps\n      by: rep\n      on: 2026-07-01\n';
const SINGLE = '    answer: yes\n    why: it helps\n    by: rep\n    on: 2026-07-01\n';
const FLOW = '{ answer: yes, why: it helps, by: rep, on: 2026-07-01 }';

describe('adding a voice', () => {
  test.each([
    ['no answers yet', 'name: X # mine\n\n# end\n', `name: X # mine\nanswers:\n  value:\n${SINGLE}\n# end\n`],
    ['no line end at the end', 'name: X', `name: X\nanswers:\n  value:\n${SINGLE}`],
    [
      'empty answers with a comment',
      'name: X\nanswers: # later\nowner: y\n',
      `name: X\nanswers: # later\n  value:\n${SINGLE}owner: y\n`,
    ],
    ['empty braces', 'name: X\nanswers: {}\nowner: y\n', `name: X\nanswers:\n  value:\n${SINGLE}owner: y\n`],
    [
      'other questions answered',
      'answers:\n  trust: no # bad\n\nname: X\n',
      `answers:\n  trust: no # bad\n  value:\n${SINGLE}\nname: X\n`,
    ],
    [
      'a one-word answer',
      'name: X\nanswers:\n  value: no   # why not\n',
      `name: X\nanswers:\n  value:\n    - no   # why not\n${ITEM}`,
    ],
    [
      'an answer in braces',
      'name: X\nanswers:\n  value: {answer: no,   by: cfo}\n',
      `name: X\nanswers:\n  value:\n    - {answer: no,   by: cfo}\n${ITEM}`,
    ],
    [
      'an answer in a block, with a text block and a comment in it',
      "name: X\nanswers:\n  value:\n    # c\n    answer: 'no'\n    why: |\n      a\n\n      b\n  trust: yes\n",
      `name: X\nanswers:\n  value:\n    # c\n    - answer: 'no'\n      why: |\n        a\n\n        b\n${ITEM}  trust: yes\n`,
    ],
    [
      'a list',
      'name: X\nanswers:\n  value:\n    - no # one\n\n# end\n',
      `name: X\nanswers:\n  value:\n    - no # one\n${ITEM}\n# end\n`,
    ],
    [
      'a list in brackets',
      'name: X\nanswers:\n  value: [no, partly] # two\n',
      `name: X\nanswers:\n  value: [no, partly, ${FLOW}] # two\n`,
    ],
    ['all in braces', 'name: X\nanswers: {trust: no}\n', `name: X\nanswers: {trust: no, value: ${FLOW}}\n`],
  ])('a voice is added and nothing else changes in a file with %s', (_, before, after) => {
    expect(add(before)).toBe(after);
  });

  test('a JSON file stays JSON when a voice is added', () => {
    const text = add('{"name": "X", "answers": {"value": "no"}}\n');
    expect(JSON.parse(text).answers.value).toEqual(['no', VOICE]);
  });

  test('line endings and other documents in the file stay as they are', () => {
    expect(add('name: X\r\nowner: y\r\n')).toMatch(/^(?:[^\r\n]*\r\n)+$/);
    const text = 'id: a\nname: A # a\n---\nid: x\nname: X\n---\n# b\nid: b\nname: B\n';
    const added = add(text);
    expect(added).toBe(text.replace('name: X\n', `name: X\nanswers:\n  value:\n${SINGLE}`));
  });
});

describe('what a file may not hold', () => {
  test.each([
    ['a reason that is only dots', { why: '...' }],
    ['a pseudonym that is only spaces', { who: '  ' }],
    ['a role that is only dashes', { by: '--' }],
    ['evidence that is only dots', { evidence: ['…'] }],
    ['a NUL character', { why: 'a\0b' }],
  ])('a voice is refused for %s', (_, said) => {
    expect(refusal('name: X\n', { ...VOICE, ...said })).toContain('could no longer be judged');
  });

  test('a voice is refused if the document would hold too many values', () => {
    const text = (count: number) => `name: X\nx-a: [${'1, '.repeat(count)}1]\n`;
    expect(add(text(MOST_VALUES - 20))).toContain('it helps');
    expect(refusal(text(MOST_VALUES - 5))).toContain(`more than ${MOST_VALUES} values`);
  });

  test('a mistake in another process of the same file does not keep a voice out', () => {
    const text = 'id: x\nname: X\n---\nid: b\nnaem: B\n';
    expect(add(text)).toContain('it helps');
  });
});

describe("a speaker's own answer", () => {
  const before: WrittenVoice = { answer: 'no', by: 'rep', on: '2026-07-01' };
  const said = (who: string) =>
    `name: X\nanswers:\n  value:\n    - {answer: no, by: rep, who: ${who}, on: 2026-01-01}\n`;

  test('an answer from the same session is replaced', () => {
    const list = 'name: X\nanswers:\n  value:\n    - {answer: no, by: rep, on: 2026-07-01}\n    - yes # other\n';
    expect(add(list, VOICE, TARGET, before)).toBe(`name: X\nanswers:\n  value:\n    - ${FLOW}\n    - yes # other\n`);
    const single = 'name: X\nanswers:\n  value:\n    answer: no # old\n    by: rep\n    on: 2026-07-01\n# tail\n';
    expect(add(single, VOICE, TARGET, before)).toBe(`name: X\nanswers:\n  value:\n${SINGLE}# tail\n`);
  });

  test("without a pseudonym, an earlier answer may be a colleague's, so both stay", () => {
    const text = add('name: X\nanswers:\n  value:\n    - {answer: no, by: rep, on: 2026-07-01}\n');
    expect(text).toContain('{answer: no, by: rep, on: 2026-07-01}');
    expect(text).toContain('why: it helps');
  });

  test('an answer with the same pseudonym is replaced whatever its day, and one with another pseudonym is not', () => {
    const voice = { ...VOICE, who: 'r1' };
    expect(add(said('r1'), voice)).not.toContain('2026-01-01');
    expect(add(said('r2'), voice)).toContain('2026-01-01');
  });

  test('an identical answer is not written twice', () => {
    const once = add('name: X\n');
    expect(add(once)).toBe(once);
  });
});

describe('what cannot be written safely', () => {
  test.each([
    ['name: [', VOICE, 'the file is no longer valid YAML'],
    ['name: Y\nid: other\n', VOICE, 'the file no longer describes the process "x"'],
    ['name: X\nx-a: &a {value: no}\nanswers: *a\n', VOICE, 'the answers are behind an alias (*name); write them out'],
    [
      'name: X\nanswers: &a\n  value: no\nx-b: *a\n',
      VOICE,
      'the layout of the file leaves no safe place for the answer',
    ],
    [
      'name: X\n',
      { ...VOICE, why: 'half \ud83d' },
      'the text holds half of a character (a lone surrogate), which no file can store',
    ],
  ])('a voice that cannot be added safely to %j is refused with a reason', (text, voice, refused) => {
    expect(refusal(text, voice)).toBe(refused);
  });
});

describe('for every file and every text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '- a',
      '# b',
      'a: b',
      '"',
      "'",
      '|',
      '> x',
      '*x',
      '&x',
      '!t',
      '@',
      '`',
      '%',
      '---',
      '...',
      'null',
      '~',
      'yes',
      '1e3',
      '0x1',
      '\u202ex',
      '\u0000',
      '\u0085',
      '\u2028',
      '\t',
      ' x ',
      'a\nb',
      'a\r\nb\n',
      '\uFEFF',
      '{}',
      '[',
      'x'.repeat(100_000),
    ),
  );

  /** What a file may hold; the prompts ask for nothing else. */
  const isFitToSay = (text: string) =>
    text === '' || (text.isWellFormed() && !text.includes('\0') && saysSomething(text));

  test('a voice added to any file reads back exactly, and so does everything the file said before', () => {
    fc.assert(
      fc.property(processFile, fc.constantFrom(...questionIds), hostile, hostile, (file, question, why, who) => {
        const before = stringify(file, { lineWidth: 80 });
        const voice = { ...VOICE, ...(why && { why }), ...(who && { who }) };
        const added = addVoice(before, { ...TARGET, question }, voice);
        if ('refused' in added) {
          expect([why, who].every(isFitToSay)).toBe(false);
          return;
        }
        const after = parseAllDocuments(added.text)[0]!.toJS();
        const said = [after.answers[question]].flat();
        expect(said).toContainEqual(voice);
        const others = { ...after.answers };
        delete others[question];
        const { [question]: _, ...othersBefore } = (file['answers'] ?? {}) as Record<string, unknown>;
        expect(others).toEqual(othersBefore);
        expect({ ...after, answers: undefined }).toEqual({ ...file, answers: undefined });
      }),
      { numRuns: 400 },
    );
  });
});
