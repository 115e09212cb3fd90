import type { ActivityLoad } from '../../portfolio/activities.js';
import type { PortfolioRuleId } from '../../portfolio/rules/index.js';
import type { FindingsWords } from '../words/findings.js';
import { evidenceGone, mendEvidence } from './evidence.js';
import { count, exact, hours, list } from './grammar.js';

/** " and 2 more of its demands", or nothing. */
function andMore(more: number): string {
  return more > 0 ? ` and ${count(more, 'more of its demands', 'more of its demands')}` : '';
}

/** The sum written out: "60 a week × 20-30 min = 20-30 h, …, together 41 h of the 40 h a week there are". */
function tooManyActivities({ role, targets, hours: sum, taken, there }: ActivityLoad): string {
  const each = targets.map(
    ({ process, name, target, every, minutes, hours: needed }) =>
      `"${name}" (${process}): ${target} a ${every} × ${minutes.low === minutes.high ? exact(minutes.low) : `${exact(minutes.low)}-${exact(minutes.high)}`} min = ${hours(needed)} h a week`,
  );
  const besides = taken.high > 0 ? `, and other processes take ${hours(taken)} h` : '';
  const together = targets.length > 1 ? `, together ${hours(sum)} h` : '';
  return `the activities asked of ${role} need more hours than there are: ${list(each)}${together}${besides}; a week has ${exact(there)} h`;
}

/** What is said of each rule that looks beyond the eight questions. */
export const portfolioFindingsInEnglish: Pick<FindingsWords, PortfolioRuleId> = {
  'duplicate-demand': {
    title: 'Asked for more than once',
    why: 'The same figure is typed into one form after another, because nobody looks at what is asked already.',
    source: 'points 8 and 9',
    says: ({ what, with: other, otherWhat, how, share, more }) =>
      `"${what}"${andMore(more)} ${more > 0 ? 'are' : 'is'} also asked by ${other}${
        {
          field: `: the same field ("${otherWhat}")`,
          text: otherWhat === what ? '' : `: the same words ("${otherWhat}")`,
          words: `, likely: ${share} % of the words are the same ("${otherWhat}")`,
        }[how]
      }`,
    remedy: ({ with: other }) => `take it from ${other}, or ask for it there no longer; say where it is (already_in)`,
    todo: 'Ask for it in one place, and let the other take it from there (already_in).',
  },
  threat: {
    title: 'Enforced by threat',
    why: 'Forms that must be filled in or commission is withheld are dressed up as best practice; it is a threat, and productivity goes down.',
    source: 'points 2, 4 and 23',
    says: ({ kind }) => `it is enforced by threat (${kind})`,
    remedy: () => 'take the threat away: a process that is worth doing needs none',
    todo: 'Take the threat away: a process that is worth doing needs none.',
  },
  'kpi-contradiction': {
    title: 'Targets that contradict each other',
    why: 'Pipeline coverage times conversion rate is the share of the target that both together ask for. Far from 100 %, one of them is wrong; of one measure there can be one target; and activities need hours that must be there.',
    source: 'point 1',
    says: (contradiction) =>
      contradiction.kind === 'activities'
        ? tooManyActivities(contradiction)
        : contradiction.kind === 'product'
          ? `a coverage of ${contradiction.coverage} times a conversion of ${contradiction.rate} (${contradiction.with}) asks for ${exact(contradiction.product * 100)} % of the target`
          : `the target for ${contradiction.measure} is ${contradiction.one} here and ${contradiction.other} in ${contradiction.with}`,
    remedy: ({ kind }) =>
      ({
        product: 'keep one of the two and let sales set it; the other follows',
        'two-targets': 'agree on one target, and state it in one place',
        activities: 'let sales set one target that leaves time for customers, or count results and no activities',
      })[kind],
    todo: 'Keep one target and let sales set it; what follows from it needs no target of its own.',
  },
  'kpi-unexplained': {
    title: 'Target unexplained',
    why: 'Targets that others agree among themselves are statistics used as motivation, and statistics can be made to prove anything.',
    source: 'points 1, 3 and 18',
    says: ({ name, isExplained, isSetWithSales, setBy }) =>
      `the target "${name}" ${[
        ...(isExplained ? [] : ['does not say why it is what it is']),
        ...(isSetWithSales
          ? []
          : [setBy.length > 0 ? `is set by ${list(setBy)}, without sales` : 'is set by nobody who is named']),
      ].join(' and ')}`,
    remedy: ({ isSetWithSales }) =>
      isSetWithSales
        ? 'say where it comes from (because)'
        : 'let sales set it with those who want it (set_by), and say where it comes from (because)',
    todo: 'Let sales set the target with those who want it (set_by), and say where it comes from (because).',
  },
  'form-begets-form': {
    title: 'A form because of a form',
    why: 'Information that is incomplete is asked for once more, on a form of its own, until the CRM is a nuisance and not a tool.',
    source: 'point 9',
    says: ({ chain, isCycle }) =>
      isCycle
        ? `it goes round in a circle: ${chain.join(' ← ')}`
        : `it exists because another falls short: ${chain.join(' ← ')}`,
    remedy: ({ chain }) => `mend ${chain.at(-1)} or abolish it, and ask whether this one is still needed`,
    todo: 'Mend the process that falls short, or abolish it, and ask whether this one is still needed.',
  },
  'broken-feed': {
    title: 'Feeds what is gone',
    why: 'In the end the company works for its internal processes: some feed others that are no longer there.',
    source: 'point 13',
    says: ({ to, state }) =>
      ({
        missing: `it feeds ${to}, and no process of that id was judged`,
        retired: `it feeds ${to}, which is retired`,
        eliminated: `it feeds ${to}, which is to be eliminated`,
      })[state],
    remedy: ({ state }) =>
      state === 'missing'
        ? 'correct the id, or remove it from feeds'
        : 'ask whether anybody else needs its output; if not, it can go too',
    todo: 'Ask whether anybody else needs its output; if not, it can go too.',
  },
  outlived: {
    title: 'Outlived',
    why: 'What should have ended goes on because nobody takes it away: "the way things are done here".',
    source: 'points 7 and 12',
    says: ({ until, status }) =>
      until === ''
        ? `it is ${status} and has no day on which it ends`
        : `it should have ended on ${until} and is still ${status}`,
    remedy: () => 'take it away (status: retired), or say why it goes on and until when',
    todo: 'Take it away (status: retired), or say why it goes on and until when.',
  },
  'perception-gap': {
    title: 'Owner and sales see it differently',
    why: 'Those who impose a process and those who do it often do not see the same process. The gap is where to talk.',
    source: 'points 8 and 16',
    says: ({ question, owner, ownerSays, salesSays, owners, sales }) =>
      `${question}: ${owner} says ${ownerSays} (${count(owners, 'voice')}), sales says ${salesSays} (${count(sales, 'voice')})`,
    // What is passed on tells neither side's answer: one of them may be one person.
    shareable: ({ question, owner }) => `${question}: ${owner} and sales see it differently`,
    remedy: () => 'bring both to one table, and ask each what the other overlooks',
    todo: 'Bring both to one table, and ask each what the other overlooks.',
  },
  'unused-demand': {
    title: 'Demand without a user',
    why: 'The forecast should establish how likely revenue is, not make people enter information that may never be used.',
    source: 'point 17',
    says: ({ what, more }) => `nobody is named who uses "${what}"${andMore(more)}`,
    remedy: () => 'name who uses it (used_by), or stop asking for it',
    todo: 'Name who uses it (used_by), or stop asking for it.',
  },
  'not-consulted': {
    title: 'Sales was not asked',
    why: 'Nobody knows the sales processes better than the sales teams, and they are hardly ever asked.',
    source: 'points 6 and 16',
    says: ({ who }) =>
      who.length > 0
        ? `only ${list(who)} ${who.length === 1 ? 'was' : 'were'} asked, not sales`
        : 'the file names nobody of sales who was asked',
    remedy: () => 'ask those who do it, and record it: "consulted: { who: [sales], on: 2026-01-31 }"',
    todo: 'Ask those who do it, and record it: "consulted: { who: [sales], on: 2026-01-31 }".',
  },
  'never-reviewed': {
    title: 'Never reviewed',
    why: 'Reviews of processes almost never happen, and so procedures pile up.',
    source: 'points 7 and 12',
    says: ({ every }) =>
      every === ''
        ? 'nobody has promised to ask whether it should still exist'
        : `a review is promised every ${every}, and none was ever made`,
    remedy: () => 'ask whether it should still exist, and record it: "review: { every: year, last: 2026-01-31 }"',
    todo: 'Ask whether it should still exist, and record it: "review: { every: year, last: 2026-01-31 }".',
  },
  'review-overdue': {
    title: 'Review overdue',
    why: 'Requirements move on and the process does not.',
    source: 'point 12',
    says: ({ every, last, dueBy }) => `a review is promised every ${every}, was last made on ${last}, due by ${dueBy}`,
    remedy: () => 'ask whether it should still exist, and record the day (review.last)',
    todo: 'Ask whether it should still exist, and record the day (review.last).',
  },
  'missing-evidence': {
    title: 'Evidence that is not there',
    why: 'Evidence that nobody can look at proves nothing, and a yes that rests on it is a bare yes.',
    source: 'point 1',
    says: ({ evidence, where }) => evidenceGone(evidence, where),
    remedy: ({ evidence }) => mendEvidence(evidence),
    todo: 'Correct the path, which is relative to the process file.',
  },
};
