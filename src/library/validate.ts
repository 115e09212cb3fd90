import type { Path } from '../places/path.js';
import type { SalesProcess } from '../sales-process/sales-process.js';
import { validateProcess as validate } from '../sales-process/validate-process.js';
import { english } from '../wording/en/index.js';

/** One thing that is wrong with data in the process file format. */
export interface Issue {
  readonly code: 'unknown-key' | 'missing-key' | 'invalid-value';
  readonly path: Path;
  /** Whether the key at `path` is wrong, and not its value. */
  readonly isKey: boolean;
  /** What is wrong, in one line of English. */
  readonly message: string;
}

/**
 * Turns plain data in the process file format into a process, or lists everything that is wrong with it. Never throws.
 *
 * @param defaultId the id of a process that states none
 */
export function validateProcess(
  value: unknown,
  defaultId: string,
): { readonly salesProcess: SalesProcess } | { readonly issues: readonly Issue[] } {
  const validated = validate(value, defaultId);
  if (!('issues' in validated)) return validated;
  return {
    issues: validated.issues.map((issue) => ({
      code: issue.code,
      path: issue.path,
      isKey: issue.isKey,
      message: english.schema.issue(issue),
    })),
  };
}
