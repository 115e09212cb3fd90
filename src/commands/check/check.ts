import { appendFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  type Audit,
  type CheckInput,
  gateOf,
  type JudgedFiles,
  judgeFiles,
  judgePaths,
  toAudit,
} from '../../audit/audit-files.js';
import { pathsInRepository } from '../../audit/replay.js';
import {
  type BaselineEntry,
  baselineOf,
  byProcess,
  formatBaseline,
  knownFromBaseline,
} from '../../baseline/baseline.js';
import { openReuse, type Reuse } from '../../cache/reuse.js';
import { type ExitCode, exitOfGate } from '../../exit-code.js';
import { MAX_BASELINE_BYTES } from '../../files/limits.js';
import { slashed } from '../../files/paths.js';
import { disk, type Files } from '../../files/tree.js';
import type { KnownProcess } from '../../gate/earlier-process.js';
import type { Earlier } from '../../gate/gate.js';
import type { FailOn } from '../../gate/policy.js';
import { gitTree } from '../../git/git-tree.js';
import { mergeBase } from '../../git/history.js';
import { colourLevel, type Io } from '../../io.js';
import { BASELINE_FILE, loadBaseline } from '../../load/load-baseline.js';
import type { Problem } from '../../problem.js';
import type { FormatOptions } from '../../report/formats/format.js';
import { FORMAT_NAMES, type FormatName } from '../../report/formats/names.js';
import type { Report } from '../../report/model.js';
import { forTerminal } from '../../report/view/escape.js';
import { DEFAULT_WIDTH } from '../../report/view/layout.js';
import type { LoadWords } from '../../wording/language.js';
import type { Words } from '../../wording/words/words.js';
import { type CacheFlags, cacheLocationOf, filesLine } from '../shared/cache-flags.js';
import { asOfDay, type CommonFlags, pathsOf, printProblems, sourceUrlOf, UsageError } from '../shared/context.js';
import { inRepository } from '../shared/repository.js';
import { timingOf } from '../shared/timing.js';
import { writeOutput } from '../shared/write-output.js';

export interface CheckFlags extends CommonFlags, CacheFlags {
  readonly format?: readonly FormatName[];
  readonly output?: string;
  /** Where each format goes, by its name. */
  readonly outputs: Readonly<Partial<Record<FormatName, string>>>;
  readonly failOn?: FailOn;
  readonly minScore?: number;
  /** `false`: what fails ends in 0. */
  readonly fail: boolean;
  /** A file, or `false`: none. */
  readonly baseline?: string | boolean;
  readonly updateBaseline?: boolean;
  readonly since?: string;
  /** `false`: hours may not come without others going. */
  readonly growth: boolean;
  readonly allowEmpty?: boolean;
  readonly ciDetect: boolean;
  readonly onlyFailures?: boolean;
  readonly sourceUrl?: string;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

/** `audit check [paths…]`: fails when a process is unjustified and neither waived nor known from before. */
export async function check(
  paths: readonly string[],
  flags: CheckFlags,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  if (!flags.growth && flags.since === undefined)
    throw new UsageError('--no-growth needs something to compare with', 'add --since origin/main');
  const outputs = outputsOf(flags, io);
  const timing = timingOf(flags, io);
  const reuse = openReuse(cacheLocationOf(flags, io));
  const { failOn, minScore } = flags;
  const found = await judgeFiles(paths, {
    asOf: asOfDay(flags, io),
    cwd: io.cwd,
    config: flags.config,
    readStdin: io.readStdin,
    reuse,
    onStep: timing.step,
    policy: { ...(failOn && { failOn }), ...(minScore !== undefined && { minScore }) },
  });
  const files = flags.allowEmpty ? withoutEmptiness(found) : found;
  const audit = await judgeAgainst(files, flags, reuse, io, words);
  timing.step('report');
  printProblems(audit.report.problems, io);
  await write(audit.report, outputs, flags, io, words);
  timing.step('write');
  reuse.save();
  timing.step('remember');
  timing.tell(filesLine(reuse.counts));
  return exitOfGate(audit.gate.outcome, !flags.fail);
}

function withoutEmptiness(files: JudgedFiles): JudgedFiles {
  return { ...files, problems: files.problems.filter(({ code }) => code !== 'nothing-found') };
}

/** Gate and report, with the baseline and the earlier commit that were asked for. */
async function judgeAgainst(files: JudgedFiles, flags: CheckFlags, reuse: Reuse, io: Io, words: Words): Promise<Audit> {
  const earlier =
    flags.since === undefined ? undefined : await earlierState(files, flags.since, flags, reuse, io, words);
  const common = { isTrial: !flags.fail, isEmptyAllowed: flags.allowEmpty ?? false, earlier };
  if (flags.updateBaseline) return updateBaseline(files, common, flags, io, words);
  const loaded = await baselineFor(files, flags, io);
  return toAudit({ ...files, problems: [...files.problems, ...loaded.problems] }, words, {
    ...common,
    baseline: loaded.baseline,
  });
}

interface Baseline {
  readonly file: string;
  readonly known: ReadonlyMap<string, KnownProcess>;
}

/**
 * The named baseline, or the one beside the configuration where there is one. A change is not let through by a line that
 * it adds to the baseline itself: with --since the baseline has to be named.
 */
async function baselineFor(
  files: JudgedFiles,
  flags: CheckFlags,
  io: Io,
): Promise<{ readonly baseline?: Baseline; readonly problems: readonly Problem[] }> {
  const isNamed = typeof flags.baseline === 'string';
  if (flags.baseline === false || (flags.since !== undefined && !isNamed)) return { problems: [] };
  const file = baselineFile(files, flags, io);
  const loaded = await loadBaseline(file, io.cwd);
  if (loaded && 'problems' in loaded) return loaded;
  if (loaded) return { baseline: { file, known: knownFromBaseline(loaded.baseline) }, problems: [] };
  if (!isNamed) return { problems: [] };
  throw new UsageError(`there is no baseline ${file}`, 'write one with --update-baseline, or leave --baseline out');
}

function baselineFile({ folder }: JudgedFiles, { baseline }: CheckFlags, io: Io): string {
  if (typeof baseline === 'string') return slashed(baseline);
  const path = join(folder, BASELINE_FILE);
  return slashed(relative(io.cwd, path) || path);
}

/** Writes what fails now into the baseline, and judges again with it. What cannot be judged leaves it as it was. */
async function updateBaseline(
  files: JudgedFiles,
  common: Omit<CheckInput, 'baseline'>,
  flags: CheckFlags,
  io: Io,
  words: Words,
): Promise<Audit> {
  if (flags.baseline === false) throw new UsageError('--update-baseline and --no-baseline exclude each other');
  const file = baselineFile(files, flags, io);
  const without = gateOf(files, common);
  if (without.outcome === 'not-judged' || without.outcome === 'fault') {
    io.stderr.write(`${forTerminal(file)} was not written: not everything could be judged\n`);
    return toAudit(files, words, common);
  }
  const entries = [...baselineOf(without, files.judged), ...(await entriesOfOthers(files, file, io))].sort(byProcess);
  const text = formatBaseline(entries);
  if (Buffer.byteLength(text) > MAX_BASELINE_BYTES)
    throw new UsageError(
      `${file} was not written: it would have more than the ${MAX_BASELINE_BYTES} bytes that are read`,
      'judge the processes in parts, each with its own --baseline',
    );
  await writeOutput(text, { format: 'yaml', output: file }, io);
  const known = knownFromBaseline({ version: 1, accepted: entries });
  io.stderr.write(`wrote ${forTerminal(file)}: ${known.size} ${known.size === 1 ? 'process' : 'processes'}\n`);
  return toAudit(files, words, { ...common, baseline: { file, known } });
}

/** Where only some processes were named, the entries of the others stay as they are. */
async function entriesOfOthers(
  { isWhole, judged, retired }: JudgedFiles,
  file: string,
  io: Io,
): Promise<readonly BaselineEntry[]> {
  if (isWhole) return [];
  const loaded = await loadBaseline(file, io.cwd);
  if (loaded && 'problems' in loaded)
    throw new UsageError(
      `${file} cannot be read, and holds processes that were not named`,
      'mend it, or judge all of them',
    );
  const seen = new Set([...judged, ...retired].map(({ salesProcess }) => salesProcess.id));
  return (loaded?.baseline.accepted ?? []).filter(({ process }) => !seen.has(process));
}

/** The same paths at the commit where this branch left `ref`, judged with the settings and on the day of now. */
function earlierState(
  { source, settings, configuration }: JudgedFiles,
  ref: string,
  flags: CheckFlags,
  reuse: Reuse,
  io: Io,
  words: Words,
): Promise<Earlier> {
  return inRepository(io, words, '--since', async ({ cwd, repository, inside }) => {
    const paths = source.map(inside);
    const commit = mergeBase(repository, ref);
    const tree = gitTree(repository, commit, pathsInRepository(paths, cwd, repository).flat());
    const { judged, problems } = await judgePaths(paths, settings, { cwd, tree, reuse });
    const unreadable = problems.filter(({ code }) => code !== 'no-such-path' && code !== 'nothing-found').length;
    const isConfigurationChanged = configuration !== undefined && isChanged(resolve(cwd, configuration), tree);
    return { ref, commit, judged, unreadable, isConfigurationChanged, isGrowthRefused: !flags.growth };
  });
}

/** Whether a file is another one now than it was in the tree. */
function isChanged(path: string, tree: Files): boolean {
  return tree.kindOf(path) !== 'file' || !tree.read(path).equals(disk.read(path));
}

/** Formats of which one at most can go to standard output, and nothing beside it. */
const MACHINE: readonly FormatName[] = ['json', 'html', 'sarif', 'junit', 'gitlab'];

/** In this order on standard output, so that the last line of a check is the last line. */
const STDOUT_ORDER: readonly FormatName[] = [...MACHINE, 'github', 'azure', 'talk-sheet', 'markdown', 'terminal'];

interface Outputs {
  /** A file for each format, or standard output. */
  readonly asked: readonly { readonly format: FormatName; readonly file: string | undefined }[];
  /** What a CI system gets by itself. */
  readonly toSummary: string | undefined;
  /** Annotations of its own accord, in the way that it reads them. */
  readonly annotations: 'github' | 'azure' | undefined;
  readonly toGitlab: string | undefined;
}

function outputsOf(flags: CheckFlags, io: Io): Outputs {
  const named = FORMAT_NAMES.filter((name) => flags.outputs[name] !== undefined);
  const chosen = [...new Set([...(flags.format ?? (named.length > 0 ? [] : ['terminal' as const])), ...named])];
  if (flags.output !== undefined && chosen.length > 1)
    throw new UsageError(
      '--output takes one format; there are several',
      `say which goes where: --output.${chosen[0]} FILE`,
    );
  const asked = chosen.map((format) => ({ format, file: flags.outputs[format] ?? flags.output }));
  const files = asked.flatMap(({ file }) => (file === undefined ? [] : resolve(io.cwd, file)));
  if (new Set(files).size < files.length) throw new UsageError('two formats cannot go to the same file');
  const onStdout = asked.filter(({ file }) => file === undefined).map(({ format }) => format);
  const machine = onStdout.find((format) => MACHINE.includes(format));
  if (machine && onStdout.length > 1)
    throw new UsageError(
      `${machine} must have standard output for itself`,
      `write the others to files: ${onStdout
        .filter((format) => format !== machine)
        .map((format) => `--output.${format} FILE`)
        .join(' ')}`,
    );
  const env = flags.ciDetect ? io.env : {};
  const isGitHub = env['GITHUB_ACTIONS'] === 'true';
  const system = isGitHub ? 'github' : env['TF_BUILD'] === 'True' ? 'azure' : undefined;
  const isGitLab = env['GITLAB_CI'] === 'true' && !chosen.includes('gitlab');
  return {
    asked: asked.sort((a, b) => STDOUT_ORDER.indexOf(a.format) - STDOUT_ORDER.indexOf(b.format)),
    toSummary: isGitHub ? env['GITHUB_STEP_SUMMARY'] || undefined : undefined,
    annotations: system !== undefined && !chosen.includes(system) ? system : undefined,
    toGitlab: isGitLab ? join(env['CI_PROJECT_DIR'] || io.cwd, 'gl-code-quality-report.json') : undefined,
  };
}

async function write(report: Report, outputs: Outputs, flags: CheckFlags, io: Io, words: Words): Promise<void> {
  const options: FormatOptions = {
    words,
    // The same bytes whatever the terminal; only colour asks whether there is one.
    width: DEFAULT_WIDTH,
    colour: 0,
    isVerbose: flags.verbose ?? false,
    isQuiet: flags.quiet ?? false,
    sort: 'hours',
    ...pathsOf(io),
    isOnlyFailures: flags.onlyFailures ?? false,
    sourceUrl: sourceUrlOf(flags),
  };
  const { asked, toSummary, annotations, toGitlab } = outputs;
  const { formats } = await import('../parts/all-formats.js');
  for (const { format, file } of asked.filter(({ file }) => file !== undefined))
    await writeOutput(formats[format](report, options), { format, output: file }, io);
  // What passes is no news in a merge request.
  if (toGitlab) {
    const text = formats.gitlab(report, { ...options, isOnlyFailures: true });
    await writeOutput(text, { format: 'gitlab', output: toGitlab }, io);
  }
  if (toSummary) appendSummary(formats.markdown(report, options), toSummary, io);
  const stdout = asked.filter(({ file }) => file === undefined).map(({ format }) => format);
  // Annotations are read from either stream; what another program reads must stay clean.
  if (annotations)
    (stdout.some((format) => MACHINE.includes(format)) ? io.stderr : io.stdout).write(
      formats[annotations](report, options),
    );
  for (const format of stdout) {
    const text = formats[format](report, { ...options, colour: colourLevel(io, io.stdout) });
    await writeOutput(text, { format }, io);
  }
  if (!stdout.includes('terminal') && report.gate.line) io.stderr.write(`${forTerminal(report.gate.line)}\n`);
}

function appendSummary(text: string, file: string, io: Io): void {
  try {
    appendFileSync(resolve(io.cwd, file), `${text}\n`);
  } catch (error) {
    io.stderr.write(`audit: cannot write the job summary to ${file}: ${(error as Error).message}\n`);
  }
}
