import { auditFiles } from '../audit/audit-files.js';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { graphFormats } from '../report/formats/graph.js';
import type { GraphFormat } from '../report/formats/names.js';
import type { Report, ReportedProcess } from '../report/model.js';
import { graphOf } from '../report/view/graph.js';
import { isSameRole } from '../sales-process/roles.js';
import type { LoadWords } from '../wording/language.js';
import { asOfDay, type CommonFlags, exitOf, printProblems, UsageError } from './shared/context.js';
import { knownIds } from './shared/known-ids.js';
import { writeOutput } from './shared/write-output.js';

export interface GraphFlags extends CommonFlags {
  readonly format: GraphFormat;
  readonly process?: readonly string[];
  readonly owner?: string;
  /** `false`: without what is asked for. */
  readonly demands: boolean;
  readonly output?: string;
}

/** `audit graph [paths…]`: the processes as a picture, for Mermaid or Graphviz. */
export async function graph(
  paths: readonly string[],
  flags: GraphFlags,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  const { report } = await auditFiles(paths, {
    asOf: asOfDay(flags, io),
    cwd: io.cwd,
    config: flags.config,
    readStdin: io.readStdin,
    words,
  });
  printProblems(report.problems, io);
  const drawn = graphOf(report, { isChosen: chosenBy(flags, report), hasDemands: flags.demands }, words);
  await writeOutput(graphFormats[flags.format](drawn, words), flags, io);
  return exitOf(report);
}

function chosenBy({ process: named, owner }: GraphFlags, report: Report): (one: ReportedProcess) => boolean {
  const ids = named && knownIds(named, report, '--process');
  const isOwn = (one: ReportedProcess) => owner === undefined || (one.owner !== null && isSameRole(one.owner, owner));
  if (owner !== undefined && !report.processes.some(isOwn)) {
    const owners = [...new Set(report.processes.flatMap((one) => one.owner ?? []))].sort();
    throw new UsageError(`no process is owned by "${owner}"`, `owners are: ${owners.join(', ') || 'none'}`);
  }
  const isChosen = (one: ReportedProcess) => isOwn(one) && (ids === undefined || ids.has(one.id));
  if (report.processes.length > 0 && !report.processes.some(isChosen))
    throw new UsageError(`none of these processes is owned by "${owner}"`, 'leave --owner or --process out');
  return isChosen;
}
