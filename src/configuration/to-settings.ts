import { DEFAULT_POLICY, type GatePolicy } from '../gate/policy.js';
import type { Waiver } from '../gate/waivers.js';
import { type Settings, settingsFor } from '../judging/settings.js';
import { type Places, placeOf } from '../places/places.js';
import { parseCadence } from '../time/cadence.js';
import type { Day } from '../time/day.js';
import { toWorkingTime } from '../time/working-time.js';
import type { Configuration } from './schema.js';

/** A configuration, and where its parts stand. */
export interface PlacedConfiguration {
  readonly configuration: Configuration;
  /** As people see it; absent when there is none. */
  readonly file?: string;
  readonly places: Places;
}

/** The settings of a configuration, with the defaults for what it leaves out. */
export function toSettings({ configuration }: Pick<PlacedConfiguration, 'configuration'>, asOf: Day): Settings {
  const { sales_team, answers_valid_for, keep_at, weights = {}, hourly_cost, min_voices, synonyms } = configuration;
  const { working_time, headcount } = configuration;
  const defaults = settingsFor(asOf);
  const stated = Object.entries(weights).filter(([, weight]) => weight !== undefined);
  return {
    ...defaults,
    ...(sales_team && { salesTeam: sales_team }),
    ...(answers_valid_for && { answersValidFor: parseCadence(answers_valid_for) }),
    ...(keep_at !== undefined && { keepAt: keep_at }),
    weights: { ...defaults.weights, ...Object.fromEntries(stated) },
    ...(synonyms && { synonyms }),
    ...(min_voices !== undefined && { minVoices: min_voices }),
    ...(working_time && { workingTime: toWorkingTime(working_time) }),
    ...(headcount && { headcount }),
    ...(hourly_cost && { hourlyCost: hourly_cost }),
  };
}

/** What `audit check` fails on, as a configuration has it. */
export function toPolicy({ configuration }: Pick<PlacedConfiguration, 'configuration'>): GatePolicy {
  const { fail_on, min_score, waiver_max, rules = {}, max_burden = {} } = configuration;
  const { all, owners = {} } = typeof max_burden === 'number' ? { all: max_burden } : max_burden;
  return {
    failOn: fail_on ?? DEFAULT_POLICY.failOn,
    minScore: min_score,
    unwaivable: Object.entries(rules).flatMap(([id, rule]) => (rule?.waivable === false ? [id] : [])),
    waiverMax: waiver_max === undefined ? undefined : parseCadence(waiver_max),
    maxBurden: { all, owners },
  };
}

/** The waivers that stand in a configuration. */
export function configuredWaivers({ configuration, file = '', places }: PlacedConfiguration): Waiver[] {
  return (configuration.waivers ?? []).map((waiver, index) => ({
    process: waiver.process,
    reason: waiver.reason,
    approvedBy: waiver.approved_by,
    until: waiver.until,
    granted: waiver.granted,
    ticket: waiver.ticket,
    isInProcessFile: false,
    place: placeOf(file, places, ['waivers', index]),
    untilPlace: placeOf(file, places, ['waivers', index, 'until']),
  }));
}
