import type { Io } from '../io.js';
import { type Checking, type CheckingCounts, checkingWith } from '../load/check-files.js';
import type { Check } from '../load/checked.js';
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
  /** The files that were checked, with the digests of their texts where they are known. */
  readonly seen: ReadonlyMap<string, string>;
  /** For the pipeline. */
  readonly options: { readonly check: Check; readonly checking: Checking; onStep(done: string): void };
  /** Whether it is known of each file which text it had. */
  hasSeenAll(): boolean;
  /** Says that so many files were found as they were before. */
  recalled(files: number): void;
  /** Says that a step is over. */
  step(done: string): void;
  /** With --timing, says on stderr how it went. */
  tell(): void;
}

export function paceOf(flags: SpeedFlags, io: Io, isJudgedEarly = false): Pace {
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
  const counts: CheckingCounts = { files: 0, workers: 0, recalled: 0 };
  const seen = new Map<string, string>();
  const { cwd, readStdin } = io;
  const checking = checkingWith({ cwd, readStdin, memory, workers: flags.workers, isJudgedEarly, counts, seen });
  const tell = () => {
    if (!flags.timing) return;
    const { known, fresh } = memory.counts;
    const found = `${count(counts.files, 'file')} found, ${thousands(known)} remembered, ${thousands(fresh)} parsed, ${count(counts.recalled, 'judgement')} recalled`;
    io.stderr.write(`timing: ${found}, ${count(counts.workers, 'worker')}\n`);
    io.stderr.write(`timing: ${steps.join(', ')}; ${thousands(performance.now() - begun)} ms in all\n`);
  };
  const hasSeenAll = () => seen.size === counts.files;
  const recalled = (files: number) => {
    counts.files = files;
    memory.counts.known = files;
    step('look for changes');
  };
  return { memory, seen, hasSeenAll, recalled, options: { check: memory.check, checking, onStep: step }, step, tell };
}
