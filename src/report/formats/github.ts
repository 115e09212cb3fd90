import { forGitHub, forGitHubProperty } from '../view/escape.js';
import { type Annotation, annotationsOf } from './annotations.js';
import type { Format, FormatOptions } from './format.js';
import { pathFrom } from './path-from.js';

/** Annotations for GitHub Actions, as workflow commands. */
export const github: Format = (report, options) =>
  annotationsOf(report, options)
    .map((annotation) => `${command(annotation, options)}\n`)
    .join('');

function command({ level, title, text, place }: Annotation, options: FormatOptions): string {
  const where = place && { file: pathFrom(place.file, options), line: place.line, col: place.column };
  const properties = Object.entries({ ...where, title }).map(
    ([key, value]) => `${key}=${forGitHubProperty(String(value))}`,
  );
  return `::${level} ${properties.join(',')}::${forGitHub(text)}`;
}
