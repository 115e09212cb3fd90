import { dirname, resolve } from 'node:path';
import { readText } from '../files/read-text.js';
import type { SourcedProcess } from '../judging/judge.js';
import { type EvidenceState, evidenceOf, evidenceState, stateOf } from '../load/evidence.js';
import type { FoundConfiguration } from '../load/find-configuration.js';
import { findFiles } from '../load/find-files.js';
import type { Day } from '../time/day.js';
import { encodeEntries, readEntries } from './entries.js';
import { type Fingerprint, fingerprints, isOf } from './fingerprint.js';
import { type CacheLocation, cacheFile } from './location.js';
import { writeCacheFile } from './write-cache-file.js';

/** What a report was made of. */
interface Basis {
  /** The paths that were audited. */
  readonly source: readonly string[];
  readonly files: readonly (readonly [file: string, text: Fingerprint])[];
  /** Evidence, the folder from which it is looked for, and whether it was there. */
  readonly evidence: readonly (readonly [text: string, folder: string, state: EvidenceState])[];
}

export interface MadeReport extends Pick<Basis, 'source'> {
  /** The files with their texts. */
  readonly files: ReadonlyMap<string, Fingerprint>;
  readonly processes: readonly SourcedProcess[];
  readonly text: string;
}

/** All that a report depends on besides the process files, their evidence, and the build. */
export function toQuestion(
  cwd: string,
  asOf: Day,
  paths: readonly string[],
  { folder, file, text }: FoundConfiguration,
  wanted: unknown,
): string {
  return JSON.stringify([cwd, asOf, paths, folder, file, text, wanted]);
}

/**
 * The report that was last made, when it would be the same now: the question, the build, the files, their texts and the
 * evidence have not changed. All of them are looked at again.
 */
export async function recallReport(
  { cwd, folder }: CacheLocation,
  question: string,
): Promise<{ readonly text: string; readonly files: number } | undefined> {
  if (folder === undefined) return undefined;
  const entries = readEntries(cacheFile(folder, cwd, 'report'));
  const found = entries.find(BASIS, question);
  if (!found) return undefined;
  const basis = JSON.parse(found.json) as Basis;
  if (!(await isAsBefore(basis, cwd))) return undefined;
  const text = entries.find(TEXT, '');
  return text && { text: JSON.parse(text.json) as string, files: basis.files.length };
}

export function keepReport(
  { cwd, folder }: Required<CacheLocation>,
  question: string,
  { source, files, processes, text }: MadeReport,
): void {
  if (folder === undefined) return;
  const basis: Basis = { source, files: [...files], evidence: processes.flatMap((one) => evidenceSeen(one, cwd)) };
  const fingerprintOf = fingerprints();
  const entries = [
    { name: BASIS, of: fingerprintOf(question), json: JSON.stringify(basis) },
    { name: TEXT, of: fingerprintOf(''), json: JSON.stringify(text) },
  ];
  writeCacheFile(cacheFile(folder, cwd, 'report'), encodeEntries(entries));
}

const BASIS = 'basis';

/** An entry of its own: it is long, and most often not wanted, because something has changed. */
const TEXT = 'text';

async function isAsBefore({ source, files, evidence }: Basis, cwd: string): Promise<boolean> {
  const found = await findFiles(source, cwd);
  if (found.problems.length > 0 || found.files.length !== files.length) return false;
  return (
    found.files.every((file, index) => file === files[index]![0]) &&
    files.every(([file, text]) => isTextOf(file, text, cwd)) &&
    evidence.every(([text, folder, state]) => evidenceState(text, resolve(cwd, folder), { cwd }) === state)
  );
}

function isTextOf(file: string, text: Fingerprint, cwd: string): boolean {
  const read = readText(file, cwd);
  return 'text' in read && isOf(text, read.text);
}

function evidenceSeen(one: SourcedProcess, cwd: string): Basis['evidence'] {
  const texts = evidenceOf(one.salesProcess);
  if (texts.length === 0) return [];
  const folder = resolve(cwd, dirname(one.file));
  return texts.map((text) => [text, folder, stateOf(text, one)]);
}
