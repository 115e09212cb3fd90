import type { PlanRequest } from '../commands/plan.js';
import { PLAN_FORMATS } from '../report/formats/names.js';
import { type CliCommand, Option } from './command.js';
import { asOf, config, format, output, scopeOf, several } from './options.js';

export const plan: CliCommand = {
  name: 'plan',
  examples: ['audit plan', 'audit plan -f markdown > plan.md', 'audit plan --without visit-report,qbr-deck'],
  declare: (command, { io, loadWords, end }) =>
    command
      .argument('[paths...]')
      .addOption(new Option('--without <ids>').argParser(several))
      .addOption(format(PLAN_FORMATS))
      .option('-q, --quiet')
      .addOption(output())
      .addOption(asOf())
      .addOption(config())
      .action(async (paths, flags) => {
        const { plan } = await import('../commands/plan.js');
        const request: PlanRequest = {
          scope: scopeOf(paths, flags, io),
          to: { format: flags.format, file: flags.output },
          isQuiet: flags.quiet ?? false,
          without: flags.without,
        };
        end(await plan(request, io, loadWords));
      }),
};
