import type { Report } from '../../report/model.js';
import { largest } from '../../util/largest.js';
import { UsageError } from './context.js';
import { noSuch } from './no-such.js';

/** The ids that a flag names, one by one or joined by commas; each must be that of a process that was judged. */
export function knownIds(
  named: readonly string[],
  { processes, retired }: Pick<Report, 'processes' | 'retired'>,
  flag: string,
): Set<string> {
  // What people call it will do; a report shows names.
  const byName = new Map([...processes].reverse().map(({ name, id }) => [name.toLowerCase(), id]));
  const wanted = named
    .flatMap((some) => split(some, byName))
    .filter((id) => id !== '')
    .map((id) => byName.get(id.toLowerCase()) ?? id);
  if (wanted.length === 0) throw new UsageError(`${flag} needs the ids of processes`, `for example: ${flag} a,b`);
  const ids = processes.map(({ id }) => id);
  const unknown = wanted.find((id) => !ids.includes(id));
  if (unknown === undefined) return new Set(wanted);
  if (retired.some(({ id }) => id === unknown)) throw new UsageError(`"${unknown}" is retired: it is gone already`);
  throw noSuch('process', unknown, ids);
}

/** The parts between commas, but for commas that are within a name. */
function split(some: string, byName: ReadonlyMap<string, string>): string[] {
  const parts = some.split(',');
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
