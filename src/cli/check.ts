import type { CheckRequest } from '../commands/check/check.js';
import { UsageError } from '../commands/shared/usage-error.js';
import { FAIL_ON } from '../gate/policy.js';
import { FORMAT_NAMES, type FormatName } from '../report/formats/names.js';
import { type CliCommand, Option } from './command.js';
import { asOf, cache, cacheLocation, config, noCache, output, scopeOf, sourceUrl, timing } from './options.js';

export const check: CliCommand = {
  name: 'check',
  examples: [
    ['audit check', ({ commands }) => commands.check.notes.all],
    ['audit check --update-baseline', ({ commands }) => commands.check.notes.start],
    ['audit check --since origin/main', ({ commands }) => commands.check.notes.branch],
    ['audit check --output.sarif=audit.sarif', ({ commands }) => commands.check.notes.file],
  ],
  declare: (plain, { io, loadWords, end }) => {
    const files: Partial<Record<FormatName, string>> = {};
    const command = plain
      .argument('[paths...]')
      .addOption(new Option('--fail-on <what>').choices(FAIL_ON))
      .addOption(new Option('--min-score <points>').argParser(toPoints))
      .option('--no-fail')
      .option('--since <ref>')
      .option('--no-growth')
      .option('--baseline <file>')
      .option('--no-baseline')
      .option('--update-baseline')
      .option('--allow-empty')
      .addOption(new Option('-f, --format <format>').choices(FORMAT_NAMES).argParser(addFormat))
      .addOption(output())
      .addOption(sourceUrl())
      .option('--only-failures')
      .option('--no-ci-detect')
      .option('-v, --verbose')
      .option('-q, --quiet')
      .addOption(asOf())
      .addOption(config())
      .addOption(cache())
      .addOption(noCache())
      .addOption(cacheLocation())
      .addOption(timing())
      .action(async (paths, flags) => {
        const { since, baseline, updateBaseline = false } = flags;
        if (!flags.growth && since === undefined) throw new UsageError('growth-without-since', {});
        if (updateBaseline && baseline === false) throw new UsageError('update-without-baseline', {});
        const request: CheckRequest = {
          scope: scopeOf(paths, flags, io),
          policy: {
            ...(flags.failOn && { failOn: flags.failOn }),
            ...(flags.minScore !== undefined && { minScore: flags.minScore }),
          },
          since: since === undefined ? undefined : { ref: since, isGrowthRefused: !flags.growth },
          baseline: baseline === false ? 'none' : baseline === undefined ? 'default' : { file: baseline },
          isBaselineUpdated: updateBaseline,
          isEmptyAllowed: flags.allowEmpty ?? false,
          isTrial: !flags.fail,
          outputs: {
            formats: flags.format ?? [],
            file: flags.output,
            files,
            isCiDetected: flags.ciDetect,
            show: {
              isVerbose: flags.verbose ?? false,
              isQuiet: flags.quiet ?? false,
              isOnlyFailures: flags.onlyFailures ?? false,
              sourceUrl: flags.sourceUrl,
            },
          },
          speed: flags,
        };
        const { check } = await import('../commands/check/check.js');
        end(await check(request, io, loadWords));
      });
    // One for each format; the help of --output mentions them.
    for (const name of FORMAT_NAMES)
      command.addOption(
        new Option(`--output.${name} <file>`).hideHelp().argParser((file: string) => {
          files[name] = file;
          return file;
        }),
      );
    return command;
  },
};

function toPoints(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 100) return Number(text);
  throw new UsageError('not-points', { option: '--min-score', got: text });
}

function addFormat(name: string, before: readonly FormatName[] = []): readonly FormatName[] {
  const format = FORMAT_NAMES.find((known) => known === name);
  if (format) return [...before, format];
  throw new UsageError('not-a-choice', { option: '--format', got: name, choices: FORMAT_NAMES });
}
