import { UsageError } from '../commands/shared/usage-error.js';
import type { TrendRequest } from '../commands/trend.js';
import type { Rhythm } from '../history/steps.js';
import { TREND_FORMATS } from '../report/formats/names.js';
import { parseCadence } from '../time/cadence.js';
import { DAY_PATTERN, type Day, isDay } from '../time/day.js';
import { type CliCommand, Option } from './command.js';
import { asOf, config, format, output, scopeOf } from './options.js';

export const trend: CliCommand = {
  name: 'trend',
  examples: [
    'audit trend',
    'audit trend --since 2026-01-01 --every quarter',
    'audit trend --every commit -f csv > trend.csv',
  ],
  declare: (command, { io, loadWords, end }) =>
    command
      .argument('[paths...]')
      .option('--since <day|ref>')
      .addOption(new Option('--every <time>').default('month'))
      .addOption(format(TREND_FORMATS))
      .addOption(output())
      .addOption(asOf())
      .addOption(config())
      .action(async (paths, flags) => {
        const { trend } = await import('../commands/trend.js');
        const scope = scopeOf(paths, flags, io);
        if (flags.since !== undefined && DAY_PATTERN.test(flags.since)) requireDayBy(scope.asOf, flags.since);
        const request: TrendRequest = {
          scope,
          to: { format: flags.format, file: flags.output },
          isToday: flags.asOf === undefined,
          since: flags.since,
          every: { rhythm: toRhythm(flags.every), asWritten: flags.every },
        };
        end(await trend(request, io, loadWords));
      }),
};

function requireDayBy(asOf: Day, day: string): void {
  if (!isDay(day)) throw new UsageError('not-a-day', { option: '--since', got: day });
  if (day > asOf) throw new UsageError('day-too-late', { option: '--since', day, asOf });
}

function toRhythm(text: string): Rhythm {
  if (text === 'commit') return 'commit';
  const isPeriod = /^(?:[1-9]\d{0,2} )?(?:day|week|month|quarter|year)s?$/.test(text);
  const cadence = isPeriod ? parseCadence(text) : undefined;
  if (cadence?.kind === 'period') return cadence;
  throw new UsageError('not-a-rhythm', { option: '--every', got: text });
}
