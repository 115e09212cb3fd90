import { CI_SYSTEMS } from '../commands/init/ci-workflow.js';
import { type CliCommand, Option } from './command.js';

export const init: CliCommand = {
  name: 'init',
  examples: ['audit init', 'audit init sales-audit', 'audit init --ci github'],
  declare: (command, { io, loadWords, end }) =>
    command
      .argument('[dir]')
      .addOption(new Option('--ci <system>').choices(CI_SYSTEMS))
      .action(async (dir, flags) => {
        const { init } = await import('../commands/parts/everyday.js');
        end(await init({ folder: dir, ci: flags.ci }, io, loadWords));
      }),
};
