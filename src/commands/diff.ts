import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { judgePrepared, type Prepared, prepare, toAudit } from '../audit-files.js';
import { auditCommit } from '../audit-history.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { disk } from '../load/files.js';
import { commitOf, dayOfCommit } from '../load/git.js';
import { diffOf, type Labelled } from '../report/diff.js';
import { type DiffableReport, parseReport, withoutFewVoices } from '../report/diffable.js';
import { type DiffFormat, diffFormats } from '../report/formats/diff.js';
import { DEFAULT_WIDTH } from '../report/layout.js';
import { asOfDay, type CommonFlags, displayOf, exitOf, printProblems, UsageError } from './context.js';
import { inRepository } from './in-repository.js';
import { writeOutput } from './write-output.js';

export interface DiffFlags extends CommonFlags {
  readonly paths?: readonly string[];
  readonly format: DiffFormat;
  readonly output?: string;
}

/** A state to compare: a saved report, or one made now. */
interface Side extends Labelled {
  readonly exit: ExitCode;
}

/** `audit diff <before> [after]`: what came, went or changed between two states, and because of what. */
export async function diff(before: string, after: string | undefined, flags: DiffFlags, io: Io): Promise<ExitCode> {
  const prepared = await prepare(flags.paths ?? [], { asOf: asOfDay(flags, io), cwd: io.cwd, config: flags.config });
  if ('problems' in prepared) {
    printProblems(prepared.problems, io);
    return EXIT.input;
  }
  const older = await sideOf(before, prepared, flags, io);
  const newer = after === undefined ? await now(prepared, flags, io) : await sideOf(after, prepared, flags, io);
  const { hourlyCost = null } = prepared.settings;
  const display = flags.output === undefined ? displayOf(io) : { width: DEFAULT_WIDTH, colour: 0 as const };
  const text = diffFormats[flags.format](diffOf(older, newer), display, { settings: { hourlyCost } });
  await writeOutput(text, flags.output, io);
  return Math.max(older.exit, newer.exit) as ExitCode;
}

async function sideOf(named: string, prepared: Prepared, flags: DiffFlags, io: Io): Promise<Side> {
  const file = resolve(io.cwd, named);
  if (named.endsWith('.json') || isFile(file)) return saved(named, file, flags);
  return inRepository(io, 'audit diff', async ({ cwd, repository, inside }) => {
    const commit = commitOf(repository, named);
    const day = dayOfCommit(repository, commit);
    const { report } = await auditCommit(prepared, prepared.source.map(inside), { commit, day }, { cwd, repository });
    return { label: named, report: passedOn(report, flags), exit: EXIT.done };
  });
}

/** The files as they are now. */
async function now(prepared: Prepared, flags: DiffFlags, io: Io): Promise<Side> {
  const { report } = toAudit(await judgePrepared(prepared, { cwd: io.cwd, readStdin: io.readStdin }));
  printProblems(report.problems, io);
  return { label: 'now', report: passedOn(report, flags), exit: exitOf(report) };
}

/** A report of ten thousand processes has a few hundred megabytes; what is larger is none. */
const LARGEST_REPORT = 512 * 1024 * 1024;

function saved(label: string, file: string, flags: DiffFlags): Side {
  let json: string;
  try {
    if (disk.kindOf(file) === 'other' || disk.kindOf(file) === 'folder') throw new Error('it is no file');
    if (disk.kindOf(file) === 'file' && disk.sizeOf(file) > LARGEST_REPORT)
      throw new Error('it is larger than 512 MiB');
    json = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${label} cannot be read: ${(error as Error).message}`);
  }
  const report = parseReport(json);
  if (report) return { label, report: passedOn(report, flags), exit: EXIT.done };
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

/** In Markdown the words of roles of which too few spoke are not passed on. */
function passedOn(report: DiffableReport, { format }: DiffFlags): DiffableReport {
  return format === 'markdown' ? withoutFewVoices(report) : report;
}
