import type { GraphRequest } from '../commands/graph.js';
import { GRAPH_FORMATS } from '../report/formats/names.js';
import { type CliCommand, Option } from './command.js';
import { asOf, config, format, output, scopeOf, several } from './options.js';

export const graph: CliCommand = {
  name: 'graph',
  examples: [
    'audit graph > processes.mmd',
    'audit graph -f dot | dot -Tsvg > processes.svg',
    'audit graph --owner finance',
  ],
  declare: (command, { io, loadWords, end }) =>
    command
      .argument('[paths...]')
      .addOption(format(GRAPH_FORMATS))
      .addOption(new Option('-p, --process <ids>').argParser(several))
      .option('--owner <role>')
      .option('--no-demands')
      .addOption(output())
      .addOption(asOf())
      .addOption(config())
      .action(async (paths, flags) => {
        const { graph } = await import('../commands/graph.js');
        const request: GraphRequest = {
          scope: scopeOf(paths, flags, io),
          to: { format: flags.format, file: flags.output },
          processes: flags.process,
          owner: flags.owner,
          hasDemands: flags.demands,
        };
        end(await graph(request, io, loadWords));
      }),
};
