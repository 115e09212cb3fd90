import { Argument, type CliCommand } from './command.js';
import { output } from './options.js';

export const schema: CliCommand = {
  name: 'schema',
  examples: ['audit schema > process.schema.json', 'audit schema configuration'],
  declare: (command, { io, loadWords, end }) =>
    command
      .addArgument(
        new Argument('[name]').choices(['process', 'configuration', 'baseline', 'report']).default('process' as const),
      )
      .addOption(output())
      .action(async (name, flags) => {
        const { schema } = await import('../commands/schema.js');
        end(await schema({ name, file: flags.output }, io, loadWords));
      }),
};
