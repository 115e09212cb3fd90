import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { loadConfiguration } from '../load/load-configuration.js';
import { isId, type Kind } from '../sales-process/vocabulary.js';
import { type CommonFlags, printProblems, UsageError } from './context.js';
import { skeleton } from './skeleton.js';

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

/** `audit new <id>`: a commented skeleton in the process folder. Never overwrites. */
export async function create(id: string, flags: NewFlags, io: Io): Promise<ExitCode> {
  if (!isId(id)) {
    throw new UsageError(`"${id}" cannot be an id`, 'write lower-case words joined by hyphens, such as weekly-report');
  }
  const folder = await folderFor(flags, io);
  if (folder === undefined) return EXIT.input;
  const path = join(folder, `${id}.yaml`);
  if (existsSync(path)) throw new UsageError(`${path} is there already`, 'choose another id, or edit that file');
  const { kind, owner, purpose, crm, benefits: beneficiaries, demand: demands } = flags;
  const text = skeleton({
    name: flags.name ?? nameFrom(id),
    ...(kind && { kind }),
    ...(owner && { owner }),
    ...(purpose && { purpose }),
    ...(crm && { crm }),
    ...(beneficiaries && { beneficiaries }),
    ...(demands && { demands }),
  });
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`cannot write ${path}: ${(error as Error).message}`);
  }
  io.stdout.write(`wrote ${path}\n`);
  io.stderr.write(`Fill in what you know, then: audit show ${id} ${folder}\n`);
  return EXIT.done;
}

/** The flag, the configured folder (not a glob or a file), or `processes`; `undefined` when the configuration is bad. */
async function folderFor({ dir, config }: NewFlags, io: Io): Promise<string | undefined> {
  if (dir !== undefined) return dir === '.' ? '' : dir;
  const loaded = await loadConfiguration(io.cwd, config);
  if ('problems' in loaded) {
    printProblems(loaded.problems, io);
    return undefined;
  }
  const { processes } = loaded.configuration;
  const first = typeof processes === 'string' ? processes : processes?.[0];
  if (first === undefined) return join(io.cwd, 'processes');
  const path = resolve(loaded.folder, first);
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : join(io.cwd, 'processes');
}

function nameFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
