import { join, relative } from 'node:path';
import { type Audit, type CheckInput, gateOf, type JudgedFiles, toAudit } from '../../audit/audit-files.js';
import {
  type BaselineEntry,
  baselineOf,
  byProcess,
  formatBaseline,
  knownFromBaseline,
} from '../../baseline/baseline.js';
import { MAX_BASELINE_BYTES } from '../../files/limits.js';
import { slashed } from '../../files/paths.js';
import type { EarlierProcess } from '../../gate/earlier-process.js';
import type { Io } from '../../io.js';
import { BASELINE_FILE, loadBaseline } from '../../load/load-baseline.js';
import type { Problem } from '../../problem.js';
import { forTerminal } from '../../report/view/escape.js';
import type { Words } from '../../wording/words/words.js';
import { UsageError } from '../shared/usage-error.js';
import { writeOutput } from '../shared/write-output.js';

/** Which baseline: none, the one beside the configuration if there is one, or a file. */
export type BaselineChoice = 'none' | 'default' | { readonly file: string };

interface Baseline {
  readonly file: string;
  readonly known: ReadonlyMap<string, EarlierProcess>;
}

/**
 * Reads the chosen baseline. A change must not be let through by an entry that it adds itself, so for one only a baseline that
 * was named counts. Throws a `UsageError` if the named one does not exist.
 */
export async function readBaseline(
  choice: BaselineChoice,
  isForChange: boolean,
  files: JudgedFiles,
  io: Io,
): Promise<{ readonly baseline?: Baseline; readonly problems: readonly Problem[] }> {
  if (choice === 'none' || (choice === 'default' && isForChange)) return { problems: [] };
  const file = fileOf(choice, files, io);
  const loaded = await loadBaseline(file, io.cwd);
  if (loaded && 'problems' in loaded) return loaded;
  if (loaded) return { baseline: { file, known: knownFromBaseline(loaded.baseline) }, problems: [] };
  if (choice === 'default') return { problems: [] };
  throw new UsageError('no-such-baseline', { file });
}

function fileOf(choice: Exclude<BaselineChoice, 'none'>, { folder }: JudgedFiles, io: Io): string {
  if (choice !== 'default') return slashed(choice.file);
  const path = join(folder, BASELINE_FILE);
  return slashed(relative(io.cwd, path) || path);
}

/**
 * Writes what fails now to the baseline, and judges again with it. If not everything could be judged, the baseline stays as
 * it was.
 */
export async function updateBaseline(
  choice: Exclude<BaselineChoice, 'none'>,
  files: JudgedFiles,
  common: Omit<CheckInput, 'baseline'>,
  io: Io,
  words: Words,
): Promise<Audit> {
  const file = fileOf(choice, files, io);
  const gate = gateOf(files, common);
  if (gate.outcome === 'not-judged' || gate.outcome === 'fault') {
    io.stderr.write(`${words.commands.baselineNotWritten(forTerminal(file))}\n`);
    return toAudit(files, words, common);
  }
  const others = await entriesOfOthers(files, file, io);
  const entries = [...baselineOf(gate, files.judged), ...others].sort(byProcess);
  const text = formatBaseline(entries, words.skeleton.baseline);
  if (Buffer.byteLength(text) > MAX_BASELINE_BYTES)
    throw new UsageError('baseline-too-large', { file, most: MAX_BASELINE_BYTES });
  await writeOutput(text, { format: 'yaml', file }, io);
  const known = knownFromBaseline({ version: 1, accepted: entries });
  io.stderr.write(`${words.commands.baselineWritten(forTerminal(file), known.size)}\n`);
  return toAudit(files, words, { ...common, baseline: { file, known } });
}

/** If only some processes were named, the entries of the others stay as they are. */
async function entriesOfOthers(
  { isWhole, judged, retired }: JudgedFiles,
  file: string,
  io: Io,
): Promise<readonly BaselineEntry[]> {
  if (isWhole) return [];
  const loaded = await loadBaseline(file, io.cwd);
  if (loaded && 'problems' in loaded) throw new UsageError('broken-baseline', { file });
  const seen = new Set([...judged, ...retired].map(({ salesProcess }) => salesProcess.id));
  return (loaded?.baseline.accepted ?? []).filter(({ process }) => !seen.has(process));
}
