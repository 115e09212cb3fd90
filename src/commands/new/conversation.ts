import { EXIT, type ExitCode } from '../../exit-code.js';
import { shown } from '../../files/paths.js';
import { askFacts } from '../../interview/ask-facts.js';
import { inquirerPrompter } from '../../interview/inquirer-prompter.js';
import { Interrupted, type Prompter } from '../../interview/prompter.js';
import { type SkeletonFacts, skeleton } from '../../interview/skeleton.js';
import type { Io } from '../../io.js';
import { english } from '../../wording/en/index.js';
import { ask } from '../ask/ask.js';
import { type CommonFlags, isUsageError, UsageError } from '../shared/context.js';
import { fileTaken, writeNewProcess } from './new-process-file.js';

/** `audit new` as a conversation: the facts, a valid file, and, if wanted, the eight questions at once. */
export async function converse(
  id: string | undefined,
  folder: string,
  flags: CommonFlags,
  io: Io,
  prompter: Prompter = inquirerPrompter(english.interview),
): Promise<ExitCode> {
  let isWritten = false;
  try {
    const told = await askFacts(
      id,
      (candidate) => fileTaken(folder, candidate) === undefined,
      prompter,
      english.interview,
    );
    if (!(await prompter.confirm({ message: english.interview.newProcess.write, default: true }))) return EXIT.done;
    const path = await write(told, folder);
    isWritten = true;
    io.stdout.write(`wrote ${shown(path, io.cwd)}\n`);
    if (!(await prompter.confirm({ message: english.interview.newProcess.answerNow, default: true }))) return EXIT.done;
    return ask([folder], { ...flags, format: 'yaml', process: [told.id] }, io, () => prompter);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    io.stderr.write(`\n${isWritten ? english.interview.interrupted : english.interview.nothingWritten}\n`);
    return EXIT.interrupted;
  }
}

/** What somebody has told in a dozen answers is not lost with a full disk, or to a file that came meanwhile. */
async function write({ id, facts }: { id: string; facts: SkeletonFacts }, folder: string): Promise<string> {
  try {
    return await writeNewProcess(id, folder, facts);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    const hint = [error.hint, english.interview.newProcess.keep].filter(Boolean).join('; ');
    throw new UsageError(error.message, hint, skeleton(facts, english).trimEnd());
  }
}
