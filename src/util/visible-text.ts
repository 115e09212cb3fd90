/**
 * Invisible characters: control and format characters, those Unicode says to ignore (zero-width characters, the soft hyphen, Hangul
 * fillers, tags), and those drawn as nothing although they count as symbols or letters (the Braille blank and others).
 */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}\u{13441}\u{13443}\ufffc]+/gu;

/** Text without invisible characters. White space stays; a run with a line break or tab becomes a space. */
export function visibleText(text: string): string {
  return PRINTABLE_ASCII.test(text) ? text : text.replace(INVISIBLE, (run) => (/[\t\n\r]/.test(run) ? ' ' : ''));
}

/** Nearly all text is, so it is checked first. */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/**
 * The form in which names of people, roles and departments are compared, so that names that look alike are the same. Follows the
 * confusable skeleton of Unicode Technical Standard 39, section 4, for Latin, Cyrillic and Greek letters, and ignores case, the encoding
 * of accents, invisible characters, and white space and punctuation at the ends.
 * Only for comparing: the result mixes scripts and is not for display.
 */
export function skeletonOf(text: string): string {
  const plain = visibleText(text).normalize('NFKD');
  if (PRINTABLE_ASCII.test(plain)) return withoutEnds(plain.toLowerCase());
  // Among Latin letters, a capital of another script stands for the Latin capital it looks like: the Greek "Ν" in "FIΝANCE" is an N,
  // not the "v" that its lower-case form looks like.
  const capitals = /[a-z]/i.test(plain) ? plain.replace(/\p{Lu}/gu, (letter) => CAPITALS[letter] ?? letter) : plain;
  const letters = capitals.toLowerCase().replace(/\p{L}/gu, (letter) => LETTERS[letter] ?? letter);
  return withoutEnds(letters.normalize('NFC'));
}

function withoutEnds(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && IS_END.test(text.charAt(start))) start++;
  while (end > start && IS_END.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const IS_END = /[\s\p{P}]/u;

/** Builds a table from pairs of a letter and the Latin letter it looks like. */
function lookalikes(...pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs.flatMap((line) => line.split(' ')).map((pair) => [...pair] as [string, string]));
}

const CAPITALS = lookalikes('Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx Ϲc Ϳj');

const LETTERS = lookalikes(
  // Cyrillic; upper and lower case look like the same Latin letter.
  'аa вb гr еe зэ кk мm нh оo пn рp сc тt уy хx ьb іi јj ѕs ԁd ԛq ԝw һh ӏl ғf ҡk ҝk ԍg ոn',
  // Greek
  'αa βb γy εe ζz ηn ιi κk μu νv οo ρp σo ςc τt υu χx ωw ϲc ϳj',
  // Latin letters that Unicode does not decompose
  'ıi ȷj ɑa ɡg ɩi ɪi ʋu ʏy ꜱs ᴄc ᴏo ᴠv ᴡw ᴢz łl øo đd ħh',
);
