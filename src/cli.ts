import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { CI_SYSTEMS } from './commands/init/ci-workflow.js';
import { isUsageError } from './commands/shared/context.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { FAIL_ON } from './gate/policy.js';
import type { Io } from './io.js';
import { TOOL } from './package-info.js';
import { SORTS } from './report/formats/format.js';
import {
  DIFF_FORMATS,
  FORMAT_NAMES,
  type FormatName,
  GRAPH_FORMATS,
  PLAN_FORMATS,
  TREND_FORMATS,
} from './report/formats/names.js';
import { KINDS } from './sales-process/vocabulary.js';

import { type LoadWords, loadWords as loadWordsOfLanguage } from './wording/language.js';

export { processIo } from './io.js';

/** Alone they need no command to be known: scripts and editors ask for the version again and again. */
const VERSION_FLAGS = ['-V', '--version'];

/** Runs the command line and says how it ended; never throws and never ends the process itself. */
export async function main(
  argv: readonly string[],
  io: Io,
  loadWords: LoadWords = loadWordsOfLanguage,
): Promise<ExitCode> {
  if (argv.length === 1 && VERSION_FLAGS.includes(argv[0]!)) {
    io.stdout.write(`${TOOL.version}\n`);
    return EXIT.done;
  }
  let exit: ExitCode = EXIT.done;
  const program = createProgram(
    io,
    (code) => {
      exit = code;
    },
    loadWords,
  );
  try {
    await program.parseAsync(argv as string[], { from: 'user' });
    return exit;
  } catch (error) {
    return explainFailure(error, io);
  }
}

async function explainFailure(error: unknown, io: Io): Promise<ExitCode> {
  // Commander has printed its own message by now; help and version are no failures.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.input;
  if (isUsageError(error)) {
    const { tellUsageError } = await import('./commands/parts/everyday.js');
    tellUsageError(error, io);
    return EXIT.input;
  }
  io.stderr.write(
    `audit failed by its own fault; please report this:\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.fault;
}

/** What an action must do with its outcome. */
type End = (code: ExitCode) => void;

function createProgram(io: Io, end: End, loadWords: LoadWords): Command {
  const program = new Command('audit')
    .description('Puts eight questions to every process your sales team must follow, and says keep or eliminate.')
    .version(TOOL.version, VERSION_FLAGS.join(', '), 'print the version')
    .helpOption('-h, --help', 'print this help')
    // Commander's own prints the whole help for a command that there is not.
    .helpCommand(false)
    .showHelpAfterError('(audit --help lists the commands and options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
    })
    .addHelpText('after', EXITS);

  const report = program
    .command('report', { isDefault: true })
    .description('judge processes and report which to keep and which to eliminate (the default command)')
    .argument('[paths...]', 'files, folders, globs in quotes, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(FORMAT_NAMES).default('terminal'))
    .option('-o, --output <file>', 'write to a file')
    .option('-v, --verbose', 'show every reason and voice under each process')
    .option('-q, --quiet', 'show only the bottom line, also with --verbose')
    .addOption(new Option('--sort <by>', 'order within each verdict').choices(SORTS).default('hours'))
    .addOption(new Option('--only <verdict>', 'show one verdict').choices(['eliminate', 'undecided', 'keep']))
    .addOption(sourceUrl())
    .option('--open', 'open the written file where there is a desktop')
    .addOption(asOf())
    .addOption(config())
    .addHelpText(
      'after',
      examples(
        'audit processes',
        'audit --only eliminate --verbose',
        'audit -f json -o report.json',
        'audit -f html -o report.html --open',
      ),
    )
    .action(async (paths, flags) => {
      const { report: run } = await import('./commands/report/report.js');
      end(
        await run(
          paths,
          flags,
          io,
          loadWords,
          program.commands.map((command) => command.name()),
        ),
      );
    });

  remembering(report);

  const check = program
    .command('check')
    .description('fail when a process is unjustified and neither waived nor known from before: for CI')
    .argument('[paths...]', 'files, folders, globs in quotes, or - for standard input')
    .addOption(new Option('--fail-on <what>', 'unjustified (default), eliminate, or conditions').choices(FAIL_ON))
    .option('--min-score <points>', 'fail also on a score that may come to less, 0 to 100', parsePoints)
    .option('--no-fail', 'for a trial period: end in 0 where it would end in 1, and say so')
    .option('--since <ref>', 'fail only on what is new or worse since this branch left that branch, tag or commit')
    .option('--no-growth', 'with --since: fail when hours a year come and none go')
    .option('--baseline <file>', 'what to let pass because it was there before; default: audit-baseline.yaml')
    .option('--no-baseline', 'without a baseline')
    .option('--update-baseline', 'write what fails today into the baseline')
    .option('--allow-empty', 'pass when there is nothing to judge')
    .addOption(
      new Option('-f, --format <format>', 'how to write it; may be given several times')
        .choices(FORMAT_NAMES)
        .argParser((value: string, before: readonly FormatName[] | undefined) => [
          ...(before ?? []),
          parseFormat(value),
        ]),
    )
    .option('-o, --output <file>', 'write to a file; with several formats --output.sarif FILE and so on')
    .addOption(sourceUrl())
    .option(
      '--only-failures',
      'in github, azure, sarif, junit and gitlab list only what fails (for GitHub code scanning)',
    )
    .option(
      '--no-ci-detect',
      'no annotations, summary or report file of its own accord in GitHub Actions, GitLab CI and Azure Pipelines',
    )
    .option('-v, --verbose', 'show every reason and voice under each process that fails')
    .option('-q, --quiet', 'show only the last lines, also with --verbose')
    .addOption(asOf())
    .addOption(config())
    .addHelpText(
      'after',
      `${examples(
        'audit check                              fail on every unjustified process',
        'audit check --update-baseline            begin from today, once',
        'audit check --since origin/main          fail on what this branch makes new or worse',
        'audit check --output.sarif=audit.sarif   into a file, beside what is printed',
      )}\n\nExit codes: 0 every process is justified, waived or known from before; 1 at least\none is not; 2 could not judge everything; 3 a fault of the tool.`,
    );
  remembering(check);
  for (const name of FORMAT_NAMES) check.addOption(new Option(`--output.${name} <file>`).hideHelp());
  check.action(async (paths, flags) => {
    const { check: run } = await import('./commands/check/check.js');
    const outputs = Object.fromEntries(FORMAT_NAMES.map((name) => [name, flags[`output.${name}`]]));
    end(await run(paths, { ...flags, outputs }, io, loadWords));
  });

  program
    .command('plan')
    .description('say what to do with each unjustified process, in an order in which nothing breaks')
    .argument('[paths...]', 'the process files')
    .option(
      '--without <ids>',
      'instead: what would happen if these processes went: ids or names, joined by commas',
      several,
    )
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(PLAN_FORMATS).default('terminal'))
    .option('-q, --quiet', 'show only a line a step, and the bottom line')
    .option('-o, --output <file>', 'write to a file')
    .addOption(asOf())
    .addOption(config())
    .addHelpText(
      'after',
      examples('audit plan', 'audit plan -f markdown > plan.md', 'audit plan --without visit-report,qbr-deck'),
    )
    .action(async (paths, flags) => {
      const { plan } = await import('./commands/plan.js');
      end(await plan(paths, flags, io, loadWords));
    });

  program
    .command('graph')
    .description('draw processes, what they ask for, who uses it, and what feeds what: Mermaid or Graphviz DOT')
    .argument('[paths...]', 'the process files')
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(GRAPH_FORMATS).default('mermaid'))
    .option(
      '-p, --process <ids>',
      'only these and what they feed, are fed by, or exist because of; joined by commas',
      several,
    )
    .option('--owner <role>', 'only the processes of this owner, and what these feed, are fed by, or exist because of')
    .option('--no-demands', 'without what is asked for: only who uses the output of which process')
    .option('-o, --output <file>', 'write to a file')
    .addOption(asOf())
    .addOption(config())
    .addHelpText(
      'after',
      examples(
        'audit graph > processes.mmd',
        'audit graph -f dot | dot -Tsvg > processes.svg',
        'audit graph --owner finance',
      ),
    )
    .action(async (paths, flags) => {
      const { graph } = await import('./commands/graph.js');
      end(await graph(paths, flags, io, loadWords));
    });

  program
    .command('trend')
    .description('how it went: processes, hours and what was given back, step by step through the history of git')
    .argument('[paths...]', 'the process files')
    .option('--since <day|ref>', 'where to begin: a day, or a branch, tag or commit; default: the first commit')
    .option('--every <time>', 'how often to look: month, week, quarter, 2 weeks …, or commit', 'month')
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(TREND_FORMATS).default('terminal'))
    .option('-o, --output <file>', 'write to a file')
    .addOption(asOf())
    .addOption(config())
    .addHelpText(
      'after',
      examples(
        'audit trend',
        'audit trend --since 2026-01-01 --every quarter',
        'audit trend --every commit -f csv > trend.csv',
      ),
    )
    .action(async (paths, flags) => {
      const { trend } = await import('./commands/trend.js');
      end(await trend(paths, flags, io, loadWords));
    });

  program
    .command('diff')
    .description('what came, went or changed between two states, and because of which answer')
    .argument('<before>', 'a branch, tag or commit, or a report written by audit -f json')
    .argument('[after]', 'the same; default: the files as they are now')
    .option('-p, --paths <paths...>', 'the process files; default: those of the configuration')
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(DIFF_FORMATS).default('terminal'))
    .option('-o, --output <file>', 'write to a file')
    .addOption(asOf())
    .addOption(config())
    .addHelpText(
      'after',
      examples('audit diff v2026-01', 'audit diff main HEAD', 'audit diff january.json report.json'),
    )
    .action(async (before, after, flags) => {
      const { diff } = await import('./commands/diff.js');
      end(await diff(before, after, flags, io, loadWords));
    });

  program
    .command('waivers')
    .description('list the waivers: active, ending soon, expired, unused, and those that do not count')
    .argument('[paths...]', 'the process files')
    .option('--within <time>', 'what "ending soon" means: 30d, 4w, "2 months"', '30d')
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(['terminal', 'json']).default('terminal'))
    .option('-o, --output <file>', 'write to a file')
    .addOption(asOf())
    .addOption(config())
    .addHelpText('after', examples('audit waivers', 'audit waivers --within 90d', 'audit waivers -f json'))
    .action(async (paths, flags) => {
      const { waivers } = await import('./commands/parts/everyday.js');
      end(await waivers(paths, flags, io, loadWords));
    });

  program
    .command('show')
    .description('show one process in full: claims, facts, reasons, points, and what would get a yes')
    .argument('<id>', 'the id of the process (the name of its file without .yaml), its name, or its file')
    .argument('[paths...]', 'where to look')
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(['terminal', 'json']).default('terminal'))
    .option('-o, --output <file>', 'write to a file')
    .addOption(asOf())
    .addOption(config())
    .addHelpText('after', examples('audit show weekly-pipeline-report', 'audit show deal-desk processes -f json'))
    .action(async (id, paths, flags) => {
      const { show } = await import('./commands/parts/everyday.js');
      end(await show(id, paths, flags, io, loadWords));
    });

  program
    .command('ask')
    .description('ask the people: a questionnaire session that writes the answers into the process files')
    .argument('[paths...]', 'the process files')
    .option('-r, --role <role>', 'who is speaking; otherwise the session asks')
    .option('-w, --who <pseudonym>', 'tells people of one role apart; never printed in a report')
    .option('-p, --process <ids...>', 'only these processes')
    .addOption(new Option('-q, --question <names...>', 'only these questions'))
    .option('-u, --undecided', 'only what would settle an undecided verdict, the costliest process first')
    .option('-a, --all', 'also what has been answered freshly')
    .option('--print', 'print a blank sheet to hand around, and ask nothing')
    .addOption(
      new Option('-f, --format <format>', 'of the printed sheet').choices(['yaml', 'markdown']).default('yaml'),
    )
    .addOption(
      new Option(
        '--from <sheets...>',
        'take in filled YAML sheets, each all or nothing; - is standard input',
      ).conflicts(['role', 'who', 'process', 'question', 'undecided', 'all', 'print']),
    )
    .addOption(asOf())
    .addOption(config())
    .addHelpText(
      'after',
      examples(
        'audit ask',
        'audit ask --undecided --role account-executive',
        'audit ask --print --role marketing > sheet.yaml',
        'audit ask --from sheet.yaml',
      ),
    )
    .action(async (paths, flags) => {
      const { ask } = await import('./commands/parts/interview.js');
      end(await ask(paths, flags, io));
    });

  program
    .command('explain')
    .description('explain the eight questions and how they make a verdict, or one question or rule in full')
    .argument('[topic]', 'the name or number of a question, or a rule such as nothing-for-sales or waiver-expired')
    .addOption(config())
    .addHelpText(
      'after',
      examples('audit explain', 'audit explain feedback', 'audit explain 4', 'audit explain score-too-low'),
    )
    .action(async (topic, flags) => {
      const { explain } = await import('./commands/parts/everyday.js');
      end(await explain(topic, flags, io, loadWords));
    });

  program
    .command('new')
    .description('describe a new process: asks for the facts, or takes them as flags')
    .argument('[id]', 'lower-case words joined by hyphens; the file is named after it')
    .option('-n, --name <text>', 'what people call it; default: from the id')
    .addOption(new Option('-k, --kind <kind>', 'what kind of thing it is').choices(KINDS))
    .option('--owner <role>', 'who imposes it and answers for it')
    .option('--purpose <text>', 'why it exists')
    .option('--benefits <roles...>', 'who gains by it')
    .option('--crm <name>', 'the CRM it lives in')
    .option('--demand <what...>', 'what it takes from sales')
    .option('-d, --dir <folder>', 'where to write; default: the configured folder, else processes')
    .addOption(config())
    .addHelpText(
      'after',
      examples('audit new', 'audit new weekly-report', 'audit new win-loss-form --kind form --owner marketing'),
    )
    .action(async (id, flags) => {
      const { create } = await import('./commands/parts/everyday.js');
      end(await create(id, flags, io));
    });

  program
    .command('init')
    .description('write a processes folder with an example, and a configuration; never overwrites')
    .argument('[dir]', 'where; default: here')
    .addOption(new Option('--ci <system>', 'write only a workflow that runs "audit check"').choices(CI_SYSTEMS))
    .addHelpText('after', examples('audit init', 'audit init sales-audit', 'audit init --ci github'))
    .action(async (dir, flags) => {
      const { init } = await import('./commands/parts/everyday.js');
      end(init(dir, flags, io));
    });

  program
    .command('schema')
    .description('print a JSON Schema, for editors and other tools')
    .argument('[name]', 'process, configuration, baseline or report', parseSchemaName, 'process')
    .option('-o, --output <file>', 'write to a file')
    .addHelpText('after', examples('audit schema > process.schema.json', 'audit schema configuration'))
    .action(async (name, flags) => {
      const { schema } = await import('./commands/schema.js');
      end(await schema(name, flags, io));
    });

  program
    .command('help')
    .description('print the help of a command')
    .argument('[command]')
    .action(async (name?: string) => {
      const meant = name === undefined ? program : program.commands.find((command) => command.name() === name);
      meant?.help();
      const { noSuch } = await import('./commands/parts/everyday.js');
      throw noSuch(
        'command',
        name!,
        program.commands.map((command) => command.name()),
      );
    });

  for (const command of program.commands)
    command.showHelpAfterError(`(audit ${command.name()} --help lists its arguments and options)`);
  return program;
}

function parseSchemaName(name: string): string {
  if (['process', 'configuration', 'baseline', 'report'].includes(name)) return name;
  throw new InvalidArgumentError('It is process, configuration, baseline or report.');
}

/** A flag that may be given several times. */
function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function parsePoints(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 100) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 0 to 100.');
}

function parseFormat(name: string): FormatName {
  const found = FORMAT_NAMES.find((one) => one === name);
  if (found) return found;
  throw new InvalidArgumentError(`Allowed choices are ${FORMAT_NAMES.join(', ')}.`);
}

/** Adds the flags about whether and where parsed files are remembered. */
function remembering(command: Command): void {
  command
    .option('--cache', 'remember parsed files between runs, also in CI')
    .option('--no-cache', 'parse every file afresh')
    .option('--cache-location <folder>', 'where to remember; default: the cache folder of the platform')
    .option('--timing', 'say on stderr how many files were remembered and parsed, and how long each step took');
}

function asOf(): Option {
  return new Option('--as-of <day>', 'judge as on that day, YYYY-MM-DD; default: today in UTC');
}

function sourceUrl(): Option {
  return new Option('--source-url <template>', 'in html, link places: https://host/blob/main/{path}#L{line}');
}

function config(): Option {
  return new Option('-c, --config <file>', 'the configuration; default: the nearest audit.config.yaml upward');
}

function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}

const EXITS = `
Exit codes: 0 done; 1 only "audit check": an unjustified process; 2 could not
judge everything (bad input); 3 a fault of the tool; 130 interrupted (Ctrl-C).

Examples:
  $ audit                      judge ./processes or what the configuration names
  $ audit show weekly-report   one process in full
  $ audit explain              the eight questions, and how they make a verdict`;
