import { type Audit, auditFiles } from '../../audit/audit-files.js';
import type { Io } from '../../io.js';
import type { Day } from '../../time/day.js';
import type { Words } from '../../wording/words/words.js';
import { printProblems } from './context.js';

/** What a command judges. */
export interface Scope {
  /** Files, folders, globs or `-`; none: what the configuration says. */
  readonly paths: readonly string[];
  /** The day to judge on. */
  readonly asOf: Day;
  /** A configuration file; default: the nearest one upward. */
  readonly config: string | undefined;
}

/** Judges what is in scope, and prints the problems to standard error. */
export async function audit(scope: Scope, io: Io, words: Words): Promise<Audit> {
  const audited = await auditSilently(scope, io, words);
  printProblems(audited.report.problems, io);
  return audited;
}

/** The same without printing: for a second look after files have changed. */
export function auditSilently({ paths, asOf, config }: Scope, io: Io, words: Words): Promise<Audit> {
  return auditFiles(paths, { asOf, cwd: io.cwd, config, readStdin: io.readStdin, words });
}
