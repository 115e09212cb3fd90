import { auditFiles } from '../audit-files.js';
import type { ExitCode } from '../exit-code.js';
import { suggest } from '../format/suggest.js';
import type { Io } from '../io.js';
import { portfolioOf } from '../portfolio/contract.js';
import { toReportedWithout } from '../report/build-plan.js';
import { type PlanFormat, planFormats } from '../report/formats/plan.js';
import { withoutFormats } from '../report/formats/without.js';
import { DEFAULT_WIDTH } from '../report/layout.js';
import { asOfDay, type CommonFlags, displayOf, exitOf, printProblems, UsageError } from './context.js';
import { writeOutput } from './write-output.js';

export interface PlanFlags extends CommonFlags {
  readonly format: PlanFormat;
  readonly output?: string;
  /** Only a line a step. */
  readonly quiet?: boolean;
  /** Ids, also several joined by commas. */
  readonly without?: readonly string[];
}

/** `audit plan [paths…]`: what to do with each unjustified process, in order; or what if some processes went. */
export async function plan(paths: readonly string[], flags: PlanFlags, io: Io): Promise<ExitCode> {
  const { report, judged, retired, settings } = await auditFiles(paths, {
    asOf: asOfDay(flags, io),
    cwd: io.cwd,
    config: flags.config,
    readStdin: io.readStdin,
  });
  printProblems(report.problems, io);
  const shown = flags.output === undefined ? displayOf(io) : { width: DEFAULT_WIDTH, colour: 0 as const };
  const display = { ...shown, isQuiet: flags.quiet ?? false };
  if (flags.without === undefined) {
    await writeOutput(planFormats[flags.format](report, display), flags.output, io);
    return exitOf(report);
  }
  const ids = idsOf(flags.without, report);
  const portfolio = portfolioOf(judged, retired, settings);
  const what = toReportedWithout(ids, portfolio, judged, report.processes);
  await writeOutput(withoutFormats[flags.format](what, report, display), flags.output, io);
  return exitOf(report);
}

function idsOf(
  named: readonly string[],
  { processes, retired }: { processes: readonly { id: string }[]; retired: readonly { id: string }[] },
): Set<string> {
  const wanted = named
    .flatMap((some) => some.split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (wanted.length === 0) throw new UsageError('--without needs the ids of processes', 'for example: --without a,b');
  const ids = processes.map(({ id }) => id);
  const unknown = wanted.find((id) => !ids.includes(id));
  if (unknown === undefined) return new Set(wanted);
  if (retired.some(({ id }) => id === unknown)) throw new UsageError(`"${unknown}" is retired: it is gone already`);
  const meant = suggest(unknown, ids);
  throw new UsageError(
    `there is no process "${unknown}"`,
    meant ? `did you mean "${meant}"?` : `there are: ${ids.join(', ') || 'none'}`,
  );
}
