import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { repositoryTop } from '../files/paths.js';
import { disk, type Files } from '../files/tree.js';
import type { SourcedProcess } from '../judging/judge.js';
import type { SalesProcess } from '../sales-process/sales-process.js';

/** Evidence that begins like this is a link, which is never fetched; "minutes: see May" is none. */
const LINK = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:)\S+$/i;

/** `outside`: it was not looked for, because a process file may not find out what else is on the machine. */
export type EvidenceState = 'there' | 'missing' | 'outside';

/** Where evidence is looked for. */
export interface EvidenceOptions {
  readonly cwd: string;
  /** Default: the disk. */
  readonly tree?: Pick<Files, 'isFileAt'> | undefined;
}

/** Evidence is a link, or the relative path of a file that exists, seen from `folder` and within the repository. */
export function evidenceState(text: string, folder: string, { cwd, tree = disk }: EvidenceOptions): EvidenceState {
  if (LINK.test(text)) return 'there';
  if (!isNameOnEverySystem(text)) return 'missing';
  if (isAbsolute(text)) return 'outside';
  try {
    const path = resolve(folder, text);
    if (!isWithin(folder, path) && !isWithin(boundary(folder, cwd), resolve(realOf(folder), text))) return 'outside';
    return tree.isFileAt(path) && !isSpelledOtherwise(text, path, folder) && !isLedOut(path, folder, cwd)
      ? 'there'
      : 'missing';
  } catch {
    return 'missing';
  }
}

/**
 * Where a backslash parts folders and a colon ends a drive, no file can have such a name, as elsewhere it could: what is a path
 * there would be none in CI, and evidence counts on all systems or on none.
 */
function isNameOnEverySystem(text: string): boolean {
  return sep === '/' || !/[\\:]/.test(text);
}

/** All evidence that the voices of a process name. */
export function evidenceOf({ voices }: Pick<SalesProcess, 'voices'>): readonly string[] {
  const all: string[] = [];
  for (const some of Object.values(voices)) for (const { evidence } of some) all.push(...evidence);
  return all;
}

/** The evidence of a process that does not count. */
export type EvidenceFound = Pick<SourcedProcess, 'missingEvidence' | 'outsideEvidence'>;

/** Looks for the evidence of a process, seen from the folder of its file. */
export function weighEvidence(
  salesProcess: Pick<SalesProcess, 'voices'>,
  folder: string,
  options: EvidenceOptions,
): EvidenceFound {
  const evidence = evidenceOf(salesProcess);
  if (evidence.length === 0) return NOTHING_MISSING;
  const missing = new Set<string>();
  const outside = new Set<string>();
  for (const text of evidence) {
    const state = evidenceState(text, folder, options);
    if (state !== 'there') missing.add(text);
    if (state === 'outside') outside.add(text);
  }
  return outside.size > 0 ? { missingEvidence: missing, outsideEvidence: outside } : { missingEvidence: missing };
}

const NOTHING_MISSING: EvidenceFound = { missingEvidence: new Set() };

/** How a piece of evidence was when the process was loaded. */
export function stateOf(text: string, { missingEvidence, outsideEvidence }: EvidenceFound): EvidenceState {
  if (outsideEvidence?.has(text)) return 'outside';
  return missingEvidence.has(text) ? 'missing' : 'there';
}

export function isEvidence(text: string, folder: string, options: EvidenceOptions): boolean {
  return evidenceState(text, folder, options) === 'there';
}

/** Where "A.md" also finds a file that is called "a.md", which nothing else in git and in CI does. */
const ARE_CASES_ONE: readonly NodeJS.Platform[] = ['win32', 'darwin'];

/** Whether the disk found a file that is called otherwise: evidence counts on all systems or on none. */
function isSpelledOtherwise(text: string, path: string, folder: string): boolean {
  if (!ARE_CASES_ONE.includes(process.platform)) return false;
  // Git keeps names composed, however the disk of a Mac has them.
  const asked = resolve(realOf(folder), text).normalize('NFC');
  const found = realOf(path).normalize('NFC');
  return asked !== found && asked.toLowerCase() === found.toLowerCase();
}

/** Whether a link on the way leads out. Said as if nothing were there, or a link could find out what is. */
function isLedOut(path: string, folder: string, cwd: string): boolean {
  const real = realOf(path);
  return !isWithin(realOf(folder), real) && !isWithin(boundary(folder, cwd), real);
}

/** The repository that the folder lies in; without one the working directory, where the folder lies in that. */
function boundary(folder: string, cwd: string): string {
  const real = realOf(folder);
  const top = repositoryTop(real);
  if (top !== undefined) return top;
  return isWithin(realOf(cwd), real) ? realOf(cwd) : real;
}

/** What is not on the disk, as in an earlier commit, has no links to follow. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
