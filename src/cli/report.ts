import type { ReportRequest } from '../commands/report/report-request.js';
import { UsageError } from '../commands/shared/usage-error.js';
import { SORTS } from '../report/formats/format.js';
import { FORMAT_NAMES } from '../report/formats/names.js';
import { type CliCommand, Option } from './command.js';
import { asOf, cache, cacheLocation, config, format, noCache, output, scopeOf, sourceUrl, timing } from './options.js';

export const report: CliCommand = {
  name: 'report',
  examples: [
    'audit processes',
    'audit --only eliminate --verbose',
    'audit -f json -o report.json',
    'audit -f html -o report.html --open',
  ],
  declare: (command, { io, loadWords, end }) =>
    command
      .argument('[paths...]')
      .addOption(format(FORMAT_NAMES))
      .addOption(output())
      .option('-v, --verbose')
      .option('-q, --quiet')
      .addOption(new Option('--sort <by>').choices(SORTS).default('hours' as const))
      .addOption(new Option('--only <verdict>').choices(['eliminate', 'undecided', 'keep']))
      .addOption(sourceUrl())
      .option('--open')
      .addOption(asOf())
      .addOption(config())
      .addOption(cache())
      .addOption(noCache())
      .addOption(cacheLocation())
      .addOption(timing())
      .action(async (paths, flags, { parent }) => {
        if (flags.open && flags.output === undefined) throw new UsageError('open-without-output', {});
        const request: ReportRequest = {
          scope: scopeOf(paths, flags, io),
          show: {
            isVerbose: flags.verbose ?? false,
            isQuiet: flags.quiet ?? false,
            sort: flags.sort,
            only: flags.only,
            sourceUrl: flags.sourceUrl,
          },
          to: { format: flags.format, file: flags.output },
          isOpened: flags.open ?? false,
          speed: flags,
          commandNames: parent!.commands.map((other) => other.name()),
        };
        const { report } = await import('../commands/report/report.js');
        end(await report(request, io, loadWords));
      }),
};
