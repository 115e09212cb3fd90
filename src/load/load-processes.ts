import { dirname, resolve } from 'node:path';
import type { Judgement } from '../cache/recalled-process.js';
import { decode, readText } from '../files/read-text.js';
import { systemFaultOf } from '../files/system-fault.js';
import { disk, type Files } from '../files/tree.js';
import type { SourcedProcess } from '../judging/judge.js';
import { comparePlaces, type Place, placeOf } from '../places/places.js';
import { type Problem, problem, startOf } from '../problem.js';
import { type SalesProcess, toSalesProcess } from '../sales-process/sales-process.js';
import { isId } from '../sales-process/vocabulary.js';
import { check as checkAfresh } from './check.js';
import type { Check, CheckedDocument, CheckedText, Formats } from './checked-text.js';
import { defaultIdOf } from './default-id.js';
import { evidenceOf, evidenceState } from './evidence.js';
import { findFiles } from './find-files.js';
import { toProblems } from './to-problems.js';

/** A process and where it came from, and what it comes to where somebody has judged it already. */
export interface LoadedProcess extends SourcedProcess {
  readonly judgement?: Judgement | undefined;
}

/** A file read and checked: what is wrong with reading it, what its text holds, or what it came to in an earlier run. */
export type CheckedFile =
  | { readonly problem: Problem }
  | {
      readonly processes: readonly LoadedProcess[];
      /** What its text is known by. */
      readonly key: string;
    }
  | { readonly checked: CheckedText<Formats['process']> };

export interface LoadResult {
  /** Sorted by id. */
  readonly processes: readonly LoadedProcess[];
  /** Everything that kept a file, document or path from being judged, in reading order. */
  readonly problems: readonly Problem[];
}

export interface LoadOptions {
  readonly cwd: string;
  /** The bytes of standard input, asked for only when a path is `-`. */
  readonly readStdin?: () => Buffer;
  /** The real check, or one that remembers what it checked before. */
  readonly check?: Check;
  /** Where the files are; default: on the disk. */
  readonly tree?: Files;
  readonly onStep?: ((done: string) => void) | undefined;
  /** Judges the processes of each file as soon as it is read. */
  readonly judgeEarly?: ((file: string, read: CheckedFile, result: LoadResult) => LoadResult) | undefined;
  /** Told which files there are, says how each is read and checked; they are asked for in order. */
  readonly startChecking?:
    | ((files: readonly string[]) => (file: string, index: number) => Promise<CheckedFile>)
    | undefined;
}

/** Finds, reads, parses and validates; every bad file is reported and the good ones come back. */
export async function loadProcesses(paths: readonly string[], options: LoadOptions): Promise<LoadResult> {
  const { cwd, tree = disk } = options;
  const found = await findFiles(paths, cwd, tree);
  options.onStep?.('find');
  tree.prepare?.(found.files.map((file) => resolve(cwd, file)));
  const problems: Problem[] = [...found.problems];
  const loaded: LoadedProcess[] = [];
  const checkFile = options.startChecking?.(found.files) ?? ((file) => readAndCheck(file, options));
  for (const [index, file] of found.files.entries()) {
    const read = await checkFile(file, index);
    const fresh = toResult(file, read, options);
    const result = options.judgeEarly?.(file, read, fresh) ?? fresh;
    problems.push(...result.problems);
    loaded.push(...result.processes);
  }
  const { unique, duplicates } = splitDuplicates(loaded);
  return {
    processes: unique.sort((a, b) => (a.salesProcess.id < b.salesProcess.id ? -1 : 1)),
    problems: [...problems, ...duplicates].sort((a, b) => comparePlaces(a.place, b.place)),
  };
}

/** Reads a file, or standard input, and checks its text. */
export async function readAndCheck(file: string, options: LoadOptions): Promise<CheckedFile> {
  const read = readFile(file, options);
  return 'problem' in read ? read : { checked: await (options.check ?? checkAfresh)('process', read.text) };
}

/** Reads a file, or standard input. */
export function readFile(file: string, { cwd, readStdin, tree = disk }: LoadOptions): ReturnType<typeof readText> {
  return file === '-' ? readInput(readStdin, nameOf(file)) : readText(file, cwd, tree);
}

/** The processes of a file that was read. */
export function toResult(file: string, read: CheckedFile, { cwd, tree = disk }: LoadOptions): LoadResult {
  if ('processes' in read) return { processes: read.processes, problems: [] };
  if ('problem' in read) return { processes: [], problems: [read.problem] };
  const name = nameOf(file);
  const { documents, faults } = read.checked;
  const problems = faults.map(({ line, column, fault }) => problem({ file: name, line, column }, fault));
  if (documents.length === 0 && faults.length === 0) problems.push(problem(startOf(name), { key: 'no-process' }));
  const processes: LoadedProcess[] = [];
  for (const document of documents) {
    const result = toLoaded(document, name, resolve(cwd, file === '-' ? '.' : dirname(file)), cwd, tree);
    if (Array.isArray(result)) problems.push(...result);
    else processes.push(result);
  }
  return { processes, problems: firstOf(problems, name) };
}

/** Beyond this nobody reads on: the file is something else, a thousand documents of it. */
const MOST_PROBLEMS_OF_A_FILE = 1000;

function firstOf(problems: readonly Problem[], file: string): readonly Problem[] {
  const more = problems.length - MOST_PROBLEMS_OF_A_FILE;
  if (more <= 0) return problems;
  return [...problems.slice(0, MOST_PROBLEMS_OF_A_FILE), problem(startOf(file), { key: 'more-in-file', more })];
}

function nameOf(file: string): string {
  return file === '-' ? '<stdin>' : file;
}

function readInput(readStdin: LoadOptions['readStdin'], name: string): ReturnType<typeof decode> {
  try {
    return decode(readStdin?.() ?? Buffer.alloc(0), name);
  } catch (error) {
    return { problem: problem(startOf(name), { key: 'unreadable', why: systemFaultOf(error) }) };
  }
}

function toLoaded(
  document: CheckedDocument<Formats['process']>,
  file: string,
  folder: string,
  cwd: string,
  tree: Files,
): LoadedProcess | Problem[] {
  const { places } = document;
  if ('issues' in document) return toProblems(document.issues, file, places);
  const defaultId = defaultIdOf(file);
  const salesProcess = toSalesProcess(document.value, defaultId);
  if (!isId(salesProcess.id)) {
    return [problem(placeOf(file, places, []), { key: 'bad-file-name', id: defaultId })];
  }
  return { salesProcess, file, places, ...weighEvidence(salesProcess, folder, cwd, tree) };
}

/** Evidence that does not count, by why: it is not there, or it lies where nobody looks. */
function weighEvidence(salesProcess: SalesProcess, folder: string, cwd: string, tree: Files): EvidenceFound {
  const evidence = evidenceOf({ salesProcess });
  if (evidence.length === 0) return NOTHING_MISSING;
  const missing = new Set<string>();
  const outside = new Set<string>();
  for (const text of evidence) {
    const state = evidenceState(text, folder, { cwd, tree });
    if (state !== 'there') missing.add(text);
    if (state === 'outside') outside.add(text);
  }
  return outside.size > 0 ? { missingEvidence: missing, outsideEvidence: outside } : { missingEvidence: missing };
}

type EvidenceFound = Pick<SourcedProcess, 'missingEvidence' | 'outsideEvidence'>;

const NOTHING_MISSING: EvidenceFound = { missingEvidence: new Set() };

function splitDuplicates(loaded: readonly LoadedProcess[]): { unique: LoadedProcess[]; duplicates: Problem[] } {
  const byId = new Map<string, LoadedProcess>();
  const duplicates: Problem[] = [];
  for (const one of loaded) {
    const { id } = one.salesProcess;
    const first = byId.get(id);
    if (!first) {
      byId.set(id, one);
      continue;
    }
    duplicates.push(problem(whereIdIs(one), { key: 'duplicate-id', id, first: whereIdIs(first) }));
  }
  return { unique: [...byId.values()], duplicates };
}

function whereIdIs({ file, places }: LoadedProcess): Place {
  return placeOf(file, places, ['id']);
}
