import { english } from '../wording/en.js';
import { count, hours, list, sentence } from '../wording/phrases.js';
import type { ReportedProcess } from './model.js';

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

export function talkOf(one: ReportedProcess): Talk {
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
    said: saidOf(one),
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

/** What was said, role by role; words only where enough of a role spoke. */
function saidOf({ assessments }: ReportedProcess): string[] {
  const people = assessments.flatMap(({ heard }) => heard);
  if (people.length === 0) return [words.notHeard];
  const answers = people.reduce((sum, role) => sum + role.people, 0);
  const quoted = assessments.flatMap(({ title, voices }) =>
    voices
      .filter(({ counts }) => counts)
      .map(({ by, answer, why }) => `${title}, ${by}: ${answer}${why ? `, "${why}"` : ''}`),
  );
  const outcomes = assessments
    .filter(({ heard }) => heard.length > 0)
    .map(({ title, outcome }) => `${title.toLowerCase()} ${english.outcomes[outcome]}`);
  const roles = [...new Set(people.map(({ by }) => by))];
  return [words.heard(answers, roles), sentence(outcomes.join(', ')), ...quoted];
}

function cameOf({ verdict, waiver, mandate, burden }: ReportedProcess): string[] {
  const title = verdict.conditions.length > 0 ? english.verdicts.conditions : english.verdicts[verdict.name];
  const returned = verdict.name === 'eliminate' && burden.hours ? [`gives back ${hours(burden.hours)} h a year`] : [];
  return [
    title,
    ...(verdict.name === 'eliminate' ? verdict.rules.map(({ text }) => sentence(text)) : []),
    ...returned,
    ...(verdict.isKeptByMandate && mandate ? [`${words.duty}: ${mandate.text}`] : []),
    ...(verdict.toAsk.length > 0 ? [`${count(verdict.toAsk.length, 'answer is', 'answers are')} still missing`] : []),
    ...verdict.conditions.map(({ question, text }) => `${english.questions[question].title}: ${text}`),
    ...(waiver ? [`${english.gate.waiver(waiver)} (${waiver.approvedBy}): ${waiver.reason}`] : []),
  ];
}
