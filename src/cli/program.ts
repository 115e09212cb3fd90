import { TOOL } from '../package-info.js';
import { type AnyCommand, Command, type Example, type World } from './command.js';
import { commands } from './index.js';

/** What runs without the name of a command. */
const DEFAULT_COMMAND = 'report';

export const PROGRAM = 'audit';

export const VERSION_FLAGS = ['-V', '--version'];

export function createProgram(world: World): AnyCommand {
  const program = new Command(PROGRAM)
    .version(TOOL.version, VERSION_FLAGS.join(', '))
    // Commander's own prints the whole help for a command that does not exist.
    .helpCommand(false)
    .configureOutput({ writeOut: (text) => world.io.stdout.write(text) })
    .exitOverride();
  for (const { name, declare } of commands) {
    const command = new Command(name).copyInheritedSettings(program);
    program.addCommand(declare(command, world), { isDefault: name === DEFAULT_COMMAND });
  }
  return program;
}

export const PROGRAM_EXAMPLES: readonly Example[] = [
  ['audit', ({ commands }) => commands.audit.notes.report],
  ['audit show weekly-report', ({ commands }) => commands.audit.notes.show],
  ['audit explain', ({ commands }) => commands.audit.notes.explain],
];
