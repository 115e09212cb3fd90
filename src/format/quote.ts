const LONGEST = 40;

/** A value from somebody's file as it can be shown in one line of a message: quoted, shortened, nothing unprintable. */
export function quote(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a mapping';
  const written = typeof value === 'string' ? JSON.stringify(value) : String(value);
  const characters = [...written];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : written;
}
