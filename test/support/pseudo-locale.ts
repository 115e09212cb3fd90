import type { Words } from '../../src/wording/words/words.js';

/**
 * A language for tests: English with an accent on every letter and a third longer. What shows without an accent did not come from
 * `wording/`; what does not fit shows too.
 */
export function pseudoLocale(words: Words): Words {
  return {
    ...(disguised(words) as Words),
    language: 'en-XA',
    grammar: { ...words.grammar, list: (items) => items.join(' ⊕ ') },
  };
}

function disguised(value: unknown): unknown {
  if (typeof value === 'string') return accented(value);
  if (typeof value === 'function') return (...given: unknown[]) => disguised(value(...given));
  if (Array.isArray(value)) return value.map(disguised);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, disguised(inner)]));
  return value;
}

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀćďéƒğĥíĵķĺɱńóƥɋŕšţúṽŵẋýžÁƁĆĎÉƑĞĤÍĴĶĹṀŃÓƤɊŔŠŢÚṼŴẊÝŽ';
const letters = new Map([...PLAIN].map((letter, index) => [letter, [...ACCENTED][index]!]));

function accented(text: string): string {
  if (!/[a-z]/i.test(text)) return text;
  const other = [...text].map((character) => letters.get(character) ?? character).join('');
  return `${other}${'·'.repeat(Math.ceil(text.length / 3))}`;
}

/** Words in Latin letters without an accent: two letters or more in a row. */
export function plainWords(text: string): string[] {
  return [...new Set(text.match(/(?<![\p{L}\p{M}])[A-Za-z]{2,}(?![\p{L}\p{M}])/gu) ?? [])].sort();
}
