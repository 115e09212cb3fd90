import type { Assessment, Reason } from '../../judging/assess.js';
import { peopleAmong } from '../../judging/current-voices.js';
import type { JudgedProcess } from '../../judging/judge.js';
import type { Settings } from '../../judging/settings.js';
import { QUESTIONS_OF_RULE, type Rule, type ScoreInterval, type VerdictName } from '../../judging/verdict.js';
import { placeOf } from '../../places/places.js';
import type { QuestionId } from '../../questions/index.js';
import { isSameRole, roleKey } from '../../sales-process/roles.js';
import type { Voice } from '../../sales-process/sales-process.js';
import { groupBy } from '../../util/group-by.js';
import type { ReasonWords } from '../../wording/words/reasons.js';
import type { Words } from '../../wording/words/words.js';
import type { Ground, ReportedRule } from '../model.js';

/** A low score has no single question to blame; this many of the worst are quoted. */
const GROUNDS_OF_A_SCORE = 3;

/** A rule of the verdict in words, with the words and facts that it rests on. */
export function toReportedRule(rule: Rule, judged: JudgedProcess, settings: Settings, words: Words): ReportedRule {
  const { says, source } = words.rules[rule];
  const { score } = judged.verdict;
  const isScore = rule === 'score-too-low';
  const text = isScore && score ? scoreText(score, judged.verdict.name, settings.keepAt, words) : says;
  return {
    rule,
    text,
    source,
    because: isScore ? worstGrounds(judged, settings, words) : groundsOf(rule, judged, settings, words),
  };
}

/** An undecided process falls under the limit only at its worst; an eliminated one even at its best. */
function scoreText(
  { low, high }: ScoreInterval,
  verdict: VerdictName,
  keepAt: number,
  { common, grammar }: Words,
): string {
  if (verdict === 'undecided') return common.scoreWouldBeUnder(grammar.points({ low, high: low }), keepAt);
  return common.scoreUnder(grammar.points({ low, high }), keepAt);
}

function groundsOf(rule: Rule, judged: JudgedProcess, settings: Settings, words: Words): Ground[] {
  return QUESTIONS_OF_RULE[rule]
    .map((question) => assessmentOf(judged, question))
    .filter(({ outcome }) => outcome === 'no' || outcome === 'partly')
    .map((assessment) => toGround(assessment, judged, settings, words));
}

function worstGrounds(judged: JudgedProcess, settings: Settings, words: Words): Ground[] {
  const { weights } = settings;
  return judged.assessments
    .filter(({ outcome }) => outcome === 'no' || outcome === 'partly')
    .sort(
      (a, b) => Number(b.outcome === 'no') - Number(a.outcome === 'no') || weights[b.question] - weights[a.question],
    )
    .slice(0, GROUNDS_OF_A_SCORE)
    .map((assessment) => toGround(assessment, judged, settings, words));
}

/** The words that stand behind an outcome: a decisive fact, or else the voice that says most clearly the same. */
function toGround(assessment: Assessment, judged: JudgedProcess, settings: Settings, words: Words): Ground {
  const { file, places } = judged;
  const { question, outcome, reasons, voices } = assessment;
  const fact = reasons.find((reason) => reason.isDecisive);
  if (fact) {
    const text = reasonWords(fact, words).says(fact.params);
    const place = placeOf(file, places, fact.path);
    return { question, outcome, text, shareable: saysShareably(fact, question, judged, settings, words), place };
  }
  const unsaid = reasons.find(({ code }) => code === 'sales-does-not-know');
  const same = voices.filter(({ answer }) => answer === outcome || (unsaid && answer === 'unknown'));
  const voice = same.find(({ why }) => why !== undefined) ?? same[0] ?? voices[0];
  if (!voice) {
    const text = words.outcomes[outcome];
    return { question, outcome, text, shareable: text, place: placeOf(file, places, assessment.path) };
  }
  const { ground } = words.common;
  const said =
    voice.why ??
    (unsaid ? reasonWords(unsaid, words).says(unsaid.params) : ground.withoutReason(words.outcomes[outcome]));
  const text = ground.by({
    text: said,
    isQuoted: voice.why !== undefined,
    by: voice.by,
    on: voice.on ?? null,
    others: same.length - 1,
    otherwise: voices.length - same.length,
  });
  const isShareable = heardOf(question, judged, settings).some(
    (role) => role.isShareable && isSameRole(role.by, voice.by),
  );
  const stated = reasons.find(({ effect }) => effect === 'caps' || effect === 'settles');
  const counted = words.sharing.counted(words.outcomes[outcome], voices.length);
  // Where the words are withheld, what the file itself states is said in their place.
  const kept = stated ? `${counted}; ${saysShareably(stated, question, judged, settings, words)}` : counted;
  const shareable = isShareable ? text : kept;
  return { question, outcome, text, shareable, place: placeOf(file, places, placeOfWords(voice)) };
}

/** How many people of each role have spoken on a question, and whether they are enough to be shown one by one. */
export function heardOf(question: QuestionId, { salesProcess }: JudgedProcess, { minVoices }: Settings) {
  const voices = salesProcess.voices[question];
  if (!voices) return [];
  return [...groupBy(voices, ({ by }) => roleKey(by)).values()].map((some) => {
    const people = some.length === 1 ? 1 : peopleAmong(some);
    return { by: some[0]!.by, people, isShareable: people >= minVoices };
  });
}

/** The words of a reason; where they name a role of which too few spoke, without its name. */
export function saysShareably(
  reason: Reason,
  question: QuestionId,
  judged: JudgedProcess,
  settings: Settings,
  words: Words,
): string {
  const { says } = reasonWords(reason, words);
  if (!('by' in reason.params)) return says(reason.params);
  const few = heardOf(question, judged, settings).filter(({ isShareable }) => !isShareable);
  const mask = (role: string) => (few.some(({ by }) => isSameRole(by, role)) ? words.sharing.somebody : role);
  const by = reason.params.by as string | readonly string[];
  const masked = typeof by === 'string' ? mask(by) : [...new Set(by.map(mask))];
  return says({ ...reason.params, by: masked });
}

function placeOfWords(voice: Voice) {
  return voice.why === undefined ? voice.path : [...voice.path, 'why'];
}

/** What to do to get a yes: first what people miss, then what holds the outcome down, then what else would. */
export function remediesOf(assessment: Assessment, words: Words): string[] {
  const { outcome, claimed, reasons, question } = assessment;
  if (outcome === 'yes' || outcome === 'not-applicable' || outcome === 'failed') return [];
  const decisive = reasons.filter(({ isDecisive }) => isDecisive);
  const decisiveFirst = [...decisive, ...reasons.filter(({ isDecisive }) => !isDecisive)];
  const fromReasons = decisiveFirst.flatMap((reason) => reasonWords(reason, words).remedy?.(reason.params) ?? []);
  const isClaimedLess = (claimed === 'no' || claimed === 'partly') && decisive.length === 0;
  const { asks, remedy } = words.questions[question];
  const fromClaim = isClaimedLess ? [remedy[claimed]] : [];
  const fromSilence = outcome === 'unknown' ? [words.common.ask(asks)] : [];
  return [...new Set([...fromClaim, ...fromSilence, ...fromReasons])];
}

/** The reason's own words. Its params belong to its code by construction, which the mapped type cannot follow. */
export function reasonWords(reason: Reason, words: Words): ReasonWords<unknown> {
  return words.reasons[reason.code] as ReasonWords<unknown>;
}

export function assessmentOf({ assessments }: JudgedProcess, question: QuestionId): Assessment {
  return assessments.find((assessment) => assessment.question === question)!;
}
