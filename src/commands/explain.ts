import { toSettings } from '../configuration/to-settings.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { loadConfiguration } from '../load/load-configuration.js';
import { questions } from '../questions/index.js';
import { explainAll, explainQuestion, explainRule } from '../report/formats/explain.js';
import { ruleTexts } from '../report/view/results.js';
import { english } from '../wording/en/index.js';
import type { LoadWords } from '../wording/language.js';
import { asOfDay, type CommonFlags, displayOf, printProblems, UsageError } from './shared/context.js';
import { noSuch } from './shared/no-such.js';

/** `audit explain [question|rule]`, by id or by number, with the weights and the limit of this company. */
export async function explain(
  topic: string | undefined,
  flags: CommonFlags,
  io: Io,
  loadWords: LoadWords,
): Promise<ExitCode> {
  const words = await loadWords();
  const loaded = await loadConfiguration(io.cwd, flags.config);
  if ('problems' in loaded) {
    printProblems(loaded.problems, io);
    return EXIT.input;
  }
  const settings = toSettings(loaded, asOfDay(flags, io));
  const display = { ...displayOf(io, words), settings };
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
  if (Object.hasOwn(english.reasons, wanted))
    throw new UsageError(
      `"${wanted}" is no rule but a reason for an answer`,
      '"audit show" names the question that it stands under, and "audit explain <question>" says how that is judged',
    );
  throw noSuch(
    'question or rule',
    topic,
    rules.map(({ id }) => id),
  );
}
