import { forAzure } from '../view/escape.js';
import { type Annotation, annotationsOf } from './annotations.js';
import type { Format, FormatOptions } from './format.js';
import { pathFrom } from './path-from.js';

/** Issues for Azure Pipelines, as logging commands; it knows errors and warnings, so a notice is a line of the log. */
export const azure: Format = (report, options) =>
  annotationsOf(report, options)
    .map((annotation) => `${command(annotation, options)}\n`)
    .join('');

function command({ level, title, text, place }: Annotation, options: FormatOptions): string {
  const message = forAzure(`${title}: ${text.replaceAll('\n', ' ')}`);
  if (level === 'notice') return `##[section]${message}`;
  const where = place && {
    sourcepath: pathFrom(place.file, options),
    linenumber: place.line,
    columnnumber: place.column,
  };
  const properties = Object.entries({ type: level, ...where }).map(
    ([key, value]) => `${key}=${forAzure(String(value))}`,
  );
  return `##vso[task.logissue ${properties.join(';')}]${message}`;
}
