import { auditFiles } from '../audit/audit-files.js';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { portfolioOf } from '../portfolio/rule.js';
import { toReportedWithout } from '../report/build/plan.js';
import type { PlanFormat } from '../report/formats/names.js';
import { planFormats } from '../report/formats/plan.js';
import { withoutFormats } from '../report/formats/without.js';
import { DEFAULT_WIDTH } from '../report/view/layout.js';
import type { LoadWords } from '../wording/language.js';
import { asOfDay, type CommonFlags, displayOf, exitOf, printProblems } from './shared/context.js';
import { knownIds } from './shared/known-ids.js';
import { writeOutput } from './shared/write-output.js';

export interface PlanFlags extends CommonFlags {
  readonly format: PlanFormat;
  readonly output?: string;
  /** Only a line a step. */
  readonly quiet?: boolean;
  /** Ids, also several joined by commas. */
  readonly without?: readonly string[];
}

/** `audit plan [paths…]`: what to do with each unjustified process, in order; or what if some processes went. */
export async function plan(
  paths: readonly string[],
  flags: PlanFlags,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  const { report, judged, retired, settings } = await auditFiles(paths, {
    asOf: asOfDay(flags, io),
    cwd: io.cwd,
    config: flags.config,
    readStdin: io.readStdin,
    words,
  });
  printProblems(report.problems, io);
  const shown = flags.output === undefined ? displayOf(io, words) : { words, width: DEFAULT_WIDTH, colour: 0 as const };
  const display = { ...shown, isQuiet: flags.quiet ?? false };
  if (flags.without === undefined) {
    await writeOutput(planFormats[flags.format](report, display), flags, io);
    return exitOf(report);
  }
  const ids = knownIds(flags.without, report, '--without');
  const portfolio = portfolioOf(judged, retired, settings);
  const what = toReportedWithout(ids, portfolio, judged, report.processes, words);
  await writeOutput(withoutFormats[flags.format](what, report, display), flags, io);
  return exitOf(report);
}
