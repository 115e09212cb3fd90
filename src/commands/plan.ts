import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { portfolioOf } from '../portfolio/portfolio.js';
import { toReportedWithout } from '../report/build/plan.js';
import type { PlanFormat } from '../report/formats/names.js';
import { planFormats } from '../report/formats/plan.js';
import { withoutFormats } from '../report/formats/without.js';
import type { LoadWords } from '../wording/language.js';
import { audit, type Scope } from './shared/audit.js';
import { displayFor, exitOf } from './shared/context.js';
import { knownIds } from './shared/known-ids.js';
import { type Destination, writeOutput } from './shared/write-output.js';

export interface PlanRequest {
  readonly scope: Scope;
  readonly to: Destination<PlanFormat>;
  /** One line for each step. */
  readonly isQuiet: boolean;
  /** Instead of a plan, what would happen without these processes: ids or names, also several joined by commas. */
  readonly without: readonly string[] | undefined;
}

/** `audit plan [paths...]`: what to do about each unjustified process, in order; or what if some processes went. */
export async function plan(
  { scope, to, isQuiet, without }: PlanRequest,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  const { report, judged, retired, settings } = await audit(scope, io, words);
  const display = { words, ...displayFor(to, io), isQuiet };
  if (without === undefined) {
    await writeOutput(planFormats[to.format](report, display), to, io);
    return exitOf(report);
  }
  const ids = knownIds(without, report, '--without');
  const outcome = toReportedWithout(ids, portfolioOf(judged, retired, settings), judged, report.processes, words);
  await writeOutput(withoutFormats[to.format](outcome, report, display), to, io);
  return exitOf(report);
}
