import { UsageError } from '../commands/shared/usage-error.js';
import type { WaiversRequest } from '../commands/waivers.js';
import type { Cadence } from '../time/cadence.js';
import { type CliCommand, Option } from './command.js';
import { asOf, config, format, output, scopeOf } from './options.js';

export const waivers: CliCommand = {
  name: 'waivers',
  examples: ['audit waivers', 'audit waivers --within 90d', 'audit waivers -f json'],
  declare: (command, { io, loadWords, end }) =>
    command
      .argument('[paths...]')
      .addOption(new Option('--within <time>').default('30d'))
      .addOption(format(['terminal', 'json']))
      .addOption(output())
      .addOption(asOf())
      .addOption(config())
      .action(async (paths, flags) => {
        const { waivers } = await import('../commands/parts/everyday.js');
        const request: WaiversRequest = {
          scope: scopeOf(paths, flags, io),
          to: { format: flags.format, file: flags.output },
          within: toPeriod(flags.within),
        };
        end(await waivers(request, io, loadWords));
      }),
};

const UNITS: Readonly<Record<string, Extract<Cadence, { kind: 'period' }>['unit']>> = {
  d: 'day',
  w: 'week',
  m: 'month',
  y: 'year',
};

/** Reads `30d`, `4w`, `2 months`, `1 year`. */
function toPeriod(text: string): Cadence {
  const [, count, unit] = /^(\d{1,4}) ?(d|w|m|y|days?|weeks?|months?|years?)$/.exec(text.trim()) ?? [];
  if (count === undefined) throw new UsageError('not-a-length-of-time', { option: '--within', got: text });
  return { kind: 'period', count: Number(count), unit: UNITS[unit!.charAt(0)]! };
}
