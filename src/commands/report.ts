import { resolve } from 'node:path';
import { judgeFiles, questionOf, toAudit } from '../audit-files.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { suggest } from '../format/suggest.js';
import { colourLevel, type Io } from '../io.js';
import { openAnswers } from '../load/answers.js';
import type { Format, FormatOptions, Sort } from '../report/formats/format.js';
import { json } from '../report/formats/json.js';
import type { FormatName } from '../report/formats/names.js';
import { terminal } from '../report/formats/terminal.js';
import { DEFAULT_WIDTH } from '../report/layout.js';
import type { Report } from '../report/model.js';
import { PUT_OFF } from '../report/put-off.js';
import type { VerdictName } from '../verdict.js';
import {
  asOfDay,
  type CommonFlags,
  exitOf,
  pathsOf,
  printProblems,
  reportWidth,
  sourceUrlOf,
  UsageError,
  withoutCommands,
} from './context.js';
import { paceOf, type SpeedFlags } from './timing.js';
import { writeOutput } from './write-output.js';

export interface ReportFlags extends CommonFlags, SpeedFlags {
  readonly format: FormatName;
  readonly output?: string;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly sort: Sort;
  readonly only?: VerdictName;
  readonly sourceUrl?: string;
  /** Opens what was written, with --output. */
  readonly open?: boolean;
}

/** `audit [paths…]`: judges what the paths hold and reports. Display flags never change a verdict or the exit code. */
export async function report(
  paths: readonly string[],
  flags: ReportFlags,
  io: Io,
  commands: readonly string[] = [],
): Promise<ExitCode> {
  if (flags.open && flags.output === undefined)
    throw new UsageError('--open opens a file', 'say which: audit -f html -o report.html --open');
  const pace = paceOf(flags, io, flags.format === 'terminal' && !flags.verbose);
  const options = {
    asOf: asOfDay(flags, io),
    cwd: io.cwd,
    config: flags.config,
    readStdin: io.readStdin,
    ...pace.options,
  };
  const display: FormatOptions = {
    width: flags.output === undefined ? reportWidth(io) : DEFAULT_WIDTH,
    colour: flags.output === undefined ? colourLevel(io, io.stdout) : 0,
    isVerbose: flags.verbose ?? false,
    isQuiet: flags.quiet ?? false,
    sort: flags.sort,
    only: flags.only,
    ...pathsOf(io),
    sourceUrl: sourceUrlOf(flags),
  };
  const answers = openAnswers(pace.memory, io.cwd);
  const asked = (question: string) => JSON.stringify([question, flags.format, display]);
  const question = answers.isWorthAsking && !paths.includes('-') ? await questionOf(paths, options) : undefined;
  const before = question && (await answers.recall(asked(question.text), question.source));
  if (before) {
    pace.recalled(before.files);
    await writeOutput(isProse(flags.format) ? withoutCommands(before.text, io) : before.text, flags.output, io);
    pace.step('write');
    pace.tell();
    return EXIT.done;
  }
  const files = await judgeFiles(paths, options);
  const { report: found } = toAudit(files, undefined, isReadInOneGo(flags.format) ? PUT_OFF : undefined);
  pace.step('report');
  const format = await formatNamed(flags.format);
  const text = format(found, display);
  printProblems(
    found.problems.map((one) => withCommandMeant(one, commands)),
    io,
  );
  await writeOutput(isProse(flags.format) ? withoutCommands(text, io) : text, flags.output, io);
  pace.step('write');
  pace.memory.save();
  const exit = exitOf(found);
  if (exit === EXIT.done && files.question !== undefined && pace.hasSeenAll())
    answers.keep(asked(files.question), pace.seen, [...files.judged, ...files.retired], text);
  pace.step('remember');
  pace.tell();
  if (flags.open) await openFile(flags.output!, io);
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

/** For people; in the log of GitHub Actions a name must be no command. */
function isProse(format: FormatName): boolean {
  return format === 'terminal' || format === 'markdown' || format === 'talk-sheet';
}

/** The two that nearly every run needs are there; the others are loaded on demand. */
async function formatNamed(name: FormatName): Promise<Format> {
  if (name === 'terminal') return terminal;
  if (name === 'json') return json;
  const { formats } = await import('./all-formats.js');
  return formats[name];
}

/** Loaded only when asked for. */
async function openFile(file: string, io: Io): Promise<void> {
  const { openOnDesktop } = await import('./open-on-desktop.js');
  const failed = await openOnDesktop(resolve(io.cwd, file), io.env);
  if (failed) io.stderr.write(`${failed}\n`);
}
