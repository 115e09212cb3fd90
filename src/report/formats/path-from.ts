import type { FormatOptions } from './format.js';

/** A path as other programs need it: from the top of the repository where it lies in it, with `/` and no `..`. */
export function pathFrom(file: string, { pathPrefix = '', top }: Pick<FormatOptions, 'pathPrefix' | 'top'>): string {
  if (file === '<stdin>') return 'stdin';
  if (top !== undefined && file.startsWith(`${top}/`)) return file.slice(top.length + 1);
  if (file.startsWith('/') || /^[A-Za-z]:/.test(file)) return file;
  const steps: string[] = [];
  for (const step of (pathPrefix + file).split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/') || '.';
}

/** The same as a relative URI reference, each part encoded. */
export function uriFrom(file: string, options: Pick<FormatOptions, 'pathPrefix' | 'top'>): string {
  return pathFrom(file, options)
    .split('/')
    .map((step) => encodeURIComponent(step.toWellFormed()))
    .join('/');
}
