import type { Reader } from './reader.js';
import { yaml } from './yaml.js';

/** A reader for each type of file that can hold processes. The first reads what has no name, such as standard input. */
const READERS: readonly [Reader, ...Reader[]] = [yaml];

const ENDINGS = READERS.flatMap(({ endings }) => endings);

/** Whether the name of a file ends like one that a reader knows, in upper or lower case. */
export function hasReader(name: string): boolean {
  return endingOf(name) !== undefined;
}

/** The name of a file without the ending that its reader knows it by. */
export function withoutEnding(name: string): string {
  return name.slice(0, name.length - (endingOf(name)?.length ?? 0));
}

/** The reader of a file. A file that was named and ends in no known way is read like one without a name. */
export function readerOf(file: string | undefined): Reader {
  const ending = file === undefined ? undefined : endingOf(file);
  return READERS.find(({ endings }) => ending !== undefined && endings.includes(ending)) ?? READERS[0];
}

/** Tells types of file apart: files of one type hold the same if their texts are the same. */
export function typeOf(file: string | undefined): string {
  return readerOf(file).endings[0];
}

function endingOf(name: string): string | undefined {
  // Most names end as they should, so nothing is copied for them.
  return (
    ENDINGS.find((ending) => name.endsWith(ending)) ?? ENDINGS.find((ending) => name.toLowerCase().endsWith(ending))
  );
}
