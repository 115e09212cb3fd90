import type { AskRequest } from '../commands/ask/ask-request.js';
import { type CliCommand, Option } from './command.js';
import { asOf, config, scopeOf } from './options.js';

export const ask: CliCommand = {
  name: 'ask',
  examples: [
    'audit ask',
    'audit ask --undecided --role account-executive',
    'audit ask --print --role marketing > sheet.yaml',
    'audit ask --from sheet.yaml',
  ],
  declare: (command, { io, loadWords, end }) =>
    command
      .argument('[paths...]')
      .option('-r, --role <role>')
      .option('-w, --who <pseudonym>')
      .option('-p, --process <ids...>')
      .option('-q, --question <names...>')
      .option('-u, --undecided')
      .option('-a, --all')
      .option('--print')
      .addOption(new Option('-f, --format <format>').choices(['yaml', 'markdown']).default('yaml' as const))
      .addOption(
        new Option('--from <sheets...>').conflicts(['role', 'who', 'process', 'question', 'undecided', 'all', 'print']),
      )
      .addOption(asOf())
      .addOption(config())
      .action(async (paths, flags) => {
        const { ask } = await import('../commands/parts/interview.js');
        const request: AskRequest = {
          scope: scopeOf(paths, flags, io),
          role: flags.role,
          who: flags.who,
          processes: flags.process,
          questions: flags.question,
          isUndecidedOnly: flags.undecided ?? false,
          isAll: flags.all ?? false,
          kind: flags.from ? { sheets: flags.from } : flags.print ? { printed: flags.format } : 'session',
        };
        end(await ask(request, io, loadWords));
      }),
};
