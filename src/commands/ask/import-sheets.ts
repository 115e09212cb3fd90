import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { systemFaultOf } from '../../files/system-fault.js';
import { disk } from '../../files/tree.js';
import type { Given } from '../../interview/session.js';
import { takeSheets } from '../../interview/take-sheet.js';
import type { Io } from '../../io.js';
import { toReportedProblems } from '../../report/build/problem.js';
import { forTerminal } from '../../report/view/escape.js';
import type { Words } from '../../wording/words/words.js';
import { audit, type Scope } from '../shared/audit.js';
import { exitOf, printProblems } from '../shared/context.js';
import { UsageError } from '../shared/usage-error.js';
import { tellOutcome } from './outcome.js';

/** Writes the answers of filled-in sheets to the process files. */
export async function importSheets(sheets: readonly string[], scope: Scope, io: Io, words: Words): Promise<ExitCode> {
  const before = await audit(scope, io, words);
  let exit = exitOf(before.report);
  const given: Given[] = [];
  for (const file of sheets) {
    const bytes = readSheet(file, io);
    const shown = file === '-' ? '<stdin>' : file;
    for (const taken of await takeSheets(shown, bytes, {
      judged: before.judged,
      cwd: io.cwd,
      settings: before.settings,
      words: words.interview,
    })) {
      if ('given' in taken) given.push(...taken.given);
      else {
        printProblems(toReportedProblems(taken.problems, words), io);
        if (!taken.kept?.length) io.stderr.write(`${words.commands.sheetRefused(forTerminal(shown))}\n`);
        // An internal error is worse than bad input.
        if (exit !== EXIT.fault) exit = EXIT.input;
      }
    }
  }
  if (given.length > 0)
    await tellOutcome(scope, before, { saved: given, unsaved: [], isInterrupted: false }, io, words);
  return exit;
}

function readSheet(file: string, io: Io): Buffer {
  try {
    return file === '-' ? io.readStdin() : disk.read(resolve(io.cwd, file));
  } catch (error) {
    throw new UsageError('cannot-read-sheet', { path: file, why: systemFaultOf(error) });
  }
}
