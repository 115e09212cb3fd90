import type { FormatOptions } from './format.js';

/** A path as other programs need it: from the top of the repository, with `/`. Absolute paths stay. */
export function pathFrom(file: string, { pathPrefix = '' }: Pick<FormatOptions, 'pathPrefix'>): string {
  if (file === '<stdin>') return 'stdin';
  return file.startsWith('/') || /^[A-Za-z]:/.test(file) ? file : pathPrefix + file;
}
