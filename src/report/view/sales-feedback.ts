import { isSalesTeam } from '../../sales-process/roles.js';
import { count, hours, list, sentence } from '../../wording/en/grammar.js';
import { english } from '../../wording/en/index.js';
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

const words = english.page.sales;

export function talkOf(one: ReportedProcess, { salesTeam }: Pick<Report['settings'], 'salesTeam'>): Talk {
  const { description, burden } = one;
  const { demands, purpose } = description;
  const used = demands.filter(({ usedBy }) => usedBy.length > 0);
  return {
    asked: [
      ...(demands.length > 0
        ? demands.map(({ what, alreadyIn }) => (alreadyIn ? words.elsewhere(what, alreadyIn) : what))
        : [words.unstatedDemands]),
      burden.hours ? burden.text : english.page.unstatedCost,
    ],
    why: purpose ?? words.unstatedWhy,
    uses:
      used.length > 0
        ? used.map(({ what, usedBy, usedFor }) => words.use(list(usedBy), usedFor ?? what))
        : [words.unstatedUse],
    back: backOf(one),
    said: saidOf(one, salesTeam),
    came: cameOf(one),
  };
}

function backOf({ description: { feedback, suggestions } }: ReportedProcess): string[] {
  const given = feedback
    ? `${feedback.every.startsWith('per ') ? words.event(feedback.every, feedback.last) : words.feedback(feedback.every, feedback.last)}${feedback.how ? `: ${feedback.how}` : ''}`
    : words.noFeedback;
  const { received = 0, answered = 0, adopted = 0 } = suggestions ?? {};
  return [given, ...(received > 0 ? [words.suggestions(received, answered, adopted)] : [])];
}

/** What the sales team said; word for word only where enough of a role spoke. */
function saidOf({ assessments }: ReportedProcess, salesTeam: readonly string[]): string[] {
  const isSales = ({ by }: { readonly by: string }) => isSalesTeam(by, salesTeam);
  const asked = assessments.filter(({ heard }) => heard.some(isSales));
  if (asked.length === 0) return [words.notHeard];
  const heard = asked.flatMap((assessment) => assessment.heard.filter(isSales));
  const answers = heard.reduce((sum, { people }) => sum + people, 0);
  const roles = [...new Set(heard.map(({ by }) => by))];
  const outcomes = asked.map(({ title, outcome }) => `${title.toLowerCase()} ${english.outcomes[outcome]}`);
  const quoted = asked.flatMap(({ title, voices }) =>
    voices
      .filter((voice) => voice.counts && isSales(voice))
      .map(({ by, answer, why }) => `${title}, ${by}: ${answer}${why ? `, "${why}"` : ''}`),
  );
  return [words.heard(answers, roles), words.outcomes(outcomes), ...quoted];
}

function cameOf(one: ReportedProcess): string[] {
  const { verdict, waiver, mandate, burden } = one;
  const returned = verdict.name === 'eliminate' && burden.hours ? [`gives back ${hours(burden.hours)} h a year`] : [];
  return [
    verdictTitle(one),
    ...(verdict.name === 'eliminate' ? verdict.rules.map(({ text }) => sentence(text)) : []),
    ...returned,
    ...(verdict.isKeptByMandate && mandate ? [`${words.duty}: ${mandate.text}`] : []),
    ...(verdict.toAsk.length > 0 ? [`${count(verdict.toAsk.length, 'answer is', 'answers are')} still missing`] : []),
    ...verdict.conditions.map(({ question, text }) => `${english.questions[question].title}: ${text}`),
    ...(waiver ? [`${english.gate.waiver(waiver)} (${waiver.approvedBy}): ${waiver.reason}`] : []),
  ];
}
