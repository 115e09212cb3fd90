import { appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemFaultOf } from '../../files/system-fault.js';
import { colourLevel, type Io } from '../../io.js';
import type { FormatOptions } from '../../report/formats/format.js';
import { DOCUMENT_FORMATS, FORMAT_NAMES, type FormatName, STDOUT_ORDER } from '../../report/formats/names.js';
import type { Report } from '../../report/model.js';
import { forTerminal } from '../../report/view/escape.js';
import { DEFAULT_WIDTH } from '../../report/view/layout.js';
import { systemText } from '../../wording/faults.js';
import type { Words } from '../../wording/words/words.js';
import { pathsOf } from '../shared/ci-log.js';
import { UsageError } from '../shared/usage-error.js';
import { type Destination, writeOutput } from '../shared/write-output.js';

/** What the user asks for. */
export interface OutputsRequest {
  /** The formats of `--format`; none: the terminal, unless a format has a file of its own. */
  readonly formats: readonly FormatName[];
  /** Where the only format goes. */
  readonly file: string | undefined;
  /** Where each format goes, by its name. */
  readonly files: Readonly<Partial<Record<FormatName, string>>>;
  /** Whether a CI system gets what it can read without being asked. */
  readonly isCiDetected: boolean;
  readonly show: Pick<FormatOptions, 'isVerbose' | 'isQuiet' | 'isOnlyFailures' | 'sourceUrl'>;
}

/** Every place a check writes to. */
export interface Outputs extends Pick<OutputsRequest, 'show'> {
  readonly asked: readonly Destination<FormatName>[];
  /** Files and annotations that a CI system reads, written without being asked. */
  readonly toSummary: string | undefined;
  readonly annotations: 'github' | 'azure' | undefined;
  readonly toGitlab: string | undefined;
}

/** Works out where everything goes. Throws a `UsageError` if two formats would get in each other's way. */
export function outputsOf({ formats, file, files, isCiDetected, show }: OutputsRequest, io: Io): Outputs {
  const withFile = FORMAT_NAMES.filter((name) => files[name] !== undefined);
  const isDefault = formats.length + withFile.length === 0;
  const chosen = [...new Set([...(isDefault ? ['terminal' as const] : formats), ...withFile])];
  if (file !== undefined && chosen.length > 1)
    throw new UsageError('output-of-several-formats', { format: chosen[0]! });
  const asked = chosen.map((format) => ({ format, file: files[format] ?? file }));
  const paths = asked.flatMap((one) => (one.file === undefined ? [] : resolve(io.cwd, one.file)));
  if (new Set(paths).size < paths.length) throw new UsageError('formats-share-a-file', {});
  const onStdout = asked.filter((one) => one.file === undefined).map(({ format }) => format);
  const machine = onStdout.find((format) => DOCUMENT_FORMATS.includes(format));
  if (machine && onStdout.length > 1)
    throw new UsageError('format-needs-stdout', {
      format: machine,
      others: onStdout.filter((format) => format !== machine),
    });
  const env = isCiDetected ? io.env : {};
  const isGitHub = env['GITHUB_ACTIONS'] === 'true';
  const system = isGitHub ? 'github' : env['TF_BUILD'] === 'True' ? 'azure' : undefined;
  const isGitLab = env['GITLAB_CI'] === 'true' && !chosen.includes('gitlab');
  return {
    show,
    asked: asked.sort((a, b) => STDOUT_ORDER.indexOf(a.format) - STDOUT_ORDER.indexOf(b.format)),
    toSummary: isGitHub ? env['GITHUB_STEP_SUMMARY'] || undefined : undefined,
    annotations: system !== undefined && !chosen.includes(system) ? system : undefined,
    toGitlab: isGitLab ? join(env['CI_PROJECT_DIR'] || io.cwd, 'gl-code-quality-report.json') : undefined,
  };
}

/** Writes the report everywhere it goes. */
export async function write(report: Report, outputs: Outputs, io: Io, words: Words): Promise<void> {
  const { asked, toSummary, annotations, toGitlab, show } = outputs;
  const options: FormatOptions = {
    words,
    // The same bytes whatever the terminal; only colour depends on it.
    width: DEFAULT_WIDTH,
    colour: 0,
    sort: 'hours',
    ...pathsOf(io),
    ...show,
  };
  const { formats } = await import('../parts/all-formats.js');
  for (const to of asked.filter(({ file }) => file !== undefined))
    await writeOutput(formats[to.format](report, options), to, io);
  // In a merge request, what passes is not news.
  if (toGitlab) {
    const text = formats.gitlab(report, { ...options, isOnlyFailures: true });
    await writeOutput(text, { format: 'gitlab', file: toGitlab }, io);
  }
  if (toSummary) appendSummary(formats.markdown(report, options), toSummary, io, words);
  const onStdout = asked.filter(({ file }) => file === undefined);
  // CI systems read annotations from either stream; what another program reads must stay clean.
  if (annotations)
    (onStdout.some(({ format }) => DOCUMENT_FORMATS.includes(format)) ? io.stderr : io.stdout).write(
      formats[annotations](report, options),
    );
  for (const to of onStdout) {
    const text = formats[to.format](report, { ...options, colour: colourLevel(io, io.stdout) });
    await writeOutput(text, to, io);
  }
  if (!onStdout.some(({ format }) => format === 'terminal') && report.gate.line)
    io.stderr.write(`${forTerminal(report.gate.line)}\n`);
}

/** A summary that cannot be written changes nothing about the outcome. */
function appendSummary(text: string, file: string, io: Io, words: Words): void {
  try {
    appendFileSync(resolve(io.cwd, file), `${text}\n`);
  } catch (error) {
    io.stderr.write(`${words.commands.summaryNotWritten(file, systemText(systemFaultOf(error), words))}\n`);
  }
}
