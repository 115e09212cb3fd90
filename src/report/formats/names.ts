/** The choices of `--format`, apart from the formats themselves so that nobody loads eight for a word. */
export const FORMAT_NAMES = [
  'terminal',
  'json',
  'html',
  'markdown',
  'talk-sheet',
  'github',
  'sarif',
  'junit',
  'gitlab',
  'azure',
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
