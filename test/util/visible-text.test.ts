import { expect, test } from 'vitest';
import { skeletonOf, visibleText } from '../../src/util/visible-text.js';

test.each([
  ['a zero-width space', '\u200b'],
  ['a zero-width joiner', '\u200d'],
  ['a word joiner', '\u2060'],
  ['a soft hyphen', '\u00ad'],
  ['a byte order mark', '\ufeff'],
  ['a Hangul filler', '\u3164'],
  ['a half-width Hangul filler', '\uffa0'],
  ['a Hangul choseong filler', '\u115f'],
  ['a Khmer inherent vowel', '\u17b4'],
  ['a Mongolian vowel separator', '\u180e'],
  ['a Braille blank', '\u2800'],
  ['a variation selector', '\ufe0f'],
  ['a tag', '\u{e0041}'],
  ['a direction override', '\u202e'],
  ['a musical null note head', '\u{1d159}'],
  ['an object replacement character', '\ufffc'],
  ['a private letter', '\ue000'],
  ['a noncharacter', '\uffff'],
  ['a lone surrogate', '\ud800'],
])('%s is not visible', (_, character) => {
  expect(visibleText(character)).toBe('');
  expect(visibleText(`a${character}b`)).toBe('ab');
});

test.each(['plain', 'größe', 'Δοκιμή', 'отчёт', '報告', 'مرحبا', '👍', 'नमस्ते', 'a b', '1', '€', 'e\u0301'])(
  'the visible text "%s" is left as it is',
  (text) => {
    expect(visibleText(text)).toBe(text);
  },
);

test('a line break between words becomes a space', () => {
  expect(visibleText('a\nb')).toBe('a b');
});

test.each([
  ['finance', 'fіnаnсе', 'Cyrillic i, a, c and e'],
  ['finance', 'FІNАNСЕ', 'Cyrillic capitals'],
  ['finance', 'finαnce', 'a Greek alpha'],
  ['finance', 'FIΝANCE', 'a Greek capital nu'],
  ['finance', 'ﬁnance', 'a ligature'],
  ['finance', 'ｆｉｎａｎｃｅ', 'full-width letters'],
  ['finance', '𝐟inance', 'a mathematical letter'],
  ['finance', 'fin\u200bance', 'a zero-width space'],
  ['finance', 'fin\u00adance', 'a soft hyphen'],
  ['finance', ' Finance. ', 'case, blanks and a full stop'],
  ['finance', 'finance\u3164', 'a filler at the end'],
  ['Café', 'Cafe\u0301', 'a decomposed accent'],
  ['Отчёт', 'отче\u0308т', 'a decomposed accent in Cyrillic'],
  ['ΔΙΕΥΘΥΝΣΗ', 'διευθυνση', 'Greek in both cases'],
  ['Продажи', 'ПРОДАЖИ', 'Cyrillic in both cases'],
])('"%s" and "%s" are compared as the same: %s', (one, other) => {
  expect(skeletonOf(one)).toBe(skeletonOf(other));
});

test.each([
  ['finance', 'finances'],
  ['sales', 'sale'],
  ['Müller', 'Muller'],
  ['отдел продаж', 'отдел закупок'],
  ['region 1', 'region 2'],
])('"%s" and "%s" are compared as different', (one, other) => {
  expect(skeletonOf(one)).not.toBe(skeletonOf(other));
});
