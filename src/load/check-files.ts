import type { CheckedFile } from './check-file.js';
import { type LoadOptions, readAndCheck } from './load-processes.js';
import type { Memory } from './memory.js';
import { type Help, processors, startWorkers } from './workers.js';

/** From so many files to check on, a worker is started sooner than the main thread is done. */
const WORTH_A_WORKER = 250;

/** Each takes memory, and the main thread has to take in what they send. */
const MOST_WORKERS = 3;

/** What is known of how files were checked. */
export interface CheckingCounts {
  files: number;
  workers: number;
}

/**
 * Reads and checks the files of a run: what the memory knows is only read, and where much is left, workers help. Without
 * a number of workers there are as many as the machine has room for.
 */
export function checkingFiles(
  options: Pick<LoadOptions, 'cwd' | 'readStdin'>,
  memory: Memory,
  workers: number | undefined,
  counts: CheckingCounts,
): NonNullable<LoadOptions['startChecking']> {
  return (files) => {
    memory.expect(files.length);
    counts.files += files.length;
    const help = startHelp(files, options.cwd, memory, workers, counts);
    return async (file, index): Promise<CheckedFile> => {
      const sent = await help?.of(index);
      if (!sent) return readAndCheck(file, { ...options, check: memory.check });
      if ('problem' in sent) return sent;
      const checked = memory.take(sent.digest, sent.json);
      return checked ? { checked } : readAndCheck(file, { ...options, check: memory.check });
    };
  };
}

function startHelp(
  files: readonly string[],
  cwd: string,
  memory: Memory,
  workers: number | undefined,
  counts: CheckingCounts,
): Help | undefined {
  const isMuch = files.length - memory.size >= WORTH_A_WORKER;
  const count = workers ?? (isMuch ? Math.min(processors() - 1, MOST_WORKERS) : 0);
  // Standard input is the main thread's, and there is only one.
  if (count === 0 || files.includes('-')) return undefined;
  const help = startWorkers(count, { files, cwd, known: memory.folder === undefined ? undefined : memory.digests() });
  if (help) counts.workers = count;
  return help;
}
