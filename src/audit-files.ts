import { resolve } from 'node:path';
import { type JudgedProcess, judge } from './judge.js';
import type { Check } from './load/checked.js';
import { type LoadedConfiguration, loadConfiguration } from './load/load-configuration.js';
import { type LoadedProcess, loadProcesses } from './load/load-processes.js';
import { TOOL } from './package-info.js';
import type { Problem } from './problem/problem.js';
import { buildReport } from './report/build.js';
import type { Report } from './report/model.js';
import { type Settings, settingsFor } from './settings.js';
import { parseCadence } from './time/cadence.js';
import type { Day } from './time/day.js';

export interface AuditOptions {
  /** The day on which is judged. */
  readonly asOf: Day;
  /** What relative paths are relative to; default: the working directory. */
  readonly cwd?: string;
  /** A configuration file; default: the nearest `audit.config.yaml` upward. */
  readonly config?: string | undefined;
  readonly readStdin?: () => Buffer;
  /** How text is parsed and checked; default: afresh each time. */
  readonly check?: Check;
}

/** What an audit found, before and after words were added. */
export interface Audit {
  readonly judged: readonly JudgedProcess[];
  readonly retired: readonly LoadedProcess[];
  readonly settings: Settings;
  readonly report: Report;
}

/** Where processes lie when neither the caller nor the configuration says. */
const DEFAULT_PATH = 'processes';

/**
 * The whole pipeline on files: load → validate → assess → verdict → portfolio → report. Bad input never throws: it is
 * in `report.problems`, and what is good is judged all the same.
 *
 * @param paths files, folders, globs, or `-`; none: what the configuration says, else `processes`
 */
export async function auditFiles(paths: readonly string[], options: AuditOptions): Promise<Audit> {
  const { asOf, cwd = process.cwd(), config } = options;
  const loaded = await loadConfiguration(cwd, config, options.check);
  if ('problems' in loaded) return toAudit([], [], loaded.problems, settingsFor(asOf), paths, undefined);
  const settings = toSettings(loaded, asOf);
  const source = paths.length > 0 ? paths : configuredPaths(loaded, cwd);
  const { processes, problems } = await loadProcesses(source, { ...options, cwd });
  // What was retired later was still there on that day.
  const isRetired = ({ salesProcess: { retired } }: LoadedProcess) => retired !== undefined && retired.on <= asOf;
  const judged = processes.filter((one) => !isRetired(one)).map((one) => judge(one, settings));
  return toAudit(judged, processes.filter(isRetired), problems, settings, source, loaded.file);
}

function toAudit(
  judged: readonly JudgedProcess[],
  retired: readonly LoadedProcess[],
  problems: readonly Problem[],
  settings: Settings,
  source: readonly string[],
  configuration: string | undefined,
): Audit {
  const report = buildReport({ judged, retired, problems, settings, source, configuration, tool: TOOL });
  return { judged, retired, settings, report };
}

function configuredPaths({ configuration, folder }: LoadedConfiguration, cwd: string): readonly string[] {
  const { processes } = configuration;
  if (processes === undefined) return [DEFAULT_PATH];
  const listed = typeof processes === 'string' ? [processes] : processes;
  return folder === cwd ? listed : listed.map((path) => resolve(folder, path));
}

/** The settings that a configuration makes, with the standard ones for what it leaves out. */
export function toSettings({ configuration }: LoadedConfiguration, asOf: Day): Settings {
  const { sales_team, answers_valid_for, keep_at, weights = {}, hourly_cost } = configuration;
  const standard = settingsFor(asOf);
  const stated = Object.entries(weights).filter(([, weight]) => weight !== undefined);
  return {
    ...standard,
    ...(sales_team && { salesTeam: sales_team }),
    ...(answers_valid_for && { answersValidFor: parseCadence(answers_valid_for) }),
    ...(keep_at !== undefined && { keepAt: keep_at }),
    weights: { ...standard.weights, ...Object.fromEntries(stated) },
    ...(hourly_cost && { hourlyCost: hourly_cost }),
  };
}
