import type {
  CommandUnknownOpts,
  Argument as TypedArgument,
  Command as TypedCommand,
  Option as TypedOption,
} from '@commander-js/extra-typings';
import { Argument as PlainArgument, Command as PlainCommand, Option as PlainOption } from 'commander';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { LoadWords } from '../wording/language.js';
import type { CommandName, HelpWords } from '../wording/words/help.js';

/** One command of the command line. What `--help` says about it stands in `wording/`, under the same names. */
export interface CliCommand {
  readonly name: CommandName;
  readonly examples: readonly Example[];
  /** Adds its arguments and options, and an action that imports what it runs: a run loads nothing that it does not need. */
  declare(command: NewCommand, world: World): AnyCommand;
}

/** A command line to copy, with what it does where that is not plain. */
export type Example = string | readonly [line: string, note: (help: HelpWords) => string];

/** What the action of a command works with. */
export interface World {
  readonly io: Io;
  readonly loadWords: LoadWords;
  /** Takes the exit code of the run. */
  readonly end: (code: ExitCode) => void;
}

export type NewCommand = TypedCommand;
export type AnyCommand = CommandUnknownOpts;

/** Thrown when the help of a command is asked for. */
export class HelpRequest extends Error {
  constructor(readonly command: PlainCommand) {
    super(`help of ${command.name()}`);
  }
}

/** Thrown when commander cannot make sense of the command line. */
export class ParseError extends Error {
  override readonly name = 'ParseError';

  constructor(
    readonly command: PlainCommand,
    /** One of commander's, such as `commander.unknownOption`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Compares names: each part of the bundle has its own copy of the class. */
export function isParseError(error: unknown): error is ParseError {
  return error instanceof Error && error.name === 'ParseError';
}

/** Throws where commander would print: the words for help and errors are loaded only when they are needed. */
class SilentCommand extends PlainCommand {
  override outputHelp(): never {
    throw new HelpRequest(this);
  }

  override error(message: string, { code = '' }: { code?: string } = {}): never {
    throw new ParseError(this, code, message);
  }
}

// @commander-js/extra-typings infers the type of a command's flags from the options it declares. Only its types are used.
export const Command = SilentCommand as unknown as typeof TypedCommand;
export const Option = PlainOption as unknown as typeof TypedOption;
export const Argument = PlainArgument as unknown as typeof TypedArgument;
