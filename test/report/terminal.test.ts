import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { describe, expect, test } from 'vitest';
import { forTerminal } from '../../src/report/view/escape.js';
import { hang, toColumns } from '../../src/report/view/layout.js';
import { hours, list, points, sentence, thousands } from '../../src/wording/en/grammar.js';
import { folderWith, run } from '../support/fake-io.js';

const NAMES = [
  'Plain',
  'Еженедельный отчёт о воронке продаж для финансового отдела',
  '每周销售管道报告给财务部门的非常长的名字必须截断',
  '👩‍💼 Deal 🚀 desk 🇩🇪',
  'Zalgo ȩ̷́ ńàm̈ȇ',
  'A name that is very long indeed and does not stop where the column ends',
];

describe('rows', () => {
  test('stand in line whatever the script of the names', async () => {
    const files = Object.fromEntries(
      NAMES.map((name, index) => [`processes/p${index}.yaml`, `name: "${name}"\nowner: "${name}"\n`]),
    );
    for (const columns of [undefined, 80, 100, 200]) {
      const options = { cwd: folderWith(files), env: { NO_COLOR: '1' }, ...(columns && { columns }) };
      const { stdout } = await run([], options);
      const rows = stdout.split('\n').filter((line) => line.includes('? - ? ? ? ? - ?'));
      expect(rows).toHaveLength(NAMES.length);
      const starts = rows.map((row) => stringWidth(row.slice(0, row.indexOf('? - ?'))));
      expect(new Set(starts).size).toBe(1);
      const widest = Math.max(...stdout.split('\n').map((line) => stringWidth(line)));
      expect(widest).toBeLessThanOrEqual(Math.min(columns ?? 80, 120));
    }
  });

  test('show no number cut', async () => {
    const effort = 'effort: { minutes: [1225, 18380], every: week, people: 400 }';
    const cwd = folderWith({ 'processes/a.yaml': `name: A\nowner: ${'x'.repeat(60)}\n${effort}\n` });
    expect((await run([], { cwd })).stdout).toContain('375,667-5,636,533');
  });
});

describe('text from files', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
    ['a\nb\tc\r\nd', 'a b c d'],
    ['\u202Egnirts\u202C', '\\u{202e}gnirts\\u{202c}'],
    ['\u0007\u009b', '\\u{7}\\u{9b}'],
    ['lone \ud800 surrogate', 'lone \\u{d800} surrogate'],
    ['👩‍💼 é 管', '👩‍💼 é 管'],
  ])('%j cannot steer a terminal', (text, expected) => {
    expect(forTerminal(text)).toBe(expected);
  });

  test('never reaches the terminal raw, wherever it stands in a file', async () => {
    const evil = '"\\e]0;title\\a\\e[2Jx\\u202Ey"';
    const file = `name: ${evil}
summary: ${evil}
owner: ${evil}
purpose: ${evil}
beneficiaries: [${evil}]
demands: [{ what: ${evil}, used_by: [${evil}], already_in: ${evil} }]
explained: { on: 2026-01-01, to: [${evil}] }
enforcement: { kind: warning, note: ${evil} }
forecast: { set_by: [${evil}] }
mandate: { kind: law, reference: ${evil}, review_by: 2020-01-01 }
waiver: { reason: ${evil}, approved_by: ${evil}, until: 2030-01-01, ticket: ${evil} }
answers:
  value: { answer: no, why: ${evil}, by: ${evil}, evidence: [${evil}] }
  necessity: [{ answer: no, why: ${evil}, by: ${evil} }]
`;
    const cwd = folderWith({
      'processes/evil.yaml': file,
      'processes/bad.yaml': `name: x\n? ${evil}\n: 1\nstatus: ${evil}\n`,
    });
    for (const argv of [['-v'], ['show', 'evil'], ['nowhere\u001b[2J']]) {
      const { stdout, stderr } = await run(argv, { cwd });
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });
});

describe('layout', () => {
  test('toColumns counts columns, not characters, and cuts whole characters', () => {
    expect(toColumns('管道', 5)).toBe('管道 ');
    expect(toColumns('管道报告', 5)).toBe('管道…');
    expect(stringWidth(toColumns('👩‍💼👩‍💼👩‍💼', 4))).toBe(4);
    expect(toColumns('12', 4, 'right')).toBe('  12');
  });

  test('hang indents what follows the first line, and breaks what has no blanks', () => {
    expect(hang('  ask ', 'one two three four five', 26)).toBe('  ask one two three four\n      five');
    expect(hang('', 'x'.repeat(50), 20).split('\n')).toEqual(['x'.repeat(20), 'x'.repeat(20), 'x'.repeat(10)]);
  });
});

test('plain words are broken as the library breaks them', () => {
  const word = fc.stringMatching(/^[a-z.,"()-]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 20, max: 80 }), (words, columns) => {
      const text = words.join(' ');
      expect(hang('', text, columns)).toBe(wrapAnsi(text, columns, { hard: true }));
    }),
  );
});

describe('phrases', () => {
  test('numbers look the same in every locale', () => {
    expect([thousands(999), thousands(1000), thousands(1234567.8)]).toEqual(['999', '1,000', '1,234,568']);
    expect([hours({ low: 0.25, high: 0.25 }), hours({ low: 9.96, high: 20 })]).toEqual(['0.3', '10-20']);
  });

  test('points are rounded down, so that they compare with the limit as the score does', () => {
    expect([points({ low: 32.99, high: 32.99 }), points({ low: 0, high: 100 })]).toEqual(['32', '0-100']);
  });

  test('lists and sentences read as such', () => {
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'], 'or')]).toEqual([
      '',
      'a',
      'a and b',
      'a, b or c',
    ]);
    expect([sentence('it is'), sentence('Is it?')]).toEqual(['It is.', 'Is it?']);
  });
});
