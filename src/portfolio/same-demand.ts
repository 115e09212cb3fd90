import type { Demand } from '../sales-process/schema.js';

/**
 * How two demands are known to ask for the same thing. The same CRM field is certain. Texts are compared by their words, ignoring case,
 * punctuation, word order, plurals, inflection and filler words; synonyms count as one word.
 */
export interface Sameness {
  readonly how: 'field' | 'text' | 'words';
  /** Share of the words in common (Dice coefficient), 0 to 1; 1 for the same field or the same words. */
  readonly share: number;
}

/** A demand in the form in which it is compared. */
export interface ComparedDemand {
  readonly field: string | undefined;
  /** Stems of its words, sorted, without repeats. */
  readonly stems: readonly string[];
}

/** The least share of words in common for two texts to count as the same; fitted to test/portfolio/demand-pairs.yaml, not validated on other data. */
export const ENOUGH_IN_COMMON = 0.75;

/** Groups of words that mean the same; a company adds its own (`synonyms` in the configuration). */
const COMMON_SYNONYMS: readonly (readonly string[])[] = [
  ['customer', 'client', 'buyer'],
  ['opportunity', 'deal'],
  ['amount', 'value', 'sum', 'volume'],
  ['company', 'firm', 'organisation', 'organization'],
  ['closing', 'close'],
  ['expected', 'estimated', 'forecast', 'forecasted', 'likely'],
  ['reason', 'cause', 'why'],
  ['phone', 'telephone'],
  ['email', 'mail'],
  ['contact', 'person'],
  ['lost', 'loss', 'lose'],
  ['competitor', 'competition', 'rival'],
  ['next', 'following'],
  ['step', 'action'],
];

/** Filler words in English, German and Russian. */
const FILLERS = new Set(
  (
    'a an the of and or with in for on to per by at from as is are was were be it its this that these those every each all any ' +
    'who what which how when where please enter fill give current der die das des dem den ein eine einer eines und oder mit im in ' +
    'für von zu pro bei aus als jede jeder jedes alle welche wann wer wie и или с в во на по для из от о об к у за все каждый каждая как когда кто что'
  ).split(' '),
);

/** Brings a demand into the form in which it is compared. */
export type Comparison = (demand: Pick<Demand, 'what' | 'field'>) => ComparedDemand;

/** A comparison that knows the company's own groups of synonyms besides the common ones. */
export function comparisonWith(synonyms: readonly (readonly string[])[] = []): Comparison {
  const oneFor = new Map<string, string>();
  for (const group of [...COMMON_SYNONYMS, ...synonyms]) {
    const stems = group.flatMap((word) => wordsOf(word).map(stemOf));
    const known = stems.map((stem) => oneFor.get(stem)).find((stem) => stem !== undefined) ?? stems[0]!;
    for (const stem of stems) oneFor.set(stem, known);
  }
  // The same words come up again and again.
  const known = new Map<string, string>();
  const stemIn = (word: string) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const own = stemOf(word);
    const stem = oneFor.get(own) ?? own;
    known.set(word, stem);
    return stem;
  };
  const stemsIn = (what: string) => {
    const words = wordsOf(what);
    const telling = words.filter((word) => !FILLERS.has(word));
    const stems = (telling.length > 0 ? telling : words).map(stemIn).sort();
    return stems.filter((stem, index) => stem !== stems[index - 1]).slice();
  };
  return ({ what, field }) => ({
    field: field?.trim().toLowerCase(),
    stems: stemsIn(what),
  });
}

/** Compares two demands; `undefined` if they ask for different things. */
export function samenessOf(a: ComparedDemand, b: ComparedDemand): Sameness | undefined {
  if (a.field !== undefined && a.field === b.field) return { how: 'field', share: 1 };
  const all = a.stems.length + b.stems.length;
  // Too different in length, even if the longer contained all of the shorter.
  if (2 * Math.min(a.stems.length, b.stems.length) < ENOUGH_IN_COMMON * all || all === 0) return undefined;
  const share = (2 * commonIn(a.stems, b.stems)) / all;
  if (share === 1) return { how: 'text', share };
  return share >= ENOUGH_IN_COMMON ? { how: 'words', share } : undefined;
}

/** How many values two sorted lists have in common. */
function commonIn(a: readonly string[], b: readonly string[]): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common;
}

function wordsOf(text: string): string[] {
  const plain = text.toLowerCase();
  // Unicode tables take a while to load, and most texts don't need them.
  if (/^[\x20-\x7e]*$/.test(plain))
    return (plain.includes("'") ? plain.replace(/'s\b/g, '') : plain).match(/[a-z0-9]+/g) ?? [];
  return (
    plain
      .normalize('NFKC')
      .replace(/['’]s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Removes English plurals by rule. In other scripts, cuts off the ending, which is what inflection changes. */
function stemOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return englishStemOf(word);
  if (!/^\p{L}+$/u.test(word) || word.length < 5) return word;
  return word.slice(0, word.length < 6 ? -1 : -2);
}

function englishStemOf(word: string): string {
  if (word.length < 4 || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  // "expense" must lose its e, because its plural has.
  if (/(?:s|x|z|ch|sh)e$/.test(word)) return word.slice(0, -1);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
