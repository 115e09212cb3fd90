import { resolve } from 'node:path';
import { judgeFiles, toAudit } from '../../audit/audit-files.js';
import { PUT_OFF } from '../../cache/lazy-report.js';
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
import { paceOf } from '../shared/cache-flags.js';
import { exitOf, printProblems } from '../shared/context.js';
import { writeOutput } from '../shared/write-output.js';
import type { ReportRequest, ReportSetting } from './report-request.js';

/** The whole way, where no answer of an earlier run will do: judges what the paths hold, and reports. */
export async function reportAfresh(
  { scope, show, to, isOpened, speed, commandNames }: ReportRequest,
  { display, questionWith, answers, timing }: ReportSetting,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  const pace = paceOf(speed, io, timing, words, to.format === 'terminal' && !show.isVerbose);
  const { paths, asOf, config } = scope;
  const files = await judgeFiles(paths, { asOf, cwd: io.cwd, config, readStdin: io.readStdin, ...pace.options });
  const { report: found } = toAudit(files, words, undefined, isReadInOneGo(to.format) ? PUT_OFF : undefined);
  timing.step('report');
  const format = await formatNamed(to.format);
  const text = format(found, { ...display, words });
  printProblems(
    found.problems.map((one) => withCommandMeant(one, commandNames)),
    io,
  );
  await writeOutput(text, to, io);
  timing.step('write');
  pace.memory.save();
  const exit = exitOf(found);
  if (exit === EXIT.done && files.found && pace.hasSeenAll()) {
    const { keysAre } = pace.memory;
    const processes = [...files.judged, ...files.retired];
    const seen = { source: files.source, files: pace.seen, keysAre, processes, text };
    answers.keep(questionWith(files.found), seen);
  }
  timing.step('remember');
  pace.tell();
  if (isOpened && to.file !== undefined) await openFile(to.file, io, words);
  return exit;
}

/** A misspelt command reaches the default command as a path that is not there. */
function withCommandMeant(one: Report['problems'][number], commands: readonly string[]): Report['problems'][number] {
  const meant = one.code === 'no-such-path' ? suggest(one.place.file, commands) : undefined;
  return meant ? { ...one, hint: `did you mean "audit ${meant}"?` } : one;
}

/** These go through the processes one by one; the others come back to each many times, and want their words ready. */
function isReadInOneGo(format: FormatName): boolean {
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
