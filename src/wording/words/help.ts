import type { ExitCode } from '../../exit-code.js';

/** What `--help` says about one command. Arguments and options go by the names they have on the command line. */
export interface CommandHelp<Argument extends string, Option extends string, Note extends string = never> {
  /** One line, in the list of commands too. */
  readonly about: string;
  readonly arguments: Readonly<Record<Argument, string>>;
  readonly options: Readonly<Record<Option, string>>;
  /** What the examples do that need saying. */
  readonly notes: Readonly<Record<Note, string>>;
  /** Where they mean something more exact than they do in general. */
  readonly exitCodes?: Readonly<Partial<Record<ExitCode, string>>>;
}

/** What `--help` says. */
export interface HelpWords {
  readonly titles: Readonly<Record<'usage' | 'arguments' | 'options' | 'commands' | 'exitCodes' | 'examples', string>>;
  /** What stands for any options and for any command in a usage line. */
  readonly placeholders: Readonly<Record<'options' | 'command', string>>;
  /** What an option takes, and what holds without it; after its text. */
  readonly values: (choices: readonly string[], standard: string | undefined) => string;
  readonly exitCodes: Readonly<Record<ExitCode, string>>;
  /** Of arguments and options that several commands have. A command may say it in its own words. */
  readonly arguments: Readonly<Record<'paths', string>>;
  readonly options: Readonly<
    Record<
      | 'format'
      | 'output'
      | 'as-of'
      | 'config'
      | 'source-url'
      | 'cache'
      | 'no-cache'
      | 'cache-location'
      | 'timing'
      | 'help',
      string
    >
  >;
  readonly commands: {
    readonly audit: CommandHelp<never, 'version', 'report' | 'show' | 'explain'>;
    readonly report: CommandHelp<'paths', 'verbose' | 'quiet' | 'sort' | 'only' | 'open'>;
    readonly check: CommandHelp<
      'paths',
      | 'fail-on'
      | 'min-score'
      | 'no-fail'
      | 'since'
      | 'no-growth'
      | 'baseline'
      | 'no-baseline'
      | 'update-baseline'
      | 'allow-empty'
      | 'format'
      | 'output'
      | 'only-failures'
      | 'no-ci-detect'
      | 'verbose'
      | 'quiet',
      'all' | 'start' | 'branch' | 'file'
    >;
    readonly plan: CommandHelp<never, 'without' | 'quiet'>;
    readonly graph: CommandHelp<never, 'process' | 'owner' | 'no-demands'>;
    readonly trend: CommandHelp<never, 'since' | 'every'>;
    readonly diff: CommandHelp<'before' | 'after', 'paths'>;
    readonly waivers: CommandHelp<never, 'within'>;
    readonly show: CommandHelp<'id' | 'paths', never>;
    readonly ask: CommandHelp<
      never,
      'role' | 'who' | 'process' | 'question' | 'undecided' | 'all' | 'print' | 'format' | 'from'
    >;
    readonly explain: CommandHelp<'topic', never>;
    readonly new: CommandHelp<'id', 'name' | 'kind' | 'owner' | 'purpose' | 'benefits' | 'crm' | 'demand' | 'dir'>;
    readonly init: CommandHelp<'dir', 'ci'>;
    readonly schema: CommandHelp<'name', never>;
    readonly help: CommandHelp<'command', never>;
  };
}

export type CommandName = keyof HelpWords['commands'];
