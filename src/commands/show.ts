import { auditFiles } from '../audit/audit-files.js';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { defaultIdOf } from '../load/default-id.js';
import { formatProcess, formatRetired } from '../report/formats/process.js';
import type { Report } from '../report/model.js';
import { toJson } from '../report/view/escape.js';
import { DEFAULT_WIDTH } from '../report/view/layout.js';
import type { LoadWords } from '../wording/language.js';
import { asOfDay, type CommonFlags, displayOf, exitOf, printProblems, UsageError } from './shared/context.js';
import { noSuch } from './shared/no-such.js';
import { writeOutput } from './shared/write-output.js';

export interface ShowFlags extends CommonFlags {
  readonly format: 'terminal' | 'json';
  readonly output?: string;
}

/** `audit show <id>`: one process in full. */
export async function show(
  id: string,
  paths: readonly string[],
  flags: ShowFlags,
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
  const isNamed = (one: { id: string; name: string; place: { file: string } }) =>
    one.id === id || one.name.toLowerCase() === id.toLowerCase() || one.place.file === id.replace(/^\.\//, '');
  const found = report.processes.find(isNamed);
  const retired = report.retired.find(isNamed);
  if (!found && !retired) throw notFound(id, report);
  const display =
    flags.output === undefined ? displayOf(io, words) : { words, width: DEFAULT_WIDTH, colour: 0 as const };
  const findings = report.findings.filter((finding) => finding.process === found?.id);
  const text = found ? formatProcess(found, display, findings) : formatRetired(retired!, display);
  const written = flags.format === 'json' ? toJson(found ?? retired) : text;
  await writeOutput(written, flags, io);
  return exitOf(report);
}

function notFound(id: string, { processes, problems }: Report): UsageError {
  const broken = problems.find(({ place }) => defaultIdOf(place.file) === id || place.file === id);
  if (broken)
    return new UsageError(`${broken.place.file} has mistakes and cannot be judged`, 'mend what is said above');
  return noSuch(
    'process',
    id,
    processes.map((one) => one.id),
  );
}
