import type { Io } from '../io.js';
import { type CheckingCounts, checkingFiles } from '../load/check-files.js';
import type { LoadOptions } from '../load/load-processes.js';
import type { Memory } from '../load/memory.js';
import { count, thousands } from '../wording/phrases.js';
import { type MemoryFlags, memoryFor } from './context.js';

/** Flags about how quickly a run goes; none changes what comes of it. */
export interface SpeedFlags extends MemoryFlags {
  readonly timing?: boolean;
  /** So many threads help with checking; default: as many as pay. */
  readonly workers?: number;
}

/** How a run reads and checks files, and how long each step of it takes. */
export interface Pace {
  readonly memory: Memory;
  /** For the pipeline. */
  readonly options: Required<Pick<LoadOptions, 'check' | 'startChecking'>> & { onStep(done: string): void };
  /** Says that a step is over. */
  step(done: string): void;
  /** With --timing, says on stderr how it went. */
  tell(): void;
}

export function paceOf(flags: SpeedFlags, io: Io): Pace {
  const begun = performance.now();
  let last = begun;
  const steps: string[] = [];
  const step = (done: string) => {
    const now = performance.now();
    steps.push(`${done} ${thousands(now - last)}`);
    last = now;
  };
  const memory = memoryFor(flags, io);
  step('open the memory');
  const counts: CheckingCounts = { files: 0, workers: 0 };
  const start = checkingFiles({ cwd: io.cwd, readStdin: io.readStdin }, memory, flags.workers, counts);
  const startChecking: typeof start = (files) => {
    step('find');
    return start(files);
  };
  const tell = () => {
    if (!flags.timing) return;
    const { known, fresh } = memory.counts;
    const found = `${count(counts.files, 'file')} found, ${thousands(known)} remembered, ${thousands(fresh)} parsed`;
    io.stderr.write(`timing: ${found}, ${count(counts.workers, 'worker')}\n`);
    io.stderr.write(`timing: ${steps.join(', ')}; ${thousands(performance.now() - begun)} ms in all\n`);
  };
  return { memory, options: { check: memory.check, startChecking, onStep: step }, step, tell };
}
