import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { waiverFormats } from '../report/formats/waivers.js';
import { addCadence, type Cadence } from '../time/cadence.js';
import type { LoadWords } from '../wording/language.js';
import { audit, type Scope } from './shared/audit.js';
import { displayFor, exitOf } from './shared/context.js';
import { type Destination, writeOutput } from './shared/write-output.js';

export interface WaiversRequest {
  readonly scope: Scope;
  readonly to: Destination<'terminal' | 'json'>;
  /** What ends within this time ends soon. */
  readonly within: Cadence;
}

/** `audit waivers [paths…]`: every waiver, those that end soon first. */
export async function waivers({ scope, to, within }: WaiversRequest, io: Io, loadWords: LoadWords): Promise<ExitCode> {
  const words = await loadWords();
  const soon = addCadence(scope.asOf, within)!;
  const { report } = await audit(scope, io, words);
  const text = waiverFormats[to.format](report, soon, { words, width: displayFor(to, io).width });
  await writeOutput(text, to, io);
  return exitOf(report);
}
