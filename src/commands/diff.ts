import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { judgePrepared, type Prepared, prepare, toAudit } from '../audit/audit-files.js';
import { auditCommit, nowhereIn } from '../audit/replay.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { withoutMark } from '../files/read-text.js';
import { systemFaultOf } from '../files/system-fault.js';
import { disk } from '../files/tree.js';
import { dayOfCommit } from '../git/history.js';
import { commitOf } from '../git/refs.js';
import type { Io } from '../io.js';
import { toReportedProblems } from '../report/build/problem.js';
import { diffOf, type Labelled } from '../report/diff/diff.js';
import { parseReport } from '../report/diff/saved-report.js';
import { diffFormats } from '../report/formats/diff.js';
import type { DiffFormat } from '../report/formats/names.js';
import type { LoadWords } from '../wording/language.js';
import type { Words } from '../wording/words/words.js';
import type { Scope } from './shared/audit.js';
import { displayFor, exitOf, printProblems } from './shared/context.js';
import { inRepository } from './shared/repository.js';
import { isUsageError, UsageError } from './shared/usage-error.js';
import { type Destination, writeOutput } from './shared/write-output.js';

export interface DiffRequest {
  /** A branch, tag or commit, or a saved report. */
  readonly before: string;
  /** The same; default: the files as they are now. */
  readonly after: string | undefined;
  readonly scope: Scope;
  readonly to: Destination<DiffFormat>;
}

/** One of the two states: a saved report, or one made now. */
interface Side extends Labelled {
  readonly exit: ExitCode;
  /** Paths without any process file. */
  readonly nowhere: readonly string[];
}

/** `audit diff <before> [after]`: what was added, removed or changed between two states, and why. */
export async function diff({ before, after, scope, to }: DiffRequest, io: Io, loadWords: LoadWords): Promise<ExitCode> {
  const words = await loadWords();
  const { paths, asOf, config } = scope;
  const prepared = await prepare(paths, { asOf, cwd: io.cwd, config });
  if ('problems' in prepared) {
    printProblems(toReportedProblems(prepared.problems, words), io);
    return EXIT.input;
  }
  const older = await sideOf(before, prepared, io, words);
  const newer = after === undefined ? await now(prepared, io, words) : await sideOf(after, prepared, io, words);
  if (newer === undefined) return EXIT.input;
  const nowhere = older.nowhere.find((path) => newer.nowhere.includes(path));
  if (nowhere !== undefined) throw new UsageError('in-neither-state', { path: nowhere });
  const { hourlyCost = null } = prepared.settings;
  const display = { words, ...displayFor(to, io) };
  const text = diffFormats[to.format](diffOf(older, newer, words, to.format === 'markdown'), display, {
    settings: { hourlyCost },
  });
  await writeOutput(text, to, io);
  return Math.max(older.exit, newer.exit) as ExitCode;
}

async function sideOf(named: string, prepared: Prepared, io: Io, words: Words): Promise<Side> {
  const file = resolve(io.cwd, named);
  if (named.endsWith('.json') || isFile(file)) return saved(named, file);
  return inRepository(io, 'audit diff', async ({ cwd, repository, inside }) => {
    const commit = commitOf(repository, named);
    const day = dayOfCommit(repository, commit);
    const paths = prepared.source.map(inside);
    const { audit, nowhere } = await auditCommit(prepared, paths, { commit, day }, { cwd, repository }, words);
    return { label: named, report: audit.report, exit: EXIT.done, nowhere };
  });
}

/** The files as they are now; `undefined` if none could be judged, which leaves nothing to compare. */
async function now(prepared: Prepared, io: Io, words: Words): Promise<Side | undefined> {
  const { report } = toAudit(await judgePrepared(prepared, { cwd: io.cwd, readStdin: io.readStdin }), words);
  printProblems(report.problems, io);
  if (report.processes.length + report.retired.length === 0 && report.problems.length > 0) return undefined;
  return { label: 'now', report, exit: exitOf(report), nowhere: nowhereIn(report.problems) };
}

/** In bytes. A report on ten thousand processes has a few hundred megabytes; anything larger is something else. */
const LARGEST_REPORT = 512 * 1024 * 1024;

function saved(label: string, file: string): Side {
  let json: string;
  try {
    const kind = disk.kindOf(file);
    if (kind === 'other' || kind === 'folder') throw new UsageError('folder-not-report', { file: label });
    if (kind === 'file' && disk.sizeOf(file) > LARGEST_REPORT)
      throw new UsageError('report-too-large', { file: label, most: LARGEST_REPORT });
    json = readFileSync(file, 'utf8');
  } catch (error) {
    throw isUsageError(error) ? error : new UsageError('cannot-read', { path: label, why: systemFaultOf(error) });
  }
  // Output redirected in a Windows shell, or saved by an editor, may start with a byte order mark.
  const report = parseReport(withoutMark(json));
  if (report) return { label, report, exit: EXIT.done, nowhere: [] };
  throw new UsageError('not-a-report', { file: label });
}

/** A path that cannot be looked at may still be a ref. */
function isFile(path: string): boolean {
  try {
    return disk.isFileAt(path);
  } catch {
    return false;
  }
}
