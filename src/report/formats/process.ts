import { Chalk, type ChalkInstance } from 'chalk';
import type { Place } from '../../places/places.js';
import { spotOf } from '../../places/spot.js';
import type { Words } from '../../wording/words/words.js';
import type { ReportedAssessment, ReportedProcess, RetiredProcess } from '../model.js';
import { forTerminal } from '../view/escape.js';
import type { ReportedFinding } from '../view/findings-by-rule.js';
import { hang } from '../view/layout.js';
import { inVerdictColour, mark } from '../view/marks.js';
import { withoutRepeats } from '../view/rules-without-repeats.js';
import { verdictTitle } from '../view/verdict-title.js';
import type { FormatOptions } from './format.js';

/** One process in full: what was claimed, by whom, what the facts say, what it came to, and what would get a yes. */
export function formatProcess(
  one: ReportedProcess,
  options: Pick<FormatOptions, 'words' | 'width' | 'colour'>,
  findings: readonly ReportedFinding[] = [],
): string {
  const { words, width, colour } = options;
  const chalk = new Chalk({ level: colour });
  const write = (first: string, text: string) => hang(first, forTerminal(text), width);
  const drawing: Drawing = { write, chalk, width, words };
  const { show } = words;
  const fact = (label: keyof typeof FACTS, text: string) => write(`${show.labels[label].padEnd(FACTS[label])} `, text);
  const facts = [
    fact('id', one.id),
    fact('file', spotOf(one.place)),
    fact('kind', one.status === 'active' ? one.kind : `${one.kind}, ${one.status}`),
    fact('owner', one.owner ?? show.noOwner),
    fact('hours', one.burden.text),
    ...(one.mandate ? [fact('duty', one.mandate.isValid ? one.mandate.text : show.expired(one.mandate.text))] : []),
    ...(one.waiver ? [fact('waiver', waiverText(one.waiver, words))] : []),
  ];
  const head = [chalk.bold(hang('', forTerminal(one.name), width))];
  if (one.summary) head.push(write('', one.summary));
  const blocks = [
    head.join('\n'),
    facts.join('\n'),
    verdict(one, drawing),
    write('', sharesText(one, words)),
    ...one.assessments.map((assessment) => question(assessment, drawing)),
    ...(findings.length > 0 ? [beyond(findings, drawing)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Columns of the labels before the facts of a process. */
const FACTS = { id: 8, file: 8, kind: 8, owner: 8, hours: 8, duty: 8, waiver: 8 } as const;

/** Columns of the labels below a question. */
const LABEL = 8;

type Write = (first: string, text: string) => string;

interface Drawing {
  readonly write: Write;
  readonly chalk: ChalkInstance;
  readonly width: number;
  readonly words: Words;
}

function verdict(one: ReportedProcess, { write, chalk, words }: Drawing): string {
  const { name, score, rules, conditions, toAsk, isKeptByMandate } = one.verdict;
  const { show, grammar } = words;
  const title = inVerdictColour(name, chalk.bold(verdictTitle(one, words).toUpperCase()), chalk);
  const lines = [show.verdict(title, score && grammar.points(score))];
  if (isKeptByMandate) lines.push(write('  ', show.duty(rules.length > 0)));
  if (name === 'undecided' && rules.length > 0) lines.push(write('  ', show.atWorst));
  for (const { text, source, because } of withoutRepeats(rules)) {
    lines.push(write(`  ${show.labels.rule}  `, `${grammar.sentence(text)} (${source})`));
    for (const ground of because) {
      lines.push(write('        ', `${ground.question}: ${ground.text}`), `        ${chalk.dim(spotOf(ground.place))}`);
    }
  }
  for (const { question: id, text } of conditions) lines.push(write(`  ${show.labels.condition}  `, `${id}: ${text}`));
  for (const { question: id, text, whom } of toAsk)
    lines.push(write(`  ${show.labels.ask}  `, `${grammar.list(whom, 'or')}: ${text} (${id})`));
  return lines.join('\n');
}

/** Why the points of a question are more than its weight. */
function sharesText({ assessments }: ReportedProcess, { show }: Words): string {
  const applying = assessments.filter(({ outcome }) => outcome !== 'not-applicable');
  const total = applying.reduce((sum, { weight }) => sum + weight, 0);
  return show.shares(applying.length, assessments.length, total);
}

function question(assessment: ReportedAssessment, drawing: Drawing): string {
  const { write, chalk, words } = drawing;
  const { number, title, outcome, claimed, points, evidence, reasons, voices, remedies, question: id } = assessment;
  const { show, common, outcomes } = words;
  const labelled = (label: string, text: string) => write(`    ${label.padEnd(LABEL)} `, text);
  const lines = [
    `${mark(outcome, chalk)} ${chalk.bold(`${number} ${title}: ${outcomes[outcome]}`)}`,
    write('    ', words.questions[id].asks),
    ...(points.possible === 0 ? [] : [labelled(show.labels.points, pointsText(assessment, words))]),
    labelled(show.labels.claimed, claimed === null ? show.nobodyClaims : show.claimed(outcomes[claimed], evidence)),
  ];
  for (const { counts, answer, by, why, evidence: proofs, on, place } of voices) {
    const said = common.said({ by, on, answer: outcomes[answer], why });
    lines.push(
      counts ? labelled(show.labels.said, said) : labelled(`(${show.labels.said})`, `${said}; ${common.doesNotCount}`),
    );
    for (const proof of proofs) lines.push(labelled('', show.evidence(proof)));
    lines.push(`${' '.repeat(LABEL + 5)}${chalk.dim(forTerminal(spotOf(place)))}`);
  }
  for (const { text, isDecisive, effect, place, params, code } of reasons) {
    const label = show.labels[isDecisive ? 'decided' : effect === 'notes' ? 'note' : 'fact'];
    lines.push(labelled(label, text), ...placeAndCode(place, code, drawing));
    if (code === 'question-failed') lines.push(forTerminal(String(params['message'])));
  }
  for (const remedy of remedies) lines.push(labelled(show.labels.todo, remedy));
  return lines.join('\n');
}

/** What there is to say of it beyond the questions. */
function beyond(findings: readonly ReportedFinding[], drawing: Drawing): string {
  const { write, chalk, words } = drawing;
  const { labels, beyond: title } = words.show;
  const lines = findings.flatMap(({ rule, text, remedy, place }) => [
    write(`    ${labels.finding.padEnd(LABEL)} `, words.grammar.sentence(text)),
    ...placeAndCode(place, rule, drawing),
    write(`    ${labels.todo.padEnd(LABEL)} `, remedy),
  ]);
  return [chalk.bold(title), ...lines].join('\n');
}

function pointsText(
  { points: { low, high, possible }, weight, outcome }: ReportedAssessment,
  { show, grammar, outcomes }: Words,
): string {
  const earned = grammar.range(tenths(low), tenths(high));
  return show.points(earned, tenths(possible), weight, outcomes[outcome]);
}

/** Points of one question, exact enough to add up to the score. */
function tenths(number: number): string {
  return (Math.round(number * 10) / 10).toFixed(1);
}

function waiverText(waiver: NonNullable<ReportedProcess['waiver']>, { show, gate }: Words): string {
  const { reason, approvedBy, ticket } = waiver;
  return show.waiver(gate.waiver(waiver), approvedBy, reason, ticket);
}

/** A place, which is never broken, and what `audit explain` or a reader of the sources looks for, below it where both have no room. */
function placeAndCode(place: Place, code: string, { chalk, width }: Drawing): string[] {
  const at = forTerminal(spotOf(place));
  const indent = ' '.repeat(13);
  const isShort = indent.length + at.length + 2 + code.length <= width;
  return (isShort ? [`${at}  ${code}`] : [at, code]).map((text) => `${indent}${chalk.dim(text)}`);
}

/** What is said of a process that was retired: it is not judged. */
export function formatRetired(
  { name, on, why, burden }: RetiredProcess,
  { words: { show }, width }: Pick<FormatOptions, 'words' | 'width'>,
): string {
  return `${[show.retired(name, on, why), show.took(burden.text)].map((line) => hang('', forTerminal(line), width)).join('\n')}\n`;
}
