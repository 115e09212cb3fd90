import type { CliCommand } from './command.js';
import { config, scopeOf } from './options.js';

export const explain: CliCommand = {
  name: 'explain',
  examples: ['audit explain', 'audit explain feedback', 'audit explain 4', 'audit explain score-too-low'],
  declare: (command, { io, loadWords, end }) =>
    command
      .argument('[topic]')
      .addOption(config())
      .action(async (topic, flags) => {
        const { explain } = await import('../commands/parts/everyday.js');
        end(await explain({ topic, ...scopeOf([], flags, io) }, io, loadWords));
      }),
};
