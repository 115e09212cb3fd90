import type { NewRequest } from '../commands/new/new.js';
import { KINDS } from '../sales-process/vocabulary.js';
import { type CliCommand, Option } from './command.js';
import { config, scopeOf } from './options.js';

export const create: CliCommand = {
  name: 'new',
  examples: ['audit new', 'audit new weekly-report', 'audit new win-loss-form --kind form --owner marketing'],
  declare: (command, { io, loadWords, end }) =>
    command
      .argument('[id]')
      .option('-n, --name <text>')
      .addOption(new Option('-k, --kind <kind>').choices(KINDS))
      .option('--owner <role>')
      .option('--purpose <text>')
      .option('--benefits <roles...>')
      .option('--crm <name>')
      .option('--demand <what...>')
      .option('-d, --dir <folder>')
      .addOption(config())
      .action(async (id, flags) => {
        const { create } = await import('../commands/parts/everyday.js');
        const { name, kind, owner, purpose, crm, benefits, demand, dir } = flags;
        const request: NewRequest = {
          id,
          facts: {
            name,
            kind,
            owner,
            purpose,
            crm,
            beneficiaries: benefits,
            demands: demand?.map((what) => ({ what })),
          },
          folder: dir,
          ...scopeOf([], flags, io),
        };
        end(await create(request, io, loadWords));
      }),
};
