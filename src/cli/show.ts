import type { ShowRequest } from '../commands/show.js';
import type { CliCommand } from './command.js';
import { asOf, config, format, output, scopeOf } from './options.js';

export const show: CliCommand = {
  name: 'show',
  examples: ['audit show weekly-pipeline-report', 'audit show deal-desk processes -f json'],
  declare: (command, { io, loadWords, end }) =>
    command
      .argument('<id>')
      .argument('[paths...]')
      .addOption(format(['terminal', 'json']))
      .addOption(output())
      .addOption(asOf())
      .addOption(config())
      .action(async (id, paths, flags) => {
        const { show } = await import('../commands/parts/everyday.js');
        const request: ShowRequest = {
          id,
          scope: scopeOf(paths, flags, io),
          to: { format: flags.format, file: flags.output },
        };
        end(await show(request, io, loadWords));
      }),
};
