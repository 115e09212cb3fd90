import type { DiffRequest } from '../commands/diff.js';
import { UsageError } from '../commands/shared/usage-error.js';
import { DIFF_FORMATS } from '../report/formats/names.js';
import type { CliCommand } from './command.js';
import { asOf, config, format, output, scopeOf } from './options.js';

export const diff: CliCommand = {
  name: 'diff',
  examples: ['audit diff v2026-01', 'audit diff main HEAD', 'audit diff january.json report.json'],
  declare: (command, { io, loadWords, end }) =>
    command
      .argument('<before>')
      .argument('[after]')
      .option('-p, --paths <paths...>')
      .addOption(format(DIFF_FORMATS))
      .addOption(output())
      .addOption(asOf())
      .addOption(config())
      .action(async (before, after, flags) => {
        if (after !== undefined && flags.asOf !== undefined) throw new UsageError('as-of-two-states', {});
        const { diff } = await import('../commands/diff.js');
        const request: DiffRequest = {
          before,
          after,
          scope: scopeOf(flags.paths ?? [], flags, io),
          to: { format: flags.format, file: flags.output },
        };
        end(await diff(request, io, loadWords));
      }),
};
