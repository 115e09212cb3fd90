import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { judgePrepared, type Prepared, prepare, toAudit } from '../audit/audit-files.js';
import { auditCommit, nowhereIn } from '../audit/replay.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { withoutMark } from '../files/read-text.js';
import { disk } from '../files/tree.js';
import { dayOfCommit } from '../git/history.js';
import { commitOf } from '../git/refs.js';
import type { Io } from '../io.js';
import { diffOf, type Labelled } from '../report/diff/diff.js';
import { parseReport } from '../report/diff/saved-report.js';
import { diffFormats } from '../report/formats/diff.js';
import type { DiffFormat } from '../report/formats/names.js';
import { DEFAULT_WIDTH } from '../report/view/layout.js';
import type { LoadWords } from '../wording/language.js';
import type { Words } from '../wording/words/words.js';
import { asOfDay, type CommonFlags, displayOf, exitOf, printProblems, UsageError } from './shared/context.js';
import { inRepository } from './shared/repository.js';
import { writeOutput } from './shared/write-output.js';

export interface DiffFlags extends CommonFlags {
  readonly paths?: readonly string[];
  readonly format: DiffFormat;
  readonly output?: string;
}

/** A state to compare: a saved report, or one made now. */
interface Side extends Labelled {
  readonly exit: ExitCode;
  /** Paths in which there is nothing. */
  readonly nowhere: readonly string[];
}

/** `audit diff <before> [after]`: what came, went or changed between two states, and because of what. */
export async function diff(
  before: string,
  after: string | undefined,
  flags: DiffFlags,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  const prepared = await prepare(flags.paths ?? [], { asOf: asOfDay(flags, io), cwd: io.cwd, config: flags.config });
  if ('problems' in prepared) {
    printProblems(prepared.problems, io);
    return EXIT.input;
  }
  if (after !== undefined && flags.asOf !== undefined)
    throw new UsageError(
      '--as-of is the day of the files as they are now',
      'each commit and report has a day of its own',
    );
  const older = await sideOf(before, prepared, io, words);
  const newer = after === undefined ? await now(prepared, io, words) : await sideOf(after, prepared, io, words);
  if (newer === undefined) return EXIT.input;
  const nowhere = older.nowhere.find((path) => newer.nowhere.includes(path));
  if (nowhere !== undefined) throw new UsageError(`neither state has a process file in ${nowhere}`);
  const { hourlyCost = null } = prepared.settings;
  const display =
    flags.output === undefined ? displayOf(io, words) : { words, width: DEFAULT_WIDTH, colour: 0 as const };
  const text = diffFormats[flags.format](diffOf(older, newer, words, flags.format === 'markdown'), display, {
    settings: { hourlyCost },
  });
  await writeOutput(text, flags, io);
  return Math.max(older.exit, newer.exit) as ExitCode;
}

async function sideOf(named: string, prepared: Prepared, io: Io, words: Words): Promise<Side> {
  const file = resolve(io.cwd, named);
  if (named.endsWith('.json') || isFile(file)) return saved(named, file);
  return inRepository(io, words, 'audit diff', async ({ cwd, repository, inside }) => {
    const commit = commitOf(repository, named);
    const day = dayOfCommit(repository, commit);
    const paths = prepared.source.map(inside);
    const { audit, nowhere } = await auditCommit(prepared, paths, { commit, day }, { cwd, repository }, words);
    return { label: named, report: audit.report, exit: EXIT.done, nowhere };
  });
}

/** The files as they are now; nothing, where there are none that could be judged: that is no state to compare. */
async function now(prepared: Prepared, io: Io, words: Words): Promise<Side | undefined> {
  const { report } = toAudit(await judgePrepared(prepared, { cwd: io.cwd, readStdin: io.readStdin }), words);
  printProblems(report.problems, io);
  if (report.processes.length + report.retired.length === 0 && report.problems.length > 0) return undefined;
  return { label: 'now', report, exit: exitOf(report), nowhere: nowhereIn(report.problems) };
}

/** A report of ten thousand processes has a few hundred megabytes; what is larger is none. */
const LARGEST_REPORT = 512 * 1024 * 1024;

function saved(label: string, file: string): Side {
  let json: string;
  try {
    if (disk.kindOf(file) === 'other' || disk.kindOf(file) === 'folder') throw new Error('it is no file');
    if (disk.kindOf(file) === 'file' && disk.sizeOf(file) > LARGEST_REPORT)
      throw new Error('it is larger than 512 MiB');
    json = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${label} cannot be read: ${(error as Error).message}`);
  }
  // What a shell of Windows redirects, or an editor saves, may begin with a byte order mark.
  const report = parseReport(withoutMark(json));
  if (report) return { label, report, exit: EXIT.done, nowhere: [] };
  throw new UsageError(`${label} is no report of this tool`, 'write one with "audit -f json -o report.json"');
}

/** What cannot be looked at is no file; whether it is a ref, git says. */
function isFile(path: string): boolean {
  try {
    return disk.isFileAt(path);
  } catch {
    return false;
  }
}
