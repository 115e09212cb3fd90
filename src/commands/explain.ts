import { toSettings } from '../audit-files.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { suggest } from '../format/suggest.js';
import type { Io } from '../io.js';
import { loadConfiguration } from '../load/load-configuration.js';
import { questions } from '../questions/index.js';
import { explainAll, explainQuestion } from '../report/explain.js';
import { asOfDay, type CommonFlags, displayOf, printProblems, UsageError } from './context.js';

/** `audit explain [question]`, by id or by number, with the weights and the limit of this company. */
export async function explain(topic: string | undefined, flags: CommonFlags, io: Io): Promise<ExitCode> {
  const loaded = await loadConfiguration(io.cwd, flags.config);
  if ('problems' in loaded) {
    printProblems(loaded.problems, io);
    return EXIT.input;
  }
  const settings = toSettings(loaded, asOfDay(flags, io));
  const display = { ...displayOf(io), settings };
  io.stdout.write(topic === undefined ? explainAll(display) : explainQuestion(find(topic), display));
  return EXIT.done;
}

function find(topic: string) {
  const found = questions.find(({ id, number }) => id === topic.toLowerCase() || String(number) === topic);
  if (found) return found.id;
  const ids = questions.map(({ id }) => id);
  const meant = suggest(topic, ids);
  throw new UsageError(
    `there is no question "${topic}"`,
    meant ? `did you mean "${meant}"?` : `there are: ${ids.join(', ')}`,
  );
}
