import type { Configuration } from '../configuration/schema.js';
import { NO_PLACES, type Places } from '../places/places.js';
import { type Problem, problem, startOf } from '../problem.js';
import { check as checkAfresh } from './check.js';
import type { Check } from './checked-text.js';
import { CONFIGURATION_FILE, type FoundConfiguration, findConfiguration } from './find-configuration.js';
import { toProblems } from './to-problems.js';

export { CONFIGURATION_FILE };

export interface LoadedConfiguration extends FoundConfiguration {
  readonly configuration: Configuration;
  /** Where each of its parts stands. */
  readonly places: Places;
}

/** Finds, reads and checks the configuration. Without one everything has its default. */
export async function loadConfiguration(
  cwd: string,
  named?: string,
  check: Check = checkAfresh,
): Promise<LoadedConfiguration | { problems: Problem[] }> {
  const found = findConfiguration(cwd, named);
  if ('problem' in found) return { problems: [found.problem] };
  const { file, text } = found;
  const nothing = { ...found, configuration: {}, places: NO_PLACES };
  if (file === undefined || text === undefined) return nothing;
  const { documents, faults } = await check('configuration', text);
  if (faults.length > 0) {
    return {
      problems: faults.map(({ line, column, fault }) => problem({ file, line, column }, fault)),
    };
  }
  const [document, second] = documents;
  if (second) return { problems: [problem(startOf(file), { key: 'several-configurations' })] };
  if (!document) return nothing;
  if ('issues' in document) return { problems: toProblems(document.issues, file, document.places) };
  return { ...found, configuration: document.value, places: document.places };
}
