const LONGEST = 40;

/** Text from somebody's file as it can be shown in one line of a message: quoted, shortened, nothing unprintable. */
export function quote(text: string): string {
  return shortened(JSON.stringify(text));
}

export function shortened(written: string): string {
  const characters = [...written];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : written;
}
