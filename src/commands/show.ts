import { auditFiles } from '../audit-files.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { suggest } from '../format/suggest.js';
import type { Io } from '../io.js';
import { formatProcess } from '../report/formats/process.js';
import { asOfDay, type CommonFlags, displayOf, exitOf, printProblems, UsageError } from './context.js';
import { writeOutput } from './write-output.js';

export interface ShowFlags extends CommonFlags {
  readonly format: 'terminal' | 'json';
  readonly output?: string;
}

/** `audit show <id>`: one process in full. */
export async function show(id: string, paths: readonly string[], flags: ShowFlags, io: Io): Promise<ExitCode> {
  const { report } = await auditFiles(paths, {
    asOf: asOfDay(flags, io),
    cwd: io.cwd,
    config: flags.config,
    readStdin: io.readStdin,
  });
  printProblems(report.problems, io);
  const found = report.processes.find((one) => one.id === id);
  const retired = report.retired.find((one) => one.id === id);
  if (retired) {
    io.stdout.write(`${retired.name} was retired on ${retired.on} and is not judged: ${retired.why}\n`);
    return exitOf(report);
  }
  if (!found) {
    if (report.processes.length === 0 && report.problems.length > 0) return EXIT.input;
    const ids = report.processes.map((one) => one.id);
    const meant = suggest(id, ids);
    throw new UsageError(
      `there is no process "${id}"`,
      meant ? `did you mean "${meant}"?` : `there are: ${ids.join(', ')}`,
    );
  }
  const display = flags.output === undefined ? displayOf(io) : { ...displayOf(io), colour: 0 as const };
  const text = flags.format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : formatProcess(found, display);
  await writeOutput(text, flags.output, io);
  return exitOf(report);
}
