import { resolve } from 'node:path';
import type { Reuse } from '../cache/reuse.js';
import { configuredWaivers, toPolicy, toSettings } from '../configuration/to-settings.js';
import { slashed } from '../files/paths.js';
import type { Files } from '../files/tree.js';
import type { EarlierProcess } from '../gate/earlier-process.js';
import { decideGate, type Earlier, type Gate } from '../gate/gate.js';
import { DEFAULT_POLICY, type GatePolicy } from '../gate/policy.js';
import { type JudgedWaiver, judgeWaivers, waiversInFiles } from '../gate/waivers.js';
import { type JudgedProcess, judge, type SourcedProcess } from '../judging/judge.js';
import { type Settings, settingsFor } from '../judging/settings.js';
import { check } from '../load/check.js';
import type { FoundConfiguration } from '../load/find-configuration.js';
import { type LoadedConfiguration, loadConfiguration } from '../load/load-configuration.js';
import { loadFiles } from '../load/load-processes.js';
import { toProcesses } from '../load/to-processes.js';
import { TOOL } from '../package-info.js';
import { compareText } from '../places/places.js';
import { type Problem, problem } from '../problem.js';
import type { GateDisplay } from '../report/build/gate.js';
import { buildReport } from '../report/build/report.js';
import type { Report } from '../report/model.js';
import { isRetired } from '../sales-process/is-retired.js';
import type { Day } from '../time/day.js';
import { loadWords } from '../wording/language.js';
import type { Words } from '../wording/words/words.js';

export interface AuditOptions {
  /** The day on which is judged. */
  readonly asOf: Day;
  /** What relative paths are relative to; default: the working directory. */
  readonly cwd?: string;
  /** A configuration file; default: the nearest `audit.config.yaml` upward. */
  readonly config?: string | undefined;
  readonly readStdin?: () => Buffer;
  /** Results of earlier runs; default: none. */
  readonly reuse?: Reuse | undefined;
  /** Told when a step is over, for those who want to know how long each takes. */
  readonly onStep?: (done: string) => void;
  /** What goes before the configuration's `fail_on` and `min_score`. */
  readonly policy?: Partial<Pick<GatePolicy, 'failOn' | 'minScore'>>;
  /** What the report says; default: English. */
  readonly words?: Words;
}

/** What an audit found, before and after words were added. */
export interface Audit {
  readonly judged: readonly JudgedProcess[];
  readonly retired: readonly SourcedProcess[];
  readonly settings: Settings;
  readonly gate: Gate;
  readonly report: Report;
}

/** What the files come to, process by process. */
export interface JudgedFiles {
  readonly judged: readonly JudgedProcess[];
  readonly retired: readonly SourcedProcess[];
  readonly problems: readonly Problem[];
  readonly settings: Settings;
  readonly policy: GatePolicy;
  readonly waivers: readonly JudgedWaiver[];
  /** The paths that were audited, sorted. */
  readonly source: readonly string[];
  /** The configuration file, where there is one, and the folder it lies in. */
  readonly configuration?: string | undefined;
  readonly folder: string;
  /** Whether the paths are those of the configuration, so that what is not among them does not exist. */
  readonly isWhole: boolean;
  /** As it was found; absent: it has problems. */
  readonly found?: FoundConfiguration;
}

/** What a check adds to an audit. */
export interface CheckInput extends GateDisplay {
  readonly baseline?: { readonly file: string; readonly known: ReadonlyMap<string, EarlierProcess> } | undefined;
  readonly earlier?: Earlier | undefined;
  readonly isEmptyAllowed: boolean;
}

/** Where processes lie when neither the caller nor the configuration says. */
const DEFAULT_PATH = 'processes';

/**
 * The whole pipeline on files: load → validate → assess → verdict → portfolio → gate → report. Bad input never throws:
 * it is in `report.problems`, and what is good is judged all the same.
 *
 * @param paths files, folders, globs, or `-`; none: what the configuration says, else `processes`
 */
export async function auditFiles(paths: readonly string[], options: AuditOptions): Promise<Audit> {
  const words = options.words ?? (await loadWords());
  return toAudit(await judgeFiles(paths, options), words);
}

/** What is known before any process file is read: the configuration, and the paths. */
export interface Prepared
  extends Pick<JudgedFiles, 'settings' | 'policy' | 'source' | 'configuration' | 'folder' | 'isWhole' | 'found'> {
  readonly loaded: LoadedConfiguration;
}

/** Reads the configuration; its problems, where it has any. */
export async function prepare(
  paths: readonly string[],
  { asOf, cwd = process.cwd(), config, reuse, policy, onStep }: AuditOptions,
): Promise<Prepared | { readonly problems: readonly Problem[] }> {
  const loaded = await loadConfiguration(cwd, config, reuse?.check);
  if ('problems' in loaded) return loaded;
  onStep?.('configuration');
  const source = sourceOf(paths, loaded, cwd);
  return {
    loaded,
    settings: toSettings(loaded, asOf),
    policy: { ...toPolicy(loaded), ...policy },
    source,
    configuration: loaded.file,
    folder: loaded.folder,
    isWhole: isSamePlace(source, configuredPaths(loaded, cwd), cwd),
    found: loaded,
  };
}

function sourceOf(paths: readonly string[], loaded: LoadedConfiguration, cwd: string): readonly string[] {
  return [...new Set((paths.length > 0 ? paths : configuredPaths(loaded, cwd)).map(slashed))].sort(compareText);
}

/** The pipeline up to the verdicts. */
export async function judgeFiles(paths: readonly string[], options: AuditOptions): Promise<JudgedFiles> {
  const { asOf, cwd = process.cwd() } = options;
  const prepared = await prepare(paths, options);
  if ('problems' in prepared) {
    const { problems } = prepared;
    const nothing = { judged: [], retired: [], waivers: [] };
    return {
      ...nothing,
      problems,
      settings: settingsFor(asOf),
      policy: DEFAULT_POLICY,
      source: paths.map(slashed),
      folder: cwd,
      isWhole: false,
    };
  }
  return judgePrepared(prepared, { ...options, cwd });
}

/** The pipeline up to the verdicts, with a configuration that was read already. */
export async function judgePrepared(
  { loaded, ...known }: Prepared,
  options: Pick<AuditOptions, 'readStdin' | 'reuse' | 'onStep'> & { readonly cwd: string },
): Promise<JudgedFiles> {
  const { settings, policy, source, isWhole } = known;
  const { judged, retired, problems } = await judgePaths(source, settings, options);
  const waivers = judgeWaivers([...waiversInFiles([...judged, ...retired]), ...configuredWaivers(loaded)], {
    judged,
    retired,
    policy,
    asOf: settings.asOf,
    isWhole,
  });
  return { ...known, judged, retired, problems: [...problems, ...waivers.flatMap(problemWith)], waivers };
}

/** Loads and judges what the paths hold, with settings that are known already. */
export async function judgePaths(
  paths: readonly string[],
  settings: Settings,
  {
    reuse,
    ...options
  }: Pick<AuditOptions, 'readStdin' | 'reuse' | 'onStep'> & {
    readonly cwd: string;
    readonly tree?: Files;
  },
): Promise<Pick<JudgedFiles, 'judged' | 'retired' | 'problems'>> {
  const how = { settings, ...options };
  const { processes, problems } = await loadFiles(paths, options, async (file, text) => {
    const recalled = reuse?.recall(file, text, how);
    if (recalled) return recalled;
    const loaded = toProcesses(file, await check('process', text, file), options);
    const judged = { ...loaded, processes: loaded.processes.map((one) => judge(one, settings)) };
    reuse?.keep(file, text, how, judged);
    return judged;
  });
  options.onStep?.('judge');
  const isGone = ({ salesProcess }: SourcedProcess) => isRetired(salesProcess, settings.asOf);
  return { judged: processes.filter((one) => !isGone(one)), retired: processes.filter(isGone), problems };
}

/** The rest of the pipeline: gate and report. Without `check` it is only a report. */
export function toAudit(files: JudgedFiles, words: Words, check?: CheckInput, isReadOnce = false): Audit {
  const { judged, retired, settings } = files;
  const gate = gateOf(files, check);
  const report = buildReport({ ...files, words, tool: TOOL, gate, check, isReadOnce });
  return { judged, retired, settings, gate, report };
}

/** How the files stand before the check, before anything is said about it. */
export function gateOf({ judged, policy, waivers, problems, isWhole }: JudgedFiles, check?: CheckInput): Gate {
  return decideGate({
    judged,
    policy,
    waivers,
    baseline: check?.baseline,
    earlier: check?.earlier,
    problems: problems.length,
    isEmptyAllowed: check?.isEmptyAllowed ?? false,
    isWhole,
  });
}

function configuredPaths({ configuration, folder }: LoadedConfiguration, cwd: string): readonly string[] {
  const { processes } = configuration;
  if (processes === undefined) return [DEFAULT_PATH];
  const listed = typeof processes === 'string' ? [processes] : processes;
  return folder === cwd ? listed : listed.map((path) => resolve(folder, path));
}

function isSamePlace(some: readonly string[], others: readonly string[], cwd: string): boolean {
  const places = (paths: readonly string[]) => [...new Set(paths.map((path) => resolve(cwd, path)))].sort().join('\n');
  return places(some) === places(others);
}

/** A waiver that lasts too long is wrong input, and does not count. */
function problemWith({ state, latest, until, granted, untilPlace }: JudgedWaiver): Problem[] {
  if (state !== 'too-long' || latest === undefined) return [];
  return [problem(untilPlace, { key: 'long-waiver', until, latest, ...(granted !== undefined && { granted }) })];
}
