import { recallReport, toQuestion } from '../../cache/last-report.js';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { canBeReadAgain } from '../../files/read-bounded.js';
import type { Io } from '../../io.js';
import { type FoundConfiguration, findConfiguration } from '../../load/find-configuration.js';
import type { LoadWords } from '../../wording/language.js';
import { cacheLocationOf } from '../shared/cache-flags.js';
import { pathsOf } from '../shared/ci-log.js';
import { displayFor } from '../shared/context.js';
import { timingOf } from '../shared/timing.js';
import { writeOutput } from '../shared/write-output.js';
import type { ReportRequest } from './report-request.js';

/** `audit [paths...]`: judges what the paths hold and reports, or repeats the last report if nothing has changed. */
export async function report(request: ReportRequest, io: Io, loadWords: LoadWords): Promise<ExitCode> {
  const { scope, show, to, isOpened, speed } = request;
  const isShaped = show.only !== undefined || show.sort !== 'hours' || show.isVerbose || show.isQuiet;
  // A note and not an error: what is shown must never change how a run ends.
  if (isShaped && to.format !== 'terminal')
    io.stderr.write(`${(await loadWords()).commands.showsEverything(to.format)}\n`);
  const timing = timingOf(speed, io);
  const display = { ...displayFor(to, io), ...show, ...pathsOf(io) };
  const questionWith = (configuration: FoundConfiguration) =>
    toQuestion(io.cwd, scope.asOf, scope.paths, configuration, [to.format, display]);
  const cache = cacheLocationOf(speed, io);
  const canBeAsked = scope.config === undefined || canBeReadAgain(scope.config, io.cwd);
  const isAsked = cache.folder !== undefined && !isOpened && canBeAsked;
  const found = isAsked ? findConfiguration(io.cwd, scope.config) : undefined;
  const before = found && !('problem' in found) ? await recallReport(cache, questionWith(found)) : undefined;
  timing.step('look for changes');
  if (!before) {
    const { reportAfresh } = await import('../parts/everyday.js');
    timing.step('start');
    return reportAfresh(request, { display, questionWith, cache, timing }, io, loadWords);
  }
  await writeOutput(before.text, to, io);
  timing.step('write');
  timing.tell(`${before.files} files found, none changed since the last run`);
  return EXIT.done;
}
