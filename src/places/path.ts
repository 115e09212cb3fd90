/** Where a value is in its document: keys and list indexes from the top. */
export type Path = readonly (string | number)[];

/** A path as people write it: `effort.minutes`, `answers.value[2].why`. */
export function formatPath(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index > 0 ? `.${step}` : step)).join('');
}
