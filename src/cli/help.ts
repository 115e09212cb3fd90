import type { CliCommand } from './command.js';

export const help: CliCommand = {
  name: 'help',
  examples: ['audit help', 'audit help check'],
  declare: (command) =>
    command.argument('[command]').action(async (name) => {
      const program = command.parent!;
      const named = name === undefined ? program : program.commands.find((other) => other.name() === name);
      named?.outputHelp();
      const { noSuch } = await import('../commands/parts/everyday.js');
      throw noSuch(
        'no-such-command',
        name!,
        program.commands.map((other) => other.name()),
      );
    }),
};
