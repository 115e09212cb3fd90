import { EXIT, type ExitCode } from '../exit-code.js';
import { suggest } from '../format/suggest.js';
import type { Io } from '../io.js';
import { questions } from '../questions/index.js';
import { explainAll, explainQuestion } from '../report/explain.js';
import { displayOf, UsageError } from './context.js';

/** `audit explain [question]`, by id or by number. */
export function explain(topic: string | undefined, io: Io): ExitCode {
  io.stdout.write(topic === undefined ? explainAll(displayOf(io)) : explainQuestion(find(topic), displayOf(io)));
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
