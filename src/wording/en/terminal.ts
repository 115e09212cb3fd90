import type { ShowWords, TerminalWords, WaiversWords } from '../words/terminal.js';
import { count, list } from './grammar.js';

const processes = (number: number) => count(number, 'process', 'processes');

export const terminalInEnglish: TerminalWords = {
  title: 'Sales process audit',
  order: {
    hours: ', costliest first',
    score: ', lowest score first',
    name: ', by name',
    owner: ', by owner',
  },
  only: (verdict) => `Shown: only ${verdict}. The bottom line is about all.`,
  columns: { score: 'score', hours: 'h/year', owner: 'owner' },
  labels: { id: 'id', file: 'file', hours: 'hours' },
  legend: {
    score: 'score: points of 100; low-high counts each open question as no, then as yes',
    more: 'one process in full: audit show <id>; its id is the name of its file, or see --verbose; what to do, in order: audit plan',
  },
  bottom: {
    unjustified: ({ unjustified, processes: all, eliminate, undecided }) =>
      `${unjustified} of ${processes(all)} unjustified: ${eliminate} to eliminate, ${undecided} undecided.`,
    takes: (number, sum) => `${number === 1 ? 'It takes' : `The ${number} together take`} ${sum}.`,
    eliminating: (number, sum) => `Eliminating ${number === 1 ? 'it' : `the ${number}`} gives back ${sum}.`,
    settle: (answers, undecided, sum) =>
      `${count(answers, 'answer')} would settle the ${undecided} undecided, at ${sum}; "audit ask --undecided" asks for them.`,
    waived: (number) => `${count(number, 'process is', 'processes are')} waived and unjustified all the same.`,
    retired: (number, sum) => `Retired so far: ${number}, giving back ${sum}.`,
    failed: (questions) => `Internal error: ${count(questions, 'question')} failed; see --verbose.`,
    notJudged: (problems, files, more) =>
      `Not everything was judged: ${count(problems, 'problem')} in ${more > 0 ? `${files.join(', ')} and ${more} more` : list(files)}.`,
  },
  findings: {
    title: 'Findings',
    more: 'in full: --verbose; one process: audit show <id>; a rule: audit explain <rule>',
  },
  moreRows: (rows) => `and ${rows} more: --verbose`,
  check: {
    title: 'Sales process check',
    baseline: ['Baseline', (file, accepted) => `${file}, ${accepted}`],
    since: ['Compared with', (ref, commit) => `${ref}, where this branch left it at ${commit}`],
    headings: {
      fails: 'Fails',
      waived: 'Waived',
      'in-baseline': 'In the baseline',
      unchanged: 'Not worse than before',
      betterThanBaseline: 'Better than the baseline',
      betterThanBefore: 'Better than before',
      gone: 'Gone',
      passes: 'Passes',
      notApplicable: 'Not applicable',
    },
    waived: (id, verdict, until, approvedBy, reason) =>
      `${id} (${verdict}), until ${until} by ${approvedBy}: ${reason}`,
    updateBaseline: '"audit check --update-baseline" takes that into the baseline.',
    onlyByDuty: 'only by a duty',
    undecided: 'undecided',
  },
};

export const showInEnglish: ShowWords = {
  labels: {
    id: 'id',
    file: 'file',
    kind: 'kind',
    owner: 'owner',
    hours: 'hours',
    duty: 'duty',
    waiver: 'waiver',
    rule: 'rule',
    condition: 'condition',
    ask: 'ask',
    points: 'points',
    claimed: 'claimed',
    said: 'said',
    evidence: 'evidence',
    decided: 'decided',
    fact: 'fact',
    note: 'note',
    todo: 'to do',
    finding: 'finding',
  },
  noOwner: 'nobody is named',
  expired: (mandate) => `expired: ${mandate}`,
  verdict: (title, points) =>
    `${title}, score ${points === null ? 'none: nothing that weighs anything applies' : `${points} of 100`}`,
  duty: (hasRules) =>
    `Only a duty keeps it. ${hasRules ? 'Without that duty:' : 'Without that duty it would not be kept.'}`,
  atWorst: 'If every open question came to no:',
  shares: (applying, all, total) =>
    applying === all
      ? `All ${all} questions apply; their weights add up to ${total}.`
      : `${applying} of the ${all} questions apply; the 100 points are shared among them by weight (${total} in all).`,
  points: (earned, possible, weight, outcome) => `${earned} of ${possible} (weight ${weight}, ${outcome})`,
  nobodyClaims: 'nothing: nobody who counts has answered',
  claimed: (claimed, evidence) => `${claimed}${evidence ? ` (${evidence})` : ''}`,
  waiver: (state, approvedBy, reason, ticket) => `${state}, by ${approvedBy}: ${reason}${ticket ? ` (${ticket})` : ''}`,
  beyond: 'Beyond the questions',
  or: (whom) => whom.join(' or '),
  retired: (name, on, why) => `${name} was retired on ${on} and is not judged: ${why}`,
  took: (burden) => `It took: ${burden}`,
  evidence: (evidence) => `evidence: ${evidence}`,
};

export const waiversInEnglish: WaiversWords = {
  none: (asOf) => `No waivers, as of ${asOf}.`,
  lists: {
    active: 'Active',
    expiring: (by) => `Expiring by ${by}`,
    expired: 'Expired',
    unused: 'Unused',
    'not counted': 'Not counted',
  },
  entry: ({ process, state, approvedBy, granted, reason, ticket }) =>
    `${process}: ${state}, by ${approvedBy}${granted ? ` on ${granted}` : ''}: ${reason}${ticket ? ` (${ticket})` : ''}`,
};
