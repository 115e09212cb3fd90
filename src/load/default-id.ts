import { withoutEnding } from './readers/index.js';

/** The id of a process that states none: the name of its file without the ending. */
export function defaultIdOf(file: string): string {
  if (file === '<stdin>') return 'stdin';
  return withoutEnding(file.slice(file.lastIndexOf('/') + 1)).normalize('NFC');
}
