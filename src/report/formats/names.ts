/**
 * What a format is for: `document` for programs, and nothing else can stand beside it; `annotations` for the log of a CI system;
 * `prose` for people.
 */
type FormatKind = 'document' | 'annotations' | 'prose';

/** What each format of a report is for. Apart from the formats themselves, so that nobody has to load them all for their names. */
const REPORT_FORMATS = {
  terminal: 'prose',
  json: 'document',
  html: 'document',
  markdown: 'prose',
  'talk-sheet': 'prose',
  github: 'annotations',
  sarif: 'document',
  junit: 'document',
  gitlab: 'document',
  azure: 'annotations',
} as const satisfies Record<string, FormatKind>;
export type FormatName = keyof typeof REPORT_FORMATS;

/** The choices of `--format`. */
export const FORMAT_NAMES = Object.keys(REPORT_FORMATS) as [FormatName, ...FormatName[]];

/** Formats of which one at most can go to standard output, and nothing beside it. */
export const DOCUMENT_FORMATS: readonly FormatName[] = formatsFor('document');

/** In this order on standard output, so that the last line of a check for the terminal is the last line. */
export const STDOUT_ORDER: readonly FormatName[] = [
  ...DOCUMENT_FORMATS,
  ...formatsFor('annotations'),
  ...formatsFor('prose').reverse(),
];

function formatsFor(kind: FormatKind): FormatName[] {
  return FORMAT_NAMES.filter((name) => REPORT_FORMATS[name] === kind);
}

export const PLAN_FORMATS = ['terminal', 'json', 'markdown'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

export const GRAPH_FORMATS = ['mermaid', 'dot'] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

export const TREND_FORMATS = ['terminal', 'json', 'csv'] as const;
export type TrendFormat = (typeof TREND_FORMATS)[number];

export const DIFF_FORMATS = ['terminal', 'json', 'markdown'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** What people read and no program does. */
export const PROSE: ReadonlySet<string> = new Set<string>([...formatsFor('prose'), ...GRAPH_FORMATS]);
