import type { Audit } from '../../audit/audit-files.js';
import type { SessionResult } from '../../interview/session.js';
import { filledSheet } from '../../interview/sheet.js';
import type { Io } from '../../io.js';
import type { ReportedProcess } from '../../report/model.js';
import { forTerminal } from '../../report/view/escape.js';
import { hang } from '../../report/view/layout.js';
import { verdictTitle } from '../../report/view/verdict-title.js';
import { groupByWhom } from '../../report/view/whom-to-ask.js';
import type { Words } from '../../wording/words/words.js';
import { auditSilently, type Scope } from '../shared/audit.js';
import { withoutCommands } from '../shared/ci-log.js';
import { reportWidth } from '../shared/context.js';

/** Prints what was answered, how each verdict changed, what is still open, and whatever could not be saved. */
export async function tellOutcome(
  scope: Scope,
  before: Audit,
  { saved, unsaved, isInterrupted, unfinished }: SessionResult,
  io: Io,
  words: Words,
): Promise<void> {
  const { interview } = words;
  const after = await auditSilently(scope, io, words);
  const width = reportWidth(io);
  const isNothing = saved.length === 0 && isInterrupted;
  const lines = [
    '',
    ...(saved.length > 0 || (unsaved.length === 0 && !isInterrupted) ? [interview.saved(saved.length)] : []),
  ];
  if (saved.length > 0) {
    const touched = new Set(saved.map(({ process }) => process));
    const moved = after.report.processes
      .filter(({ id }) => touched.has(id))
      .flatMap((one) => movedLine(one, before, width, words));
    lines.push(...(moved.length > 0 ? [`${interview.moved}:`, ...moved] : [interview.notMoved]));
  }
  const open = after.report.processes
    .filter(({ verdict }) => verdict.name === 'undecided')
    .map((one) => openLine(one, width, words));
  if (open.length > 0) lines.push(`${interview.stillOpen}:`, ...open);
  if (unfinished) lines.push(interview.unfinished(unfinished));
  if (isInterrupted) lines.push(hang('', isNothing ? interview.nothingWritten : interview.interrupted, width));
  if (after.report.problems.length > 0) lines.push(interview.notAllJudged(after.report.problems.length));
  io.stdout.write(withoutCommands(`${lines.join('\n')}\n`, io));
  if (unsaved.length > 0) {
    io.stderr.write(`\n${interview.unsavedSheet}\n`);
    io.stdout.write(`\n${filledSheet(unsaved)}`);
  }
}

function movedLine(after: ReportedProcess, { report }: Audit, width: number, words: Words): string[] {
  const before = report.processes.find(({ id }) => id === after.id);
  if (!before) return [];
  const [from, to] = [verdictOf(before, words), verdictOf(after, words)];
  return from === to ? [] : [hang('  ', `${forTerminal(after.name)}: ${from} → ${to}`, width)];
}

function verdictOf(one: ReportedProcess, words: Words): string {
  const { score } = one.verdict;
  return `${verdictTitle(one, words).toLowerCase()}${score ? ` (${words.grammar.points(score)})` : ''}`;
}

function openLine({ name, verdict }: ReportedProcess, width: number, { interview }: Words): string {
  const whoms = groupByWhom(verdict).map(({ whom, questions }) => interview.ask(whom, questions));
  return hang('  ', forTerminal(`${name}: ${whoms.join('; ')}`), width);
}
