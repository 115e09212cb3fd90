const LONGEST = 40;

/** A value from somebody's file as it can be shown in one line of a message: quoted, shortened, nothing unprintable. */
export function quote(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return quoteList(value);
  if (typeof value === 'object') return 'a mapping';
  const written = typeof value === 'string' ? JSON.stringify(value) : String(value);
  const characters = [...written];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : written;
}

/** Few short numbers and words are shown, so that one sees which is wrong. */
function quoteList(list: readonly unknown[]): string {
  if (list.length === 0) return 'an empty list';
  if (list.length > MOST_SHOWN || list.some((one) => typeof one === 'object')) return 'a list';
  const written = `[${list.map((one) => quote(one)).join(', ')}]`;
  return written.length > LONGEST ? 'a list' : written;
}

const MOST_SHOWN = 3;
