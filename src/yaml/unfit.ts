import type { YamlFault } from '../problem.js';

/** Why no report could hold a text: XML knows no NUL, and UTF-8 no half of a character. */
export function whyUnfit(text: string): YamlFault | undefined {
  if (!text.isWellFormed()) return { key: 'lone-surrogate' };
  return text.includes('\0') ? { key: 'nul-character' } : undefined;
}
