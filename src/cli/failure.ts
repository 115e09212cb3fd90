import { tellUsageError } from '../commands/shared/tell-usage-error.js';
import { isUsageError, UsageError } from '../commands/shared/usage-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { suggest } from '../util/suggest.js';
import type { LoadWords } from '../wording/language.js';
import { isParseError, type ParseError } from './command.js';
import { PROGRAM } from './program.js';

/** Prints why a run failed and returns its exit code. Anything but a mistake on the command line is a bug, and shows its stack. */
export async function tellFailure(error: unknown, io: Io, loadWords: LoadWords): Promise<ExitCode> {
  const { usage } = await loadWords();
  if (isUsageError(error)) {
    tellUsageError(error, io, usage);
    return EXIT.input;
  }
  if (isParseError(error)) {
    tellUsageError(toUsageError(error), io, usage, usage.seeHelp(fullName(error)));
    return EXIT.input;
  }
  io.stderr.write(`audit: ${usage.internalError}\n${error instanceof Error ? error.stack : String(error)}\n`);
  return EXIT.fault;
}

function fullName({ command }: ParseError): string {
  return command.name() === PROGRAM ? PROGRAM : `${PROGRAM} ${command.name()}`;
}

/**
 * The same mistake as one of ours. Commander gives a code and an English message, so the details are taken from the message; a
 * message that does not look as expected is quoted.
 */
function toUsageError({ command, code, message }: ParseError): UsageError {
  const quoted = new UsageError('not-understood', { said: message.replace(/^error: /, '') });
  if (code === 'commander.excessArguments') {
    const got = Number(/but got (\d+)/.exec(message)?.[1]);
    return got > 0
      ? new UsageError('too-many-arguments', { expected: command.registeredArguments.length, got })
      : quoted;
  }
  const [first, second = ''] = [...message.matchAll(/'(.*?)'/g)].map(([, name]) => name!);
  if (first === undefined) return quoted;
  switch (code) {
    case 'commander.unknownOption':
      return new UsageError('unknown-option', { option: first, meant: optionMeant(first, command) });
    case 'commander.missingArgument':
      return new UsageError('missing-argument', { argument: first });
    case 'commander.optionMissingArgument':
      return new UsageError('missing-value', { option: longOption(first, command) });
    case 'commander.conflictingOption':
      return new UsageError('options-conflict', {
        one: longOption(first, command),
        other: longOption(second, command),
      });
    case 'commander.invalidArgument': {
      const option = command.options.find(({ flags }) => flags === first);
      if (option?.argChoices)
        return new UsageError('not-a-choice', {
          option: longOption(first, command),
          got: second,
          choices: option.argChoices,
        });
      const argument = command.registeredArguments.find((declared) => declared.name() === second);
      if (argument?.argChoices)
        return new UsageError('not-a-choice', { option: second, got: first, choices: argument.argChoices });
    }
  }
  return quoted;
}

type PlainCommand = ParseError['command'];

function optionMeant(typed: string, command: PlainCommand): string | undefined {
  if (!typed.startsWith('--')) return undefined;
  const options = command.createHelp().visibleOptions(command);
  return suggest(
    typed,
    options.flatMap(({ long }) => long ?? []),
  );
}

/** `--format` for the flags `-f, --format <format>`. */
function longOption(flags: string, { options }: PlainCommand): string {
  return options.find((option) => option.flags === flags)?.long ?? flags;
}
