import { DEFAULT_KEEP_AT } from '../../judging/settings.js';
import type { Report } from '../model.js';

/** What the configuration changed of how is judged, in sentences: it belongs beside every score. */
export function changedSettings({ settings }: Pick<Report, 'settings'>): string[] {
  const { changedWeights, weights, keepAt, configuration } = settings;
  const changed = changedWeights.map((id) => `${id} ${weights[id]}`).join(', ');
  return [
    ...(changed === '' ? [] : [`Weights changed by ${configuration ?? 'the caller'}: ${changed}.`]),
    ...(keepAt === DEFAULT_KEEP_AT ? [] : [`A score under ${keepAt} eliminates (standard: ${DEFAULT_KEEP_AT}).`]),
  ];
}
