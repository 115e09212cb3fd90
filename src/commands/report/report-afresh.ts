import { resolve } from 'node:path';
import { judgeFiles, toAudit } from '../../audit/audit-files.js';
import { openReuse } from '../../cache/reuse.js';
import { EXIT, type ExitCode } from '../../exit-code.js';
import type { Io } from '../../io.js';
import type { Format } from '../../report/formats/format.js';
import { json } from '../../report/formats/json.js';
import type { FormatName } from '../../report/formats/names.js';
import { terminal } from '../../report/formats/terminal/report.js';
import type { Report } from '../../report/model.js';
import { suggest } from '../../util/suggest.js';
import type { LoadWords } from '../../wording/language.js';
import { filesLine } from '../shared/cache-flags.js';
import { exitOf, printProblems } from '../shared/context.js';
import { writeOutput } from '../shared/write-output.js';
import type { ReportFlags, ReportSetting } from './report.js';

/** Judges what the paths hold and reports, where the last report will not do. */
export async function reportAfresh(
  paths: readonly string[],
  flags: ReportFlags,
  io: Io,
  loadWords: LoadWords,
  { asOf, display, questionWith, cache, timing, commands }: ReportSetting,
): Promise<ExitCode> {
  const words = await loadWords();
  const reuse = openReuse(cache);
  const options = { asOf, cwd: io.cwd, config: flags.config, readStdin: io.readStdin, reuse, onStep: timing.step };
  const files = await judgeFiles(paths, options);
  const { report: found } = toAudit(files, words, undefined, isReadOnce(flags.format));
  timing.step('report');
  const format = await formatNamed(flags.format);
  const text = format(found, { ...display, words });
  printProblems(
    found.problems.map((one) => withCommandMeant(one, commands)),
    io,
  );
  await writeOutput(text, flags, io);
  timing.step('write');
  reuse.save();
  const exit = exitOf(found);
  if (exit === EXIT.done && files.found) {
    const processes = [...files.judged, ...files.retired];
    reuse.keepReport(questionWith(files.found), { source: files.source, processes, text });
  }
  timing.step('remember');
  timing.tell(filesLine(reuse.counts));
  if (flags.open) await openFile(flags.output!, io);
  return exit;
}

/** A misspelt command reaches the default command as a path that is not there. */
function withCommandMeant(one: Report['problems'][number], commands: readonly string[]): Report['problems'][number] {
  const meant = one.code === 'no-such-path' ? suggest(one.place.file, commands) : undefined;
  return meant ? { ...one, hint: `did you mean "audit ${meant}"?` } : one;
}

/** These go through the processes once; the others come back to each many times, and want their words ready. */
function isReadOnce(format: FormatName): boolean {
  return format === 'terminal' || format === 'json';
}

/** The two that nearly every run needs are there; the others are loaded on demand. */
async function formatNamed(name: FormatName): Promise<Format> {
  if (name === 'terminal') return terminal;
  if (name === 'json') return json;
  const { formats } = await import('../parts/all-formats.js');
  return formats[name];
}

/** Loaded only when asked for. */
async function openFile(file: string, io: Io): Promise<void> {
  const { openOnDesktop } = await import('./open-on-desktop.js');
  const failed = await openOnDesktop(resolve(io.cwd, file), io.env);
  if (failed) io.stderr.write(`${failed}\n`);
}
