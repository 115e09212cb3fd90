import type { ComponentChildren } from 'preact';
import type { Place } from '../../../places/places.js';
import { spotOf } from '../../../places/spot.js';
import type { Words } from '../../../wording/words/words.js';
import type { Report, ReportedProcess, RetiredProcess } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { type Look, lookOf, verdictTitle } from '../../view/verdict-title.js';
import type { FormatOptions } from '../format.js';
import { uriFrom } from '../path-from.js';

/** In the order in which they are shown. */
export const LOOKS = ['eliminate', 'undecided', 'conditions', 'keep'] as const satisfies readonly Look[];

export function scoreText({ verdict }: Pick<ReportedProcess, 'verdict'>, { grammar }: Words): string | null {
  return verdict.score ? grammar.points(verdict.score) : null;
}

export function costText({ burden }: Pick<ReportedProcess, 'burden'>, { common }: Words): string {
  return burden.hours ? common.cost(burden.hours) : common.unstatedCost;
}

/** Hours with their price beside them, where a price is configured. */
export function pricedHours(range: { low: number; high: number }, { settings }: Report, { page }: Words): string {
  const { hourlyCost } = settings;
  return `${page.hours(range)}${hourlyCost ? ` (${page.money(range, hourlyCost)})` : ''}`;
}

/** The element that a link to a process leads to. Ids hold no blanks, and are text in an attribute like any other. */
export function anchorOf(id: string): string {
  return `p-${id}`;
}

export function hrefOf(id: string): string {
  return `#${encodeURIComponent(anchorOf(id))}`;
}

/** A shape for each verdict, so that colour never carries meaning alone; drawn around 0,0 in a field of sixteen. */
export const SHAPES: Readonly<Record<Look, string>> = {
  // a cross
  eliminate: 'M-6-3-3-6 0-3 3-6 6-3 3 0 6 3 3 6 0 3-3 6-6 3-3 0z',
  // a diamond
  undecided: 'M0-7 7 0 0 7-7 0z',
  // a triangle
  conditions: 'M0-6 7 6-7 6z',
  // a disc
  keep: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z',
};

export function VerdictMark({ one, words }: { one: Pick<ReportedProcess, 'verdict'>; words: Words }) {
  const look = lookOf(one);
  return <span class={`v ${look}`}>{verdictTitle(one, words)}</span>;
}

/**
 * A file, line and column; a link where the caller said how files are reached. Within the story of a process, whose file
 * stands at its top, without the file.
 */
export function Where({ place, options, isBrief }: { place: Place; options: FormatOptions; isBrief?: boolean }) {
  const text = isBrief ? `${place.line}:${place.column}` : forHtml(spotOf(place));
  const url = sourceUrl(place, options);
  return url ? (
    <a href={url}>
      <code>{text}</code>
    </a>
  ) : (
    <code>{text}</code>
  );
}

/** Fills `{path}`, `{line}` and `{column}` into the template, which must lead to a web page. */
function sourceUrl({ file, line, column }: Place, options: FormatOptions): string | undefined {
  const { sourceUrl: template } = options;
  if (template === undefined || !/^https?:\/\//i.test(template)) return undefined;
  const path = uriFrom(file, options);
  return template.replace(/\{(path|line|column)\}/g, (_, key) => ({ path, line, column })[key as 'path'].toString());
}

/** What was taken away, when and why, and what it gave back. */
export function costOfRetired({ name, on, why, burden }: RetiredProcess, { common }: Words): string {
  const given = burden.hours ? `, ${common.cost(burden.hours)}` : '';
  return `${name}, ${on}${given}: ${why}`;
}

/** A list of text, or nothing. */
export function Items({ items }: { items: readonly ComponentChildren[] }) {
  if (items.length === 0) return null;
  if (items.length === 1) return <>{items[0]}</>;
  return (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
