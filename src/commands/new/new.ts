import { join, resolve } from 'node:path';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { isFolder } from '../../files/make-folder.js';
import { shown } from '../../files/paths.js';
import type { Io } from '../../io.js';
import { loadConfiguration } from '../../load/load-configuration.js';
import type { Kind } from '../../sales-process/vocabulary.js';
import { type CommonFlags, printProblems, UsageError } from '../shared/context.js';
import { writeNewProcess } from './new-process-file.js';

export interface NewFlags extends CommonFlags {
  readonly name?: string;
  readonly kind?: Kind;
  readonly owner?: string;
  readonly purpose?: string;
  readonly crm?: string;
  readonly benefits?: readonly string[];
  readonly demand?: readonly string[];
  readonly dir?: string;
}

/**
 * `audit new [id]`: a process file in the process folder, from the flags; or, without any and with a terminal, from a
 * conversation. Never overwrites.
 */
export async function create(id: string | undefined, flags: NewFlags, io: Io): Promise<ExitCode> {
  const folder = await folderFor(flags, io);
  if (folder === undefined) return EXIT.input;
  const { name, kind, owner, purpose, crm, benefits: beneficiaries, demand } = flags;
  const isTold = [name, kind, owner, purpose, crm, beneficiaries, demand].some((flag) => flag !== undefined);
  if (!isTold && io.isInteractive) {
    const { converse } = await import('../parts/interview.js');
    return converse(id, folder, flags, io);
  }
  if (id === undefined)
    throw new UsageError('name the process: audit new <id>', 'for example: audit new weekly-report');
  const demands = demand?.map((what) => ({ what }));
  const path = await writeNewProcess(id, folder, {
    name: name?.trim() || nameFrom(id),
    kind,
    owner,
    purpose,
    crm,
    beneficiaries,
    demands,
  });
  io.stdout.write(`wrote ${shown(path, io.cwd)}\n`);
  io.stderr.write(`Fill in what you know, then: audit show ${id} ${shown(folder, io.cwd)}\n`);
  return EXIT.done;
}

/** The flag, the configured folder (not a glob or a file), or `processes`; `undefined` when the configuration is bad. */
async function folderFor({ dir, config }: NewFlags, io: Io): Promise<string | undefined> {
  if (dir !== undefined) return resolve(io.cwd, dir);
  const loaded = await loadConfiguration(io.cwd, config);
  if ('problems' in loaded) {
    printProblems(loaded.problems, io);
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
    // Elsewhere than the configuration says is worse than not at all.
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}`, 'say where to write: --dir FOLDER');
  }
}

function nameFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
