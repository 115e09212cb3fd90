import type { Report } from '../report/model.js';
import { UsageError } from './context.js';
import { noSuch } from './no-such.js';

/** The ids that a flag names, one by one or joined by commas; each must be that of a process that was judged. */
export function knownIds(
  named: readonly string[],
  { processes, retired }: Pick<Report, 'processes' | 'retired'>,
  flag: string,
): Set<string> {
  const wanted = named
    .flatMap((some) => some.split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '')
    // What people call it will do; a report shows names.
    .map((id) => processes.find(({ name }) => name.toLowerCase() === id.toLowerCase())?.id ?? id);
  if (wanted.length === 0) throw new UsageError(`${flag} needs the ids of processes`, `for example: ${flag} a,b`);
  const ids = processes.map(({ id }) => id);
  const unknown = wanted.find((id) => !ids.includes(id));
  if (unknown === undefined) return new Set(wanted);
  if (retired.some(({ id }) => id === unknown)) throw new UsageError(`"${unknown}" is retired: it is gone already`);
  throw noSuch('process', unknown, ids);
}
