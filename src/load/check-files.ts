import { poolTexts } from '../format/pool.js';
import type { SourcedProcess } from '../judge.js';
import { type Judgement, judgementOf } from '../report/judgement.js';
import type { Settings } from '../settings.js';
import type { CheckedFile, SentFile } from './check-file.js';
import { digestOf } from './digest.js';
import { digestsAhead } from './digests-ahead.js';
import { type LoadOptions, readAndCheck } from './load-processes.js';
import type { Memory } from './memory.js';
import { type Help, processors, startWorkers } from './workers.js';

/**
 * From so many files to check on, workers pay: on two processors 20,000 take a sixth less time, 10,000 a twelfth less and more
 * memory, and 1,000 take longer (`npm run bench` has the files; `--workers` sets their number).
 */
const WORTH_A_WORKER = 20_000;

/** With so many that are known already one thread reads while the other remembers. */
const WORTH_READING_AHEAD = 3000;

/** Fewer are judged sooner than judgements are written down and read again. */
const WORTH_JUDGING_EARLY = 100;

/** Each takes memory, and the main thread has to take in what they send. */
const MOST_WORKERS = 3;

/** What is known of how files were checked. */
export interface CheckingCounts {
  files: number;
  workers: number;
  /** Processes that need not be judged again. */
  recalled: number;
}

export interface CheckingOptions extends Pick<LoadOptions, 'cwd' | 'readStdin'> {
  readonly memory: Memory;
  /** `undefined`: as many as the machine has room for. */
  readonly workers: number | undefined;
  /** Whether nothing but judgements is wanted of most processes, so that each is judged where it is checked. */
  readonly isJudgedEarly: boolean;
  readonly counts: CheckingCounts;
  /** Takes what each file's text is known by. */
  readonly seen: Map<string, string>;
}

/** How the files of a run are read and checked: what the memory knows is only read, and with many others workers help. */
export type Checking = (settings: Settings) => Pick<LoadOptions, 'startChecking' | 'judgeEarly'>;

export function checkingWith(options: CheckingOptions): Checking {
  const { memory, isJudgedEarly, counts } = options;
  return (settings) => {
    const wanted = isJudgedEarly ? settings : undefined;
    let isMuch = false;
    return {
      startChecking: (files) => {
        memory.expect(files.length);
        counts.files += files.length;
        isMuch = files.length >= WORTH_JUDGING_EARLY;
        return checkerOf(startHelp(files, wanted, options), options);
      },
      judgeEarly: wanted && judgingWith(wanted, memory, counts, () => isMuch),
    };
  };
}

function checkerOf(help: Help<CheckedFile> | undefined, { memory, seen, ...options }: CheckingOptions) {
  return async (file: string, index: number): Promise<CheckedFile> => {
    const found = (await help?.of(index)) ?? (await readAndCheck(file, { ...options, check: memory.check }));
    const key = 'checked' in found ? memory.keyOf(found.checked) : undefined;
    if (key !== undefined && file !== '-') seen.set(file, key);
    return found;
  };
}

function startHelp(
  files: readonly string[],
  settings: Settings | undefined,
  { cwd, memory, workers, counts }: CheckingOptions,
): Help<CheckedFile> | undefined {
  const most = workers ?? Math.min(processors() - 1, MOST_WORKERS);
  // Standard input is the main thread's, and there is only one.
  if (most === 0 || files.includes('-')) return undefined;
  const isMuch = files.length - memory.size >= WORTH_A_WORKER;
  const known = Math.min(memory.size, files.length);
  const isKnown = workers === undefined ? !isMuch && known >= WORTH_READING_AHEAD : known > files.length / 2;
  if (isKnown && memory.keysAre === 'digests') return recallAhead(files, { cwd, memory, counts });
  if (workers === undefined && !isMuch) return undefined;
  const digests = memory.folder === undefined ? undefined : memory.digests();
  const take = (sent: SentFile): CheckedFile | undefined => {
    if ('problem' in sent) return sent;
    const checked = memory.take(sent.digest, sent.json);
    return checked && { checked, digest: sent.digest, judgements: sent.judgements };
  };
  const help = startWorkers(most, { files, cwd, known: digests, settings }, take);
  if (help) counts.workers = most;
  return help;
}

/** Nearly all is known: another thread reads, this one remembers. */
function recallAhead(
  files: readonly string[],
  { cwd, memory, counts }: Pick<CheckingOptions, 'cwd' | 'memory' | 'counts'>,
): Help<CheckedFile> | undefined {
  const digestOfFile = digestsAhead(files, cwd);
  if (!digestOfFile) return undefined;
  counts.workers = 1;
  return {
    of: async (index) => {
      const digest = digestOfFile(index);
      const checked = digest === undefined ? undefined : memory.take(digest);
      return checked && { checked, digest };
    },
  };
}

/**
 * A judgement depends on the text, the name of the file, the settings with the day that is judged on, and which evidence
 * is missing, besides the build of the tool. One that a question failed in is not kept.
 */
function judgingWith(settings: Settings, memory: Memory, counts: CheckingCounts, isMuch: () => boolean) {
  let all: string | undefined;
  return (one: SourcedProcess, read: CheckedFile, index: number): Judgement | undefined => {
    if (!isMuch()) return undefined;
    const digest = 'checked' in read ? memory.keyOf(read.checked) : undefined;
    all ??= digestOf(JSON.stringify(settings));
    const key = digest && JSON.stringify([all, one.file, digest, index, ...one.missingEvidence]);
    const known = key ? memory.recallJudgement(key) : undefined;
    if (known) {
      counts.recalled++;
      return known;
    }
    const sent = 'judgements' in read ? read.judgements?.[index] : undefined;
    const judgement = sent ? (JSON.parse(sent) as Judgement) : judgementOf(one, settings);
    if (key && !judgement.outcomes.includes('failed')) memory.learnJudgement(key, sent ?? JSON.stringify(judgement));
    return poolTexts(judgement);
  };
}
