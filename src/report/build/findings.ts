import type { Finding } from '../../gate/findings.js';
import type { SourcedProcess } from '../../judging/judge.js';
import { type Place, placeOf } from '../../places/places.js';
import type { FindingWords } from '../../wording/words/findings.js';
import type { Words } from '../../wording/words/words.js';
import type { Report } from '../model.js';

/**
 * A finding with its words and its place.
 *
 * @param about its process; a waiver may name one that does not exist
 */
export function toReportedFinding(
  finding: Finding,
  about: SourcedProcess | undefined,
  words: Words,
): Report['findings'][number] {
  const { rule, process, params } = finding;
  const own = words.findings[rule] as FindingWords<unknown>;
  const text = own.says(params);
  const shareable = own.shareable?.(params) ?? text;
  return { rule, process, text, shareable, remedy: own.remedy(params), place: placeIn(finding, about) };
}

function placeIn(finding: Finding, about: SourcedProcess | undefined): Place {
  if ('place' in finding) return finding.place;
  // Only waivers are about what does not exist, and they have a place.
  const { file, places } = about!;
  const { path } = finding;
  return path.length === 0 ? placeOf(file, places, ['name'], 'key') : placeOf(file, places, path);
}
