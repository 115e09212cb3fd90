import { toSettings } from '../configuration/to-settings.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { loadConfiguration } from '../load/load-configuration.js';
import { questions } from '../questions/index.js';
import { toReportedProblems } from '../report/build/problem.js';
import { explainAll, explainQuestion, explainRule } from '../report/formats/explain.js';
import { ruleTexts } from '../report/view/results.js';
import type { LoadWords } from '../wording/language.js';
import type { Scope } from './shared/audit.js';
import { displayFor, printProblems } from './shared/context.js';
import { noSuch } from './shared/no-such.js';
import { UsageError } from './shared/usage-error.js';

export interface ExplainRequest extends Pick<Scope, 'asOf' | 'config'> {
  /** The id or number of a question, or the id of a rule; default: everything. */
  readonly topic: string | undefined;
}

/** `audit explain [question|rule]`: how verdicts are reached, with the weights and the limit of this company. */
export async function explain(
  { topic, asOf, config }: ExplainRequest,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  const loaded = await loadConfiguration(io.cwd, config);
  if ('problems' in loaded) {
    printProblems(toReportedProblems(loaded.problems, words), io);
    return EXIT.input;
  }
  const display = { words, ...displayFor({ file: undefined }, io), settings: toSettings(loaded, asOf) };
  io.stdout.write(topic === undefined ? explainAll(display) : explainTopic(topic, display));
  return EXIT.done;
}

function explainTopic(topic: string, display: Parameters<typeof explainAll>[0]): string {
  const wanted = topic.toLowerCase();
  const question = questions.find(({ id, number }) => id === wanted || String(number) === topic);
  if (question) return explainQuestion(question.id, display);
  const rules = ruleTexts(display.words);
  const rule = rules.find(({ id }) => id === wanted);
  if (rule) return explainRule(rule, display);
  if (Object.hasOwn(display.words.reasons, wanted)) throw new UsageError('reason-not-topic', { reason: wanted });
  throw noSuch(
    'no-such-topic',
    topic,
    rules.map(({ id }) => id),
  );
}
