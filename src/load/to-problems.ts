import { comparePlaces, type Places, placeOf } from '../places/places.js';
import { type Problem, problem } from '../problem.js';
import type { Issue } from '../schema/validate.js';

/** The most issues of a document that are reported: one with more is something else. */
const MOST_PROBLEMS = 100;

/** Issues of a value, with the places of its document, from top to bottom. */
export function toProblems(issues: readonly Issue[], file: string, places: Places): Problem[] {
  const told = issues
    .slice(0, MOST_PROBLEMS)
    .map((issue) => problem(placeOf(file, places, issue.path, issue.isKey ? 'key' : 'value'), { key: 'issue', issue }));
  const more = issues.length - told.length;
  if (more > 0) told.push(problem(placeOf(file, places, []), { key: 'more-in-document', more }));
  return told.sort((a, b) => comparePlaces(a.place, b.place));
}
