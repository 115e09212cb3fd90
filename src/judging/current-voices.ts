import type { Level } from '../questions/contract.js';
import { roleKey } from '../sales-process/roles.js';
import type { Voice } from '../sales-process/sales-process.js';
import { addCadence } from '../time/cadence.js';
import { skeletonOf } from '../util/visible-text.js';
import type { Settings } from './settings.js';

/** Whether a voice counts on the day of judging: it is not dated later, and not older than answers are valid for. */
export function isCurrent(voice: Voice, settings: Settings): boolean {
  return whyNotCurrent(voice, settings) === undefined;
}

/** Why a voice doesn't count on the day of judging; `undefined`: it does. */
export function whyNotCurrent(voice: Voice, settings: Settings): 'voice-stale' | 'voice-ahead' | undefined {
  if (isAhead(voice, settings)) return 'voice-ahead';
  return isStale(voice, settings) ? 'voice-stale' : undefined;
}

/** Whether a voice is dated after the day of judging. */
export function isAhead({ on }: Voice, { asOf }: Settings): boolean {
  return on !== undefined && on > asOf;
}

/** Whether a voice is too old to count; an undated one never is. */
function isStale({ on }: Voice, { asOf, answersValidFor }: Settings): boolean {
  const lastDay = on === undefined ? undefined : addCadence(on, answersValidFor);
  return lastDay !== undefined && lastDay < asOf;
}

/**
 * The voices that nobody has replaced: of several by one person (same role, same `who`), the latest that counts on the day of
 * judging. If none of them counts, a stale one is kept, so that the report can say so. Voices dated later are always kept.
 */
export function standingVoices(
  voices: readonly Voice[],
  countsAs: (voice: Voice) => Voice['answer'],
  settings: Settings,
): readonly Voice[] {
  if (voices.length < 2 || voices.every(({ who }) => who === undefined)) return voices;
  const isBetter = (one: Voice, other: Voice) => {
    const [isOneStale, isOtherStale] = [isStale(one, settings), isStale(other, settings)];
    if (isOneStale !== isOtherStale) return isOtherStale;
    const [a, b] = [one.on ?? '', other.on ?? ''];
    return a === b ? severityOf(countsAs(one)) < severityOf(countsAs(other)) : a > b;
  };
  const people = voices.map((voice) => (isAhead(voice, settings) ? undefined : personOf(voice)));
  const best = new Map<string, Voice>();
  for (const [index, voice] of voices.entries()) {
    const person = people[index];
    const before = person === undefined ? undefined : best.get(person);
    if (person !== undefined && (!before || isBetter(voice, before))) best.set(person, voice);
  }
  return voices.filter((voice, index) => people[index] === undefined || best.get(people[index]) === voice);
}

/** How many people speak. Voices without `who` are each somebody else. */
export function peopleAmong(voices: readonly Voice[]): number {
  const people = voices.map(personOf);
  const named = people.filter((person) => person !== undefined);
  return voices.length - named.length + new Set(named).size;
}

/** A key that tells people apart; `undefined` for a voice without `who`. */
function personOf({ by, who }: Voice): string | undefined {
  return who === undefined ? undefined : `${roleKey(by)}\n${skeletonOf(who)}`;
}

/** Levels from worst to best. */
export const LEVELS: readonly Level[] = ['no', 'partly', 'yes'];

/** Of two answers given on one day the earlier one here counts: the lower level, and one that leaves a question open before one that closes it. */
const BY_SEVERITY: readonly Voice['answer'][] = [...LEVELS, 'unknown', 'not-applicable'];

function severityOf(answer: Voice['answer']): number {
  return BY_SEVERITY.indexOf(answer);
}

export function isLevel(answer: Voice['answer']): answer is Level {
  return answer !== 'not-applicable' && answer !== 'unknown';
}
