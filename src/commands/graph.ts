import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { graphFormats } from '../report/formats/graph.js';
import type { GraphFormat } from '../report/formats/names.js';
import type { Report, ReportedProcess } from '../report/model.js';
import { graphOf } from '../report/view/graph.js';
import { isSameRole } from '../sales-process/roles.js';
import type { LoadWords } from '../wording/language.js';
import { audit, type Scope } from './shared/audit.js';
import { exitOf } from './shared/context.js';
import { knownIds } from './shared/known-ids.js';
import { UsageError } from './shared/usage-error.js';
import { type Destination, writeOutput } from './shared/write-output.js';

export interface GraphRequest {
  readonly scope: Scope;
  readonly to: Destination<GraphFormat>;
  /** Only these processes and their neighbours: ids or names, also several joined by commas. */
  readonly processes: readonly string[] | undefined;
  /** Only the processes of this role and their neighbours. */
  readonly owner: string | undefined;
  /** Whether what a process asks for is drawn. */
  readonly hasDemands: boolean;
}

/** `audit graph [paths...]`: the processes as a diagram for Mermaid or Graphviz. */
export async function graph(request: GraphRequest, io: Io, loadWords: LoadWords): Promise<ExitCode> {
  const { scope, to, hasDemands } = request;
  const words = await loadWords();
  const { report } = await audit(scope, io, words);
  const drawn = graphOf(report, { isChosen: chosenBy(request, report), hasDemands }, words);
  await writeOutput(graphFormats[to.format](drawn, words), to, io);
  return exitOf(report);
}

function chosenBy({ processes: named, owner }: GraphRequest, report: Report): (one: ReportedProcess) => boolean {
  const ids = named && knownIds(named, report, '--process');
  const isOwn = (one: ReportedProcess) => owner === undefined || (one.owner !== null && isSameRole(one.owner, owner));
  if (owner !== undefined && !report.processes.some(isOwn)) {
    const owners = [...new Set(report.processes.flatMap((one) => one.owner ?? []))].sort();
    throw new UsageError('no-such-owner', { owner, owners });
  }
  const isChosen = (one: ReportedProcess) => isOwn(one) && (ids === undefined || ids.has(one.id));
  if (owner !== undefined && report.processes.length > 0 && !report.processes.some(isChosen))
    throw new UsageError('no-chosen-owner', { owner });
  return isChosen;
}
