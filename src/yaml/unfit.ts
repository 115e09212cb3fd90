/** Why no report could hold a text: XML knows no NUL, and UTF-8 no half of a character. */
export function whyUnfit(text: string): string | undefined {
  if (!text.isWellFormed()) return 'the text holds half of a character (a lone surrogate)';
  return text.includes('\0') ? 'the text holds a NUL character' : undefined;
}
