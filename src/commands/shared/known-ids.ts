import type { Report } from '../../report/model.js';
import { largest } from '../../util/largest.js';
import { noSuch } from './no-such.js';
import { UsageError } from './usage-error.js';

/** The ids that an option names, one at a time or separated by commas; each must be of a process that was judged. */
export function knownIds(
  named: readonly string[],
  { processes, retired }: Pick<Report, 'processes' | 'retired'>,
  option: string,
): Set<string> {
  // Names work too, since that is what a report shows.
  const byName = new Map([...processes].reverse().map(({ name, id }) => [name.toLowerCase(), id]));
  const wanted = named
    .flatMap((text) => split(text, byName))
    .filter((id) => id !== '')
    .map((id) => byName.get(id.toLowerCase()) ?? id);
  if (wanted.length === 0) throw new UsageError('missing-ids', { option });
  const ids = processes.map(({ id }) => id);
  const unknown = wanted.find((id) => !ids.includes(id));
  if (unknown === undefined) return new Set(wanted);
  if (retired.some(({ id }) => id === unknown)) throw new UsageError('retired-process', { id: unknown });
  throw noSuch('no-such-process', unknown, ids);
}

/** Splits at commas, except at those inside a process's name. */
function split(text: string, byName: ReadonlyMap<string, string>): string[] {
  const parts = text.split(',');
  const most = largest(
    [...byName.keys()].map((name) => name.split(',').length),
    1,
  );
  const found: string[] = [];
  for (let at = 0; at < parts.length; ) {
    let length = Math.min(most, parts.length - at);
    while (length > 1 && !byName.has(joined(parts, at, length).toLowerCase())) length--;
    found.push(joined(parts, at, length));
    at += length;
  }
  return found;
}

function joined(parts: readonly string[], at: number, length: number): string {
  return parts
    .slice(at, at + length)
    .join(',')
    .trim();
}
