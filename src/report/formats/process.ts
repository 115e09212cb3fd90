import { Chalk, type ChalkInstance } from 'chalk';
import type { Place } from '../../places/places.js';
import { points, sentence } from '../../wording/en/grammar.js';
import { english } from '../../wording/en/index.js';
import type { ReportedAssessment, ReportedProcess } from '../model.js';
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
  const chalk = new Chalk({ level: options.colour });
  const write = (first: string, text: string) => hang(first, forTerminal(text), options.width);
  const drawing: Drawing = { write, chalk, width: options.width };
  const facts = [
    write('id       ', one.id),
    write('file     ', atPlace(one.place)),
    write('kind     ', one.status === 'active' ? one.kind : `${one.kind}, ${one.status}`),
    write('owner    ', one.owner ?? 'nobody is named'),
    write('hours    ', one.burden.text),
    ...(one.mandate
      ? [write('duty     ', one.mandate.isValid ? one.mandate.text : `expired: ${one.mandate.text}`)]
      : []),
    ...(one.waiver ? [write('waiver   ', waiverText(one.waiver))] : []),
  ];
  const head = [chalk.bold(hang('', forTerminal(one.name), options.width))];
  if (one.summary) head.push(write('', one.summary));
  const blocks = [
    head.join('\n'),
    facts.join('\n'),
    verdict(one, write, chalk),
    write('', sharesText(one)),
    ...one.assessments.map((assessment) => question(assessment, drawing)),
    ...(findings.length > 0 ? [beyond(findings, drawing)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

type Write = (first: string, text: string) => string;

interface Drawing {
  readonly write: Write;
  readonly chalk: ChalkInstance;
  readonly width: number;
}

function verdict(one: ReportedProcess, write: Write, chalk: ChalkInstance): string {
  const { name, score, rules, conditions, toAsk, isKeptByMandate } = one.verdict;
  const title = verdictTitle(one);
  const lines = [
    `${inVerdictColour(name, chalk.bold(title.toUpperCase()), chalk)}, score ${score ? `${points(score)} of 100` : 'none: nothing that weighs anything applies'}`,
  ];
  if (isKeptByMandate) {
    const without = rules.length > 0 ? 'Without that duty:' : 'Without that duty it would not be kept.';
    lines.push(write('  ', `Only a duty keeps it. ${without}`));
  }
  if (name === 'undecided' && rules.length > 0) lines.push(write('  ', 'If every open question came to no:'));
  for (const { text, source, because } of withoutRepeats(rules)) {
    lines.push(write('  rule  ', `${sentence(text)} (${source})`));
    for (const ground of because) {
      lines.push(
        write('        ', `${ground.question}: ${ground.text}`),
        `        ${chalk.dim(atPlace(ground.place))}`,
      );
    }
  }
  for (const { question: id, text } of conditions) lines.push(write('  condition  ', `${id}: ${text}`));
  for (const { question: id, text, whom } of toAsk)
    lines.push(write('  ask  ', `${whom.join(' or ')}: ${text} (${id})`));
  return lines.join('\n');
}

/** Why the points of a question are more than its weight. */
function sharesText({ assessments }: ReportedProcess): string {
  const applying = assessments.filter(({ outcome }) => outcome !== 'not-applicable');
  const total = applying.reduce((sum, { weight }) => sum + weight, 0);
  if (applying.length === assessments.length) return `All eight questions apply; their weights add up to ${total}.`;
  return `${applying.length} of the eight questions apply; the 100 points are shared among them by weight (${total} in all).`;
}

function question(assessment: ReportedAssessment, drawing: Drawing): string {
  const { write, chalk } = drawing;
  const {
    number,
    title,
    outcome,
    claimed,
    points: share,
    evidence,
    reasons,
    voices,
    remedies,
    question: id,
  } = assessment;
  const lines = [
    `${mark(outcome, chalk)} ${chalk.bold(`${number} ${title}: ${english.outcomes[outcome]}`)}`,
    write('    ', english.questions[id].asks),
    write('    points   ', pointsText(assessment)),
    write(
      '    claimed  ',
      claimed === null
        ? 'nothing: nobody who counts has answered'
        : `${english.outcomes[claimed]}${evidence ? ` (${evidence})` : ''}`,
    ),
  ];
  for (const { counts, answer, by, why, evidence: proofs, on, place } of voices) {
    const said = `${by}${on ? `, ${on}` : ''}: ${answer}${why ? `, "${why}"` : ''}`;
    lines.push(write(counts ? '    said     ' : '    (said)   ', counts ? said : `${said}; does not count`));
    for (const proof of proofs) lines.push(write('             ', `evidence: ${proof}`));
    lines.push(`             ${chalk.dim(forTerminal(atPlace(place)))}`);
  }
  for (const { text, isDecisive, effect, place, params, code } of reasons) {
    const weight = isDecisive ? 'decided  ' : EFFECTS[effect];
    lines.push(write(`    ${weight}`, text), ...placeAndCode(place, code, drawing));
    if (code === 'question-failed') lines.push(forTerminal(String(params['message'])));
  }
  for (const remedy of remedies) lines.push(write('    to do    ', remedy));
  if (share.possible === 0) lines.splice(2, 1);
  return lines.join('\n');
}

/** What there is to say of it beyond the questions. */
function beyond(findings: readonly ReportedFinding[], drawing: Drawing): string {
  const { write, chalk } = drawing;
  const lines = findings.flatMap(({ rule, text, remedy, place }) => [
    write('    finding  ', sentence(text)),
    ...placeAndCode(place, rule, drawing),
    write('    to do    ', remedy),
  ]);
  return [chalk.bold('Beyond the questions'), ...lines].join('\n');
}

const EFFECTS = { settles: 'fact     ', answers: 'fact     ', caps: 'fact     ', notes: 'note     ' } as const;

function pointsText({ points: { low, high, possible }, weight, outcome }: ReportedAssessment): string {
  const earned = low === high ? tenths(low) : `${tenths(low)}-${tenths(high)}`;
  return `${earned} of ${tenths(possible)} (weight ${weight}, ${english.outcomes[outcome]})`;
}

/** Points of one question, exact enough to add up to the score. */
function tenths(number: number): string {
  return (Math.round(number * 10) / 10).toFixed(1);
}

function waiverText(waiver: NonNullable<ReportedProcess['waiver']>): string {
  const { reason, approvedBy, ticket } = waiver;
  return `${english.gate.waiver(waiver)}, by ${approvedBy}: ${reason}${ticket ? ` (${ticket})` : ''}`;
}

/** A place, which is never broken, and what `audit explain` or a reader of the sources looks for, below it where both have no room. */
function placeAndCode(place: Place, code: string, { chalk, width }: Drawing): string[] {
  const at = forTerminal(atPlace(place));
  const indent = ' '.repeat(13);
  const isShort = indent.length + at.length + 2 + code.length <= width;
  return (isShort ? [`${at}  ${code}`] : [at, code]).map((text) => `${indent}${chalk.dim(text)}`);
}

function atPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
