import { isAbsolute, relative } from 'node:path';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { repositoryTop, slashed } from '../../files/paths.js';
import { colourLevel, type Io } from '../../io.js';
import type { Report } from '../../report/model.js';
import { forTerminal } from '../../report/view/escape.js';
import { DEFAULT_WIDTH, hang, WIDEST } from '../../report/view/layout.js';
import { type Day, dayOf, isDay } from '../../time/day.js';
import type { Words } from '../../wording/words/words.js';

/** Flags that every command with a date and files has. */
export interface CommonFlags {
  readonly asOf?: string;
  readonly config?: string;
}

/** Input from the command line that cannot be used: the message says what to write instead. Ends in exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    message: string,
    readonly hint?: string,
    /** Something of many lines that is to be copied as it stands. */
    readonly toCopy?: string,
  ) {
    super(message);
  }
}

/** By name: a part that is loaded on demand has a class of its own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError';
}

/** The day to judge on: the flag, or today in UTC. */
export function asOfDay({ asOf }: CommonFlags, io: Io): Day {
  if (asOf === undefined) return dayOf(io.now());
  if (!isDay(asOf)) throw new UsageError(`--as-of must be a day that exists, written as YYYY-MM-DD, got "${asOf}"`);
  return asOf;
}

/** Columns to write: those of the terminal up to 120, or 80 without one. */
export function reportWidth({ stdout }: Io): number {
  return stdout.isTerminal && stdout.columns ? Math.max(60, Math.min(stdout.columns, WIDEST)) : DEFAULT_WIDTH;
}

export function displayOf(io: Io, words: Words): { words: Words; width: number; colour: 0 | 1 } {
  return { words, width: reportWidth(io), colour: colourLevel(io, io.stdout) };
}

/** Problems go to stderr, one after the other, each with what to write instead. */
export function printProblems(problems: Report['problems'], io: Io): void {
  for (const { code, place, message, hint } of problems) {
    const isPath = code === 'no-such-path' || code === 'nothing-found';
    const at = forTerminal(place.file) + (isPath ? '' : `:${place.line}:${place.column}`);
    io.stderr.write(withoutCommands(`${at}  ${forTerminal(message)}\n`, io));
    if (hint) io.stderr.write(withoutCommands(`${hang('  ', forTerminal(hint), DEFAULT_WIDTH)}\n`, io));
  }
}

/** How a run that only reports ends: our own fault is worse than bad input. */
export function exitOf({ totals, problems }: Report): ExitCode {
  if (totals.failedQuestions > 0) return EXIT.fault;
  return problems.length > 0 ? EXIT.input : EXIT.done;
}

/**
 * Where the repository's top is, as the formats of CI systems need it: the CI system says so, or the nearest `.git` does;
 * and what stands before a path from here to make it start there, "" or "sales/".
 */
export function pathsOf({ cwd, env }: Pick<Io, 'cwd' | 'env'>): { readonly top?: string; readonly pathPrefix: string } {
  const top = env['GITHUB_WORKSPACE'] || env['CI_PROJECT_DIR'] || env['BUILD_SOURCESDIRECTORY'] || repositoryTop(cwd);
  if (top === undefined) return { pathPrefix: '' };
  const inside = slashed(relative(top, cwd));
  if (inside === '..' || inside.startsWith('../') || isAbsolute(inside)) return { pathPrefix: '' };
  return { top: slashed(top), pathPrefix: inside === '' ? '' : `${inside}/` };
}

/**
 * Text for the log of a CI system. GitHub Actions takes lines that begin with `::` and anything after `##[` for commands, Azure
 * Pipelines what follows `##vso[` or `##[`: what a process file says must not be one.
 */
export function withoutCommands(text: string, { env }: Pick<Io, 'env'>): string {
  if (env['GITHUB_ACTIONS'] !== 'true' && env['TF_BUILD'] === undefined) return text;
  return text.replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1: ').replace(/##(?=\w*\[)/g, '## ');
}

/** The template that places are linked with, checked: it must lead to a web page and say where the path goes. */
export function sourceUrlOf({ sourceUrl }: { readonly sourceUrl?: string }): string | undefined {
  if (sourceUrl === undefined || (/^https?:\/\/\S+$/i.test(sourceUrl) && sourceUrl.includes('{path}')))
    return sourceUrl;
  throw new UsageError(
    `--source-url must be a web address with {path} in it, got "${sourceUrl}"`,
    'for example: https://github.com/you/repository/blob/main/{path}#L{line}',
  );
}
