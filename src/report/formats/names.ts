/** The choices of `--format`, apart from the formats themselves so that nobody has to load them all for their names. */
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

export const PLAN_FORMATS = ['terminal', 'json', 'markdown'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

export const GRAPH_FORMATS = ['mermaid', 'dot'] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

export const TREND_FORMATS = ['terminal', 'json', 'csv'] as const;
export type TrendFormat = (typeof TREND_FORMATS)[number];

export const DIFF_FORMATS = ['terminal', 'json', 'markdown'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** What people read and no program does. */
export const PROSE: ReadonlySet<string> = new Set(['terminal', 'markdown', 'talk-sheet', 'mermaid', 'dot']);
