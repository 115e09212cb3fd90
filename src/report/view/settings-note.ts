import { DEFAULT_KEEP_AT } from '../../judging/settings.js';
import type { Words } from '../../wording/words/words.js';
import type { Report } from '../model.js';

/** What the configuration changed about judging, in sentences: it belongs beside every score. */
export function changedSettings({ settings }: Pick<Report, 'settings'>, { common }: Words): string[] {
  const { changedWeights, weights, keepAt, configuration } = settings;
  const changed = changedWeights.map((id) => `${id} ${weights[id]}`).join(', ');
  return [
    ...(changed === '' ? [] : [common.changedWeights(configuration, changed)]),
    ...(keepAt === DEFAULT_KEEP_AT ? [] : [common.changedLimit(keepAt, DEFAULT_KEEP_AT)]),
  ];
}
