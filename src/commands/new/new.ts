import { join, resolve } from 'node:path';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { isFolder } from '../../files/make-folder.js';
import { shown } from '../../files/paths.js';
import { systemFaultOf } from '../../files/system-fault.js';
import type { SkeletonFacts } from '../../interview/skeleton.js';
import type { Io } from '../../io.js';
import { loadConfiguration } from '../../load/load-configuration.js';
import { toReportedProblems } from '../../report/build/problem.js';
import type { LoadWords } from '../../wording/language.js';
import type { Words } from '../../wording/words/words.js';
import type { Scope } from '../shared/audit.js';
import { printProblems } from '../shared/context.js';
import { UsageError } from '../shared/usage-error.js';
import { writeNewProcess } from './new-process-file.js';

export interface NewRequest extends Pick<Scope, 'asOf' | 'config'> {
  readonly id: string | undefined;
  /** What is known of the process; nothing: it is asked for. */
  readonly facts: Omit<SkeletonFacts, 'name'> & { readonly name: string | undefined };
  /** Where to write; default: the configured folder, else `processes`. */
  readonly folder: string | undefined;
}

/**
 * `audit new [id]`: writes the file of a new process from the facts given; or, if there are none and there is a terminal,
 * asks for them. Never overwrites a file.
 */
export async function create(request: NewRequest, io: Io, loadWords: LoadWords): Promise<ExitCode> {
  const { id, facts, asOf, config } = request;
  const words = await loadWords();
  const folder = await folderFor(request, io, words);
  if (folder === undefined) return EXIT.input;
  const isTold = Object.values(facts).some((fact) => fact !== undefined);
  if (!isTold && io.isInteractive) {
    const { converse } = await import('../parts/interview.js');
    return converse(id, folder, { asOf, config }, io, loadWords);
  }
  if (id === undefined) throw new UsageError('missing-id', {});
  const { commands } = words;
  const path = await writeNewProcess(id, folder, { ...facts, name: facts.name?.trim() || nameFrom(id) }, words);
  io.stdout.write(`${commands.wrote(shown(path, io.cwd))}\n`);
  io.stderr.write(`${commands.fillIn(id, shown(folder, io.cwd))}\n`);
  return EXIT.done;
}

/** `undefined` when the configuration has problems. */
async function folderFor({ folder, config }: NewRequest, io: Io, words: Words): Promise<string | undefined> {
  if (folder !== undefined) return resolve(io.cwd, folder);
  const loaded = await loadConfiguration(io.cwd, config);
  if ('problems' in loaded) {
    printProblems(toReportedProblems(loaded.problems, words), io);
    return undefined;
  }
  const { processes } = loaded.configuration;
  const first = typeof processes === 'string' ? processes : processes?.[0];
  if (first === undefined) return join(io.cwd, 'processes');
  const path = resolve(loaded.folder, first);
  return isConfiguredFolder(path) ? path : join(io.cwd, 'processes');
}

function isConfiguredFolder(path: string): boolean {
  try {
    return isFolder(path);
  } catch (error) {
    // Writing somewhere other than the configured folder would be worse than not writing.
    throw new UsageError('cannot-read-folder', { path, why: systemFaultOf(error) });
  }
}

function nameFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
