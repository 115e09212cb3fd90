import { judge } from '../../src/judging/judge.js';
import { type Settings, settingsFor } from '../../src/judging/settings.js';
import { NO_PLACES } from '../../src/places/places.js';
import { validateProcess } from '../../src/sales-process/validate-process.js';
import { AS_OF } from './generate.js';

/** Judges plain data in the file format, which must be valid. */
export function judgeData(data: unknown, settings: Settings = settingsFor(AS_OF)) {
  const validated = validateProcess(data, 'generated');
  if ('issues' in validated) throw new Error(`invalid test data: ${JSON.stringify(validated.issues)}`);
  return judge(
    { salesProcess: validated.salesProcess, file: 'generated.yaml', places: NO_PLACES, missingEvidence: new Set() },
    settings,
  );
}
