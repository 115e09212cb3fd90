import type { Memory } from '../../cache/cache.js';
import { type Checking, type CheckingCounts, checkingWith } from '../../cache/reuse.js';
import type { Io } from '../../io.js';
import type { Check } from '../../load/checked-text.js';
import type { Words } from '../../wording/words/words.js';
import { type MemoryFlags, memoryFor } from './context.js';
import type { Timing } from './timing.js';

/** Flags about how quickly a run goes; none changes what comes of it. */
export interface SpeedFlags extends MemoryFlags {
  readonly timing?: boolean;
}

/** How a run reads and checks files. */
export interface Pace {
  readonly memory: Memory;
  /** The files that were checked, with what their texts are known by. */
  readonly seen: ReadonlyMap<string, string>;
  /** For the pipeline. */
  readonly options: { readonly check: Check; readonly checking: Checking; onStep(done: string): void };
  /** Whether it is known of each file which text it had. */
  hasSeenAll(): boolean;
  /** With --timing, says on stderr how it went. */
  tell(): void;
}

export function paceOf(flags: SpeedFlags, io: Io, timing: Timing, words: Words, isJudgedEarly = false): Pace {
  const memory = memoryFor(flags, io);
  const counts: CheckingCounts = { files: 0, recalled: 0 };
  const seen = new Map<string, string>();
  const { cwd, readStdin } = io;
  const checking = checkingWith({ cwd, readStdin, memory, isJudgedEarly, counts, seen, words });
  const tell = () => {
    const { known, fresh } = memory.counts;
    const found = `${counts.files} files found, ${known} remembered, ${fresh} parsed, ${counts.recalled} judgements recalled`;
    timing.tell(found);
  };
  const hasSeenAll = () => seen.size === counts.files;
  return { memory, seen, hasSeenAll, options: { check: memory.check, checking, onStep: timing.step }, tell };
}
