import { isSalesTeam } from '../../sales-process/roles.js';
import type { Words } from '../../wording/words/words.js';
import type { Report, ReportedProcess } from '../model.js';
import { verdictTitle } from './verdict-title.js';

/** What one process of a report that may be passed on (`shareable`) is to the sales team: the feedback loop of question 5, as lines of plain text under headings. */
export interface Talk {
  readonly asked: readonly string[];
  readonly why: string;
  readonly uses: readonly string[];
  readonly back: readonly string[];
  readonly said: readonly string[];
  readonly came: readonly string[];
}

export function talkOf(one: ReportedProcess, { salesTeam }: Pick<Report['settings'], 'salesTeam'>, words: Words): Talk {
  const { sales } = words.page;
  const { description, burden } = one;
  const { demands, purpose } = description;
  const used = demands.filter(({ usedBy }) => usedBy.length > 0);
  return {
    asked: [
      ...(demands.length > 0
        ? demands.map(({ what, alreadyIn }) => (alreadyIn ? sales.elsewhere(what, alreadyIn) : what))
        : [sales.unstatedDemands]),
      burden.hours ? burden.text : words.common.unstatedCost,
    ],
    why: purpose ?? sales.unstatedWhy,
    uses:
      used.length > 0
        ? used.map(({ what, usedBy, usedFor }) => sales.use(words.grammar.list(usedBy), usedFor ?? what))
        : [sales.unstatedUse],
    back: backOf(one, words),
    said: saidOf(one, salesTeam, words),
    came: cameOf(one, words),
  };
}

function backOf({ description: { feedback, suggestions } }: ReportedProcess, words: Words): string[] {
  const { sales } = words.page;
  const given = feedback
    ? `${feedback.every.startsWith('per ') ? sales.event(feedback.every, feedback.last) : sales.feedback(feedback.every, feedback.last)}${feedback.how ? `: ${feedback.how}` : ''}`
    : sales.noFeedback;
  const { received = 0, answered = 0, adopted = 0 } = suggestions ?? {};
  return [given, ...(received > 0 ? [sales.suggestions(received, answered, adopted)] : [])];
}

/** What the sales team said; word for word only where enough of a role spoke. */
function saidOf({ assessments }: ReportedProcess, salesTeam: readonly string[], words: Words): string[] {
  const { sales } = words.page;
  const isSales = ({ by }: { readonly by: string }) => isSalesTeam(by, salesTeam);
  const asked = assessments.filter(({ heard }) => heard.some(isSales));
  if (asked.length === 0) return [sales.notHeard];
  const heard = asked.flatMap((assessment) => assessment.heard.filter(isSales));
  const answers = heard.reduce((sum, { people }) => sum + people, 0);
  const roles = [...new Set(heard.map(({ by }) => by))];
  const outcomes = asked.map(({ title, outcome }) => sales.outcome(title, words.outcomes[outcome]));
  const quoted = asked.flatMap(({ title, voices }) =>
    voices
      .filter((voice) => voice.counts && isSales(voice))
      .map(({ by, answer, why }) =>
        sales.quote(title, words.common.said({ by, on: null, answer: words.outcomes[answer], why })),
      ),
  );
  return [sales.heard(answers, roles), sales.outcomes(outcomes), ...quoted];
}

function cameOf(one: ReportedProcess, words: Words): string[] {
  const { sales } = words.page;
  const { sentence } = words.grammar;
  const { verdict, waiver, mandate, burden } = one;
  const returned = verdict.name === 'eliminate' && burden.hours ? [sales.givesBack(burden.hours)] : [];
  return [
    verdictTitle(one, words),
    ...(verdict.name === 'eliminate' ? verdict.rules.map(({ text }) => sentence(text)) : []),
    ...returned,
    ...(verdict.isKeptByMandate && mandate ? [`${sales.duty}: ${mandate.text}`] : []),
    ...(verdict.toAsk.length > 0 ? [sales.missing(verdict.toAsk.length)] : []),
    ...verdict.conditions.map(({ question, text }) => `${words.questions[question].title}: ${text}`),
    ...(waiver ? [words.common.waiver(words.gate.waiver(waiver), waiver.approvedBy, waiver.reason)] : []),
  ];
}
