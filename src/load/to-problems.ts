import { comparePlaces, type Places, placeOf } from '../places/places.js';
import { type Problem, problem } from '../problem.js';
import type { Issue } from '../schema/validate.js';

/** Nobody reads beyond this: the document is something else. */
const MOST_PROBLEMS = 100;

/** The issues of a document as problems with places, from top to bottom. */
export function toProblems(issues: readonly Issue[], file: string, places: Places): Problem[] {
  const told = issues
    .slice(0, MOST_PROBLEMS)
    .map(({ code, path, isKey, message }) =>
      problem(code, placeOf(file, places, path, isKey ? 'key' : 'value'), message),
    );
  const rest = issues.length - told.length;
  if (rest > 0)
    told.push(problem('invalid-value', placeOf(file, places, []), `${rest} more mistakes in this document`));
  return told.sort((a, b) => comparePlaces(a.place, b.place));
}
