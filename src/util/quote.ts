const LONGEST = 40;

/** Shows a value from a file in one line of a message: quoted, shortened, without unprintable characters. */
export function quote(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return quoteList(value);
  if (typeof value === 'object') return 'a mapping';
  const written = typeof value === 'string' ? JSON.stringify(value) : String(value);
  const characters = [...written];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : written;
}

/** Shows the items of a short list, so that people see which one is wrong. */
function quoteList(list: readonly unknown[]): string {
  if (list.length === 0) return 'an empty list';
  if (list.length > MOST_SHOWN || list.some((item) => typeof item === 'object')) return 'a list';
  const written = `[${list.map(quote).join(', ')}]`;
  return written.length > LONGEST ? 'a list' : written;
}

const MOST_SHOWN = 3;
