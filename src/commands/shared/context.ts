import { EXIT, type ExitCode } from '../../exit-code.js';
import { colourLevel, type Io } from '../../io.js';
import { isNothingThere } from '../../problem.js';
import type { Report } from '../../report/model.js';
import { forTerminal } from '../../report/view/escape.js';
import { DEFAULT_WIDTH, hang, WIDEST } from '../../report/view/layout.js';
import { withoutCommands } from './ci-log.js';
import type { Destination } from './write-output.js';

/** Columns of the terminal, at least 60 and at most 120; 80 without one. */
export function reportWidth({ stdout }: Io): number {
  return stdout.isTerminal && stdout.columns ? Math.max(60, Math.min(stdout.columns, WIDEST)) : DEFAULT_WIDTH;
}

/** How wide a report is and whether it has colours: as the terminal has, or plain in a file. */
export function displayFor({ file }: Pick<Destination, 'file'>, io: Io): { width: number; colour: 0 | 1 } {
  return file === undefined
    ? { width: reportWidth(io), colour: colourLevel(io, io.stdout) }
    : { width: DEFAULT_WIDTH, colour: 0 };
}

/** Prints each problem to standard error, with its hint below. */
export function printProblems(problems: Report['problems'], io: Io): void {
  for (const problem of problems) {
    const { place, message, hint } = problem;
    const at = forTerminal(place.file) + (isNothingThere(problem) ? '' : `:${place.line}:${place.column}`);
    io.stderr.write(withoutCommands(`${at}  ${forTerminal(message)}\n`, io));
    if (hint) io.stderr.write(withoutCommands(`${hang('  ', forTerminal(hint), DEFAULT_WIDTH)}\n`, io));
  }
}

/** The exit code of a command that only reports: an internal error is worse than bad input. */
export function exitOf({ totals, problems }: Report): ExitCode {
  if (totals.failedQuestions > 0) return EXIT.fault;
  return problems.length > 0 ? EXIT.input : EXIT.done;
}
