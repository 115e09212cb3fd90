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
import type { Words } from '../../wording/words/words.js';
import { filesLine } from '../shared/cache-flags.js';
import { exitOf, printProblems } from '../shared/context.js';
import { writeOutput } from '../shared/write-output.js';
import type { ReportRequest, ReportSetting } from './report-request.js';

/** Judges what the paths hold and reports, if the last report does not do. */
export async function reportAfresh(
  { scope, to, isOpened, commandNames }: ReportRequest,
  { display, questionWith, cache, timing }: ReportSetting,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  const reuse = openReuse(cache);
  const { paths, asOf, config } = scope;
  const options = { asOf, cwd: io.cwd, config, readStdin: io.readStdin, reuse, onStep: timing.step };
  const files = await judgeFiles(paths, options);
  const { report: found } = toAudit(files, words, undefined, isReadOnce(to.format));
  timing.step('report');
  const format = await formatNamed(to.format);
  const text = format(found, { ...display, words });
  printProblems(
    found.problems.map((one) => withCommandMeant(one, commandNames)),
    io,
  );
  await writeOutput(text, to, io);
  timing.step('write');
  reuse.save();
  const exit = exitOf(found);
  if (exit === EXIT.done && files.found) {
    const processes = [...files.judged, ...files.retired];
    reuse.keepReport(questionWith(files.found), { source: files.source, processes, text });
  }
  timing.step('remember');
  timing.tell(filesLine(reuse.counts));
  if (isOpened && to.file !== undefined) await openFile(to.file, io, words);
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
async function openFile(file: string, io: Io, { commands }: Words): Promise<void> {
  const { openOnDesktop } = await import('./open-on-desktop.js');
  const path = resolve(io.cwd, file);
  const outcome = await openOnDesktop(path, io.env);
  if (outcome === 'no-desktop') io.stderr.write(`${commands.noDesktop(path)}\n`);
  else if (outcome !== 'opened') io.stderr.write(`${commands.notOpened(path, outcome.why)}\n`);
}
