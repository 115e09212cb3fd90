import { CommanderError } from 'commander';
import { HelpRequest } from './cli/command.js';
import { helpText } from './cli/help-text.js';
import { createProgram, VERSION_FLAGS } from './cli/program.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { TOOL } from './package-info.js';
import { DEFAULT_WIDTH } from './report/view/layout.js';
import { type LoadWords, loadWords as loadWordsOfLanguage } from './wording/language.js';

export { processIo } from './io.js';

/** Runs the command line and returns how it ended; never throws and never ends the process itself. */
export async function main(
  argv: readonly string[],
  io: Io,
  loadWords: LoadWords = loadWordsOfLanguage,
): Promise<ExitCode> {
  // Scripts and editors ask for the version again and again; it needs no command to be declared.
  if (argv.length === 1 && VERSION_FLAGS.includes(argv[0]!)) {
    io.stdout.write(`${TOOL.version}\n`);
    return EXIT.done;
  }
  let exit: ExitCode = EXIT.done;
  const end = (code: ExitCode) => {
    exit = code;
  };
  try {
    await createProgram({ io, loadWords, end }).parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof HelpRequest) {
      const { help } = await loadWords();
      io.stdout.write(helpText(error.command, help, io.stdout.columns ?? DEFAULT_WIDTH));
      return EXIT.done;
    }
    // Commander has printed the version.
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    const { tellFailure } = await import('./cli/failure.js');
    return tellFailure(error, io, loadWords);
  }
}
