import type { ReasonsWords } from '../words/reasons.js';
import { evidenceGone, mendEvidence } from './evidence.js';
import { count, list } from './grammar.js';

export const reasonsInEnglish: ReasonsWords = {
  'sales-not-beneficiary': {
    says: ({ beneficiaries }) =>
      beneficiaries.length > 0
        ? `sales is not among those who gain by it (${list(beneficiaries)})`
        : 'the file names nobody who gains by it, so not sales either',
    remedy: () => 'change it until sales gains by it too, and name sales under beneficiaries',
  },
  'no-crm': { says: () => 'the file names no CRM, and nobody raised the question' },
  'rigid-enforcement': {
    says: ({ kind }) => `it is enforced by ${kind}, which leaves one way to do it`,
    remedy: ({ kind }) => `replace ${kind} by a reminder, or leave a way to save without it`,
  },
  'not-explained': {
    says: () => 'the file records no day on which its meaning was explained',
    remedy: () => 'explain it to those who do it, and record the day: "explained: { on: 2026-01-31, to: [sales] }"',
  },
  'explanation-ahead': {
    says: ({ on, asOf }) => `it will be explained on ${on}, which is after ${asOf}`,
    remedy: () => 'explain it, then record the day',
  },
  'not-explained-to-sales': {
    says: ({ to }) => `it was explained to ${list(to)}, not to sales`,
    remedy: () => 'explain it to sales as well, and add them under explained.to',
  },
  'demand-without-use': {
    says: ({ what, count: demands }) =>
      demands === 1
        ? `nobody says what "${what}" is used for`
        : `nobody says what ${demands} of its demands are used for, "${what}" among them`,
    remedy: () => 'say for each demand what it is used for (used_for), or stop asking for it',
  },
  mandated: { says: ({ kind, reference, reviewBy }) => `a duty demands it (${kind}: ${reference}; until ${reviewBy})` },
  'no-purpose': {
    says: () => 'the file does not say why it exists',
    remedy: () => 'write its purpose in one sentence',
  },
  'no-beneficiaries': {
    says: () => 'the file names nobody who benefits',
    remedy: () => 'name who benefits (beneficiaries)',
  },
  'no-demand-used': {
    says: ({ count: demands }) =>
      demands === 0
        ? 'the file does not list what it demands, so nobody is named who uses it'
        : 'nobody is named who uses what it collects',
    remedy: () => 'list its demands and name for each who uses it (used_by), or stop asking for it',
  },
  'no-feedback': {
    says: () => 'the file states no feedback to sales',
    remedy: () => 'send results back to sales regularly, and record it: "feedback: { every: month, last: 2026-01-31 }"',
  },
  'feedback-never-given': {
    says: ({ every }) => `feedback is promised every ${every}, and no day is recorded on which it was given`,
    remedy: () => 'give the feedback that is promised, and record the day (feedback.last)',
  },
  'feedback-ahead': {
    says: ({ last, asOf }) => `feedback is dated ${last}, which is after ${asOf}`,
    remedy: () => 'record the day on which feedback was really given (feedback.last)',
  },
  'feedback-overdue': {
    says: ({ every, last, dueBy }) =>
      `feedback is promised every ${every}, was last given on ${last}, overdue since ${dueBy}`,
    remedy: () => 'give the feedback that is overdue, and record the day (feedback.last)',
  },
  threat: {
    says: ({ kind }) => `it is enforced by threat (${kind})`,
    remedy: () => 'take the threat away: a process that is worth doing needs none',
  },
  'threat-denied-by-sales': {
    says: ({ kind }) => `sales trusts it, although it is enforced by threat (${kind})`,
    remedy: () => 'take the threat away: it is not even needed',
  },
  'suggestions-unanswered': {
    says: ({ received }) => `${count(received, 'suggestion')} came in and none was answered`,
    remedy: () => 'answer every suggestion, and count the answers (suggestions.answered)',
  },
  'no-forecast': { says: () => 'the file names no forecast, and nobody raised the question' },
  'forecast-set-by-others': {
    says: ({ setBy }) => `the forecast is set by ${list(setBy)}`,
    remedy: () => 'let sales set its own forecast (forecast.set_by: [sales])',
  },
  'forecast-set-by-sales': { says: ({ setBy }) => `the forecast is set by ${list(setBy)}` },
  'forecast-shared': {
    says: ({ others }) => `sales sets the forecast together with ${list(others)}`,
    remedy: () => 'let sales set its own forecast, and keep other opinions beside it',
  },
  'forecast-overridden': {
    says: ({ overriddenBy }) => `${list(overriddenBy)} may overrule the forecast of sales`,
    remedy: () => 'record a second opinion beside the forecast of sales, not in its place',
  },
  'all-known-elsewhere': {
    says: ({ elsewhere }) => `everything it asks for is already in ${list(elsewhere)}`,
    remedy: ({ elsewhere }) => `take it from ${list(elsewhere)} and stop asking`,
  },
  'voice-stale': {
    says: ({ on, by }) => `the answer of ${by} of ${on} is too old to count`,
    remedy: () => 'ask again',
  },
  'voice-ahead': { says: ({ on, by }) => `the answer of ${by} is dated ${on} and does not count yet` },
  'sales-does-not-know': {
    says: ({ by }) => `${by} does not know, and not to know why is to have been told nothing: a no`,
    remedy: () => 'explain it to those who do it',
  },
  'not-applicable-unheard': {
    says: ({ by }) => `${by} says that the question does not arise; that is for sales to say`,
    remedy: () => 'ask sales',
  },
  'evidence-missing': {
    says: ({ evidence, where }) => evidenceGone(evidence, where),
    remedy: ({ evidence }) => mendEvidence(evidence),
  },
  'sales-not-heard': {
    says: ({ by, team }) =>
      `only ${list(by)} ${by.length === 1 ? 'says' : 'say'} yes; nobody of the sales team (${team.join(', ')}) has been asked`,
    remedy: () => 'ask sales; if those who say so sell, add their role to sales_team in audit.config.yaml',
  },
  'bare-yes': {
    says: () => 'a yes without a why or evidence counts as partly',
    remedy: () => 'say why, or add evidence',
  },
  'question-failed': {
    says: ({ message }) => `the tool failed on this question; please report it: ${message.split('\n', 1)[0]}`,
  },
};
