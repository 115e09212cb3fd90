import { EXIT, type ExitCode } from '../../exit-code.js';
import { shown } from '../../files/paths.js';
import { askFacts } from '../../interview/ask-facts.js';
import { inquirerPrompter } from '../../interview/inquirer-prompter.js';
import { Interrupted, type Prompter } from '../../interview/prompter.js';
import { type SkeletonFacts, skeleton } from '../../interview/skeleton.js';
import type { Io } from '../../io.js';
import type { LoadWords } from '../../wording/language.js';
import type { InterviewWords } from '../../wording/words/interview.js';
import type { Words } from '../../wording/words/words.js';
import { ask } from '../ask/ask.js';
import { SESSION } from '../ask/ask-request.js';
import type { Scope } from '../shared/audit.js';
import { isUsageError, UsageError } from '../shared/usage-error.js';
import { fileTaken, writeNewProcess } from './new-process-file.js';

/** `audit new` as a conversation: the facts, a valid file, and, if wanted, the eight questions at once. */
export async function converse(
  id: string | undefined,
  folder: string,
  judging: Pick<Scope, 'asOf' | 'config'>,
  io: Io,
  loadWords: LoadWords,
  prompterIn: (words: InterviewWords) => Prompter = inquirerPrompter,
): Promise<ExitCode> {
  const words = await loadWords();
  const { interview, commands } = words;
  const prompter = prompterIn(interview);
  let isWritten = false;
  try {
    const told = await askFacts(id, (candidate) => fileTaken(folder, candidate) === undefined, prompter, interview);
    if (!(await prompter.confirm({ message: interview.newProcess.write, default: true }))) return EXIT.done;
    const path = await write(told, folder, words);
    isWritten = true;
    io.stdout.write(`${commands.wrote(shown(path, io.cwd))}\n`);
    if (!(await prompter.confirm({ message: interview.newProcess.answerNow, default: true }))) return EXIT.done;
    return ask(
      { ...SESSION, scope: { paths: [folder], ...judging }, processes: [told.id] },
      io,
      loadWords,
      () => prompter,
    );
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    io.stderr.write(`\n${isWritten ? interview.interrupted : interview.nothingWritten}\n`);
    return EXIT.interrupted;
  }
}

/** A dozen answers are not lost to a full disk, or to a file that was created in the meantime. */
async function write(
  { id, facts }: { id: string; facts: SkeletonFacts },
  folder: string,
  words: Words,
): Promise<string> {
  try {
    return await writeNewProcess(id, folder, facts, words);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    throw new UsageError(error.code, error.params, { toCopy: { why: 'keep', text: skeleton(facts, words).trimEnd() } });
  }
}
