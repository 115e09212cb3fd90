import { EXIT, type ExitCode } from '../exit-code.js';
import { askFacts } from '../interview/ask-facts.js';
import { inquirerPrompter } from '../interview/inquirer-prompter.js';
import { Interrupted, type Prompter } from '../interview/prompter.js';
import type { Io } from '../io.js';
import { shown } from '../load/find-files.js';
import { english } from '../wording/en.js';
import { ask } from './ask.js';
import type { CommonFlags } from './context.js';
import { fileTaken, writeNewProcess } from './new-process-file.js';

/** `audit new` as a conversation: the facts, a valid file, and, if wanted, the eight questions at once. */
export async function converse(
  id: string | undefined,
  folder: string,
  flags: CommonFlags,
  io: Io,
  prompter: Prompter = inquirerPrompter(),
): Promise<ExitCode> {
  let isWritten = false;
  try {
    const told = await askFacts(id, (candidate) => fileTaken(folder, candidate) === undefined, prompter);
    if (!(await prompter.confirm({ message: english.interview.newProcess.write, default: true }))) return EXIT.done;
    const path = writeNewProcess(told.id, folder, told.facts);
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
