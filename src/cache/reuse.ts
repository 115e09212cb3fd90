import { canBeReadAgain } from '../files/read-bounded.js';
import type { Settings } from '../judging/settings.js';
import type { CheckedFile, SentFile } from '../load/check-file.js';
import { digestsAhead } from '../load/digests-ahead.js';
import { type LoadOptions, type LoadResult, readFile } from '../load/load-processes.js';
import { type Help, hasRoomFor, processors, startWorkers } from '../load/workers.js';
import { poolTexts } from '../places/pool.js';
import { MANY, type Memory } from './cache.js';
import { digestOf } from './digest.js';
import { recallProcesses, toJudgedFile } from './judged-file.js';
import { type Judgement, judgementOf } from './recalled-process.js';
import { tuneEngine } from './tune-engine.js';

/**
 * From so many files to check on, workers pay: on two processors 20,000 take a sixth less time, 10,000 a twelfth less and more
 * memory, and 1,000 take longer (`npm run bench` has the files; `--workers` sets their number).
 */
const WORTH_A_WORKER = 20_000;

/** With so many that are known already one thread reads while the other remembers. */
const WORTH_READING_AHEAD = 3000;

/** From so many on each is judged where it is checked, even if nothing is remembered: that holds less of them, and takes longer. */
const MANY_TO_HOLD = 3000;

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
    const early = isJudgedEarly ? judgingWith(settings, options) : undefined;
    let isMuch = false;
    return {
      startChecking: (files) => {
        memory.expect(files.length);
        counts.files += files.length;
        isMuch = files.length >= (memory.folder === undefined ? MANY_TO_HOLD : MANY);
        const recall: Recall = isMuch && early ? early.recall : () => undefined;
        return checkerOf(startHelp(files, early && settings, recall, options), recall, options);
      },
      judgeEarly: early && ((file, read, result) => (isMuch ? early.judge(file, read, result) : result)),
    };
  };
}

/** What a file came to in an earlier run, by what its text is known by. */
type Recall = (file: string, key: string) => CheckedFile | undefined;

function checkerOf(help: Help<CheckedFile> | undefined, recall: Recall, options: CheckingOptions) {
  const { seen, memory, cwd } = options;
  return async (file: string, index: number): Promise<CheckedFile> => {
    // By now all code that a run needs is loaded.
    if (index === MANY) tuneEngine();
    const found = (await help?.of(index)) ?? (await readOrRecall(file, recall, options));
    const key = keyOf(found, memory);
    if (key !== undefined && canBeReadAgain(file, cwd)) seen.set(file, key);
    return found;
  };
}

async function readOrRecall(file: string, recall: Recall, options: CheckingOptions): Promise<CheckedFile> {
  const { memory } = options;
  const read = readFile(file, options);
  if ('problem' in read) return read;
  const key = memory.keyOfText('process', read.text);
  const known = key === undefined || file === '-' ? undefined : recall(file, key);
  return known ?? { checked: await memory.check('process', read.text, key) };
}

function keyOf(found: CheckedFile, memory: Memory): string | undefined {
  if ('processes' in found) return found.key;
  return 'checked' in found ? memory.keyOf(found.checked) : undefined;
}

function startHelp(
  files: readonly string[],
  settings: Settings | undefined,
  recall: Recall,
  options: CheckingOptions,
): Help<CheckedFile> | undefined {
  const { cwd, memory, workers, counts } = options;
  const most = workers ?? Math.min(processors() - 1, MOST_WORKERS);
  // A file that a thread has taken and given up is read again by the main thread.
  if (most === 0 || !files.every((file) => canBeReadAgain(file, cwd))) return undefined;
  const isMuch = files.length - memory.size >= WORTH_A_WORKER;
  const known = Math.min(memory.size, files.length);
  const isKnown = workers === undefined ? !isMuch && known >= WORTH_READING_AHEAD : known > files.length / 2;
  const isAhead = isKnown && memory.keysAre === 'digests';
  if (!isAhead && workers === undefined && !isMuch) return undefined;
  if (!hasRoomFor(isAhead ? 1 : most)) return undefined;
  if (isAhead) return recallAhead(files, recall, options);
  const digests = memory.folder === undefined ? undefined : memory.digests();
  const take = (sent: SentFile): CheckedFile | undefined => {
    if ('problem' in sent) return sent;
    const checked = memory.take(sent.digest, sent.json);
    return checked && { checked, judgements: sent.judgements };
  };
  const help = startWorkers(most, { files, cwd, known: digests, settings }, take);
  if (help) counts.workers = most;
  return help;
}

/** Nearly all is known: another thread reads, this one remembers. */
function recallAhead(
  files: readonly string[],
  recall: Recall,
  { cwd, memory, counts }: CheckingOptions,
): Help<CheckedFile> | undefined {
  const digestOfFile = digestsAhead(files, cwd);
  if (!digestOfFile) return undefined;
  counts.workers = 1;
  return {
    of: async (index) => {
      const digest = digestOfFile(index);
      if (digest === undefined) return undefined;
      const known = recall(files[index]!, digest);
      if (known) return known;
      const checked = memory.take(digest);
      return checked && { checked };
    },
  };
}

/**
 * What a file comes to depends on its text, its name, the settings with the day that is judged on, and its evidence, besides
 * the build of the tool. Only a file without a mistake is remembered.
 */
function judgingWith(settings: Settings, { memory, counts, cwd }: CheckingOptions) {
  let all: string | undefined;
  const keyFor = (file: string, text: string) => {
    all ??= digestOf(JSON.stringify(settings));
    return JSON.stringify([all, file, text]);
  };
  const recall: Recall = (file, key) => {
    const judged = memory.recallJudged(keyFor(file, key), key);
    const processes = judged && recallProcesses(judged, file, cwd, () => memory.recallText(key));
    if (!processes) return undefined;
    memory.counts.known++;
    counts.recalled += processes.length;
    return { processes, key };
  };
  const judge = (file: string, read: CheckedFile, { processes, problems }: LoadResult): LoadResult => {
    if (!('checked' in read)) return { processes, problems };
    const judged = processes.map((one, index) => {
      const sent = read.judgements?.[index];
      const judgement = sent ? (JSON.parse(sent) as Judgement) : judgementOf(one, settings);
      return { ...one, judgement: poolTexts(judgement) };
    });
    const key = memory.keyOf(read.checked);
    const remembered = key !== undefined && problems.length === 0 ? toJudgedFile(judged, settings) : undefined;
    if (remembered) memory.learnJudged(keyFor(file, key!), remembered);
    return { processes: judged, problems };
  };
  return { recall, judge };
}
