import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { defaultIdOf } from '../load/default-id.js';
import { formatProcess, formatRetired } from '../report/formats/process.js';
import type { Report } from '../report/model.js';
import { toJson } from '../report/view/escape.js';
import type { LoadWords } from '../wording/language.js';
import { audit, type Scope } from './shared/audit.js';
import { displayFor, exitOf } from './shared/context.js';
import { noSuch } from './shared/no-such.js';
import { UsageError } from './shared/usage-error.js';
import { type Destination, writeOutput } from './shared/write-output.js';

export interface ShowRequest {
  /** The id, name or file of the process. */
  readonly id: string;
  readonly scope: Scope;
  readonly to: Destination<'terminal' | 'json'>;
}

/** `audit show <id>`: one process in full. */
export async function show({ id, scope, to }: ShowRequest, io: Io, loadWords: LoadWords): Promise<ExitCode> {
  const words = await loadWords();
  const { report } = await audit(scope, io, words);
  const isNamed = (one: { id: string; name: string; place: { file: string } }) =>
    one.id === id || one.name.toLowerCase() === id.toLowerCase() || one.place.file === id.replace(/^\.\//, '');
  const found = report.processes.find(isNamed);
  const retired = report.retired.find(isNamed);
  if (!found && !retired) throw notFound(id, report);
  const display = { words, ...displayFor(to, io) };
  const findings = report.findings.filter((finding) => finding.process === found?.id);
  const text = found ? formatProcess(found, display, findings) : formatRetired(retired!, display);
  await writeOutput(to.format === 'json' ? toJson(found ?? retired) : text, to, io);
  return exitOf(report);
}

function notFound(id: string, { processes, problems }: Report): UsageError {
  const broken = problems.find(({ place }) => defaultIdOf(place.file) === id || place.file === id);
  if (broken) return new UsageError('broken-process', { file: broken.place.file });
  return noSuch(
    'no-such-process',
    id,
    processes.map((one) => one.id),
  );
}
