import { dirname, resolve } from 'node:path';
import type { SourcedProcess } from '../judging/judge.js';
import { placeOf } from '../places/places.js';
import { type Problem, problem, startOf } from '../problem.js';
import { toSalesProcess } from '../sales-process/sales-process.js';
import { isId } from '../sales-process/vocabulary.js';
import type { CheckedDocument, CheckedText, Formats } from './checked-text.js';
import { defaultIdOf } from './default-id.js';
import { type EvidenceOptions, weighEvidence } from './evidence.js';
import { nameOf } from './read-file.js';
import { toProblems } from './to-problems.js';

/** What one or several files hold. */
export interface LoadResult<T extends SourcedProcess = SourcedProcess> {
  readonly processes: readonly T[];
  /** Everything that kept a path, file or document from being judged, in reading order. */
  readonly problems: readonly Problem[];
}

/** The processes of a file whose text was checked. */
export function toProcesses(
  file: string,
  { documents, faults }: CheckedText<Formats['process']>,
  options: EvidenceOptions,
): LoadResult {
  const name = nameOf(file);
  const problems = faults.map(({ line, column, fault }) => problem({ file: name, line, column }, fault));
  if (documents.length === 0 && faults.length === 0) problems.push(problem(startOf(name), { key: 'no-process' }));
  const processes: SourcedProcess[] = [];
  for (const document of documents) {
    const result = toSourced(document, name, options);
    if (Array.isArray(result)) problems.push(...result);
    else processes.push(result);
  }
  return { processes, problems: firstOf(problems, name) };
}

function toSourced(
  document: CheckedDocument<Formats['process']>,
  file: string,
  options: EvidenceOptions,
): SourcedProcess | Problem[] {
  const { places } = document;
  if ('issues' in document) return toProblems(document.issues, file, places);
  const defaultId = defaultIdOf(file);
  const salesProcess = toSalesProcess(document.value, defaultId);
  if (!isId(salesProcess.id)) return [problem(placeOf(file, places, []), { key: 'bad-file-name', id: defaultId })];
  return { salesProcess, file, places, ...weighEvidence(salesProcess, folderOf(file, options.cwd), options) };
}

/** The folder that evidence in a file is relative to. */
export function folderOf(file: string, cwd: string): string {
  return resolve(cwd, dirname(file));
}

/** Nobody reads beyond this: the file is something else, a thousand documents of it. */
const MOST_PROBLEMS_OF_A_FILE = 1000;

function firstOf(problems: readonly Problem[], file: string): readonly Problem[] {
  const more = problems.length - MOST_PROBLEMS_OF_A_FILE;
  if (more <= 0) return problems;
  return [...problems.slice(0, MOST_PROBLEMS_OF_A_FILE), problem(startOf(file), { key: 'more-in-file', more })];
}
