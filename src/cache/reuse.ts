import { canBeReadAgain } from '../files/read-bounded.js';
import type { Settings } from '../judging/settings.js';
import { type CheckedFile, type LoadOptions, type LoadResult, readFile } from '../load/load-processes.js';
import type { Words } from '../wording/words/words.js';
import { MANY, type Memory } from './cache.js';
import { digestOf } from './digest.js';
import { recallProcesses, toJudgedFile } from './judged-file.js';
import { judgementOf } from './recalled-process.js';
import { tuneEngine } from './tune-engine.js';

/** From so many on each is judged where it is checked, even if nothing is remembered: that holds less of them, and takes longer. */
const MANY_TO_HOLD = 3000;

/** What is known of how files were checked. */
export interface CheckingCounts {
  files: number;
  /** Processes that need not be judged again. */
  recalled: number;
}

export interface CheckingOptions extends Pick<LoadOptions, 'cwd' | 'readStdin'> {
  readonly memory: Memory;
  /** Whether nothing but judgements is wanted of most processes, so that each is judged where it is checked. */
  readonly isJudgedEarly: boolean;
  readonly counts: CheckingCounts;
  /** Takes what each file's text is known by. */
  readonly seen: Map<string, string>;
  /** What judgements are put into. */
  readonly words: Words;
}

/** How the files of a run are read and checked: what the memory knows is only read. */
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
        return checkerOf(recall, options);
      },
      judgeEarly: early && ((file, read, result) => (isMuch ? early.judge(file, read, result) : result)),
    };
  };
}

/** What a file came to in an earlier run, by what its text is known by. */
type Recall = (file: string, key: string) => CheckedFile | undefined;

function checkerOf(recall: Recall, options: CheckingOptions) {
  const { seen, memory, cwd } = options;
  return async (file: string, index: number): Promise<CheckedFile> => {
    // By now all code that a run needs is loaded.
    if (index === MANY) tuneEngine();
    const found = await readOrRecall(file, recall, options);
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

/**
 * What a file comes to depends on its text, its name, the settings with the day that is judged on, and its evidence, besides
 * the build of the tool. Only a file without a mistake is remembered.
 */
function judgingWith(settings: Settings, { memory, counts, cwd, words }: CheckingOptions) {
  let all: string | undefined;
  const keyFor = (file: string, text: string) => {
    all ??= digestOf(JSON.stringify([settings, words.language]));
    return JSON.stringify([all, file, text]);
  };
  const recall: Recall = (file, key) => {
    const judged = memory.recallJudged(keyFor(file, key), key);
    const processes = judged && recallProcesses(judged, file, cwd);
    if (!processes) return undefined;
    memory.counts.known++;
    counts.recalled += processes.length;
    return { processes, key };
  };
  const judge = (file: string, read: CheckedFile, { processes, problems }: LoadResult): LoadResult => {
    if (!('checked' in read)) return { processes, problems };
    const judged = processes.map((one) => ({ ...one, judgement: judgementOf(one, settings, words) }));
    const key = memory.keyOf(read.checked);
    const remembered = key !== undefined && problems.length === 0 ? toJudgedFile(judged) : undefined;
    if (remembered) memory.learnJudged(keyFor(file, key!), remembered);
    return { processes: judged, problems };
  };
  return { recall, judge };
}
