import { count, hours, list, points, sentence } from '../../wording/en/grammar.js';
import { english } from '../../wording/en/index.js';
import type { Report, ReportedProcess } from '../model.js';
import { forMarkdown, forMarkdownHtml } from '../view/escape.js';
import { groupByRule } from '../view/findings-by-rule.js';
import { saidHours, sumText } from '../view/hours-text.js';
import { cut } from '../view/layout.js';
import { MARKS, MARKS_HEAD } from '../view/marks.js';
import { byVerdict } from '../view/order.js';
import { withoutRepeats } from '../view/rules-without-repeats.js';
import { changedSettings } from '../view/settings-note.js';
import { shareable } from '../view/shareable.js';
import { verdictTitle } from '../view/verdict-title.js';
import { groupByWhom } from '../view/whom-to-ask.js';
import type { Format } from './format.js';

/** What a comment on GitHub may have (65,536 characters), less what a caller may put around it. */
const MOST_CHARACTERS = 65_000;

/** A longer list of changes is no summary. */
const MOST_CHANGES = 50;

/** A longer name hides the table. */
const LONGEST_NAME = 120;

/**
 * The report for a pull request, a job summary or a wiki: the verdict in a sentence, what changed, a table, and the
 * details folded. Where it would be too long it is shortened from the bottom, and says by how much.
 */
export const markdown: Format = (full) => {
  const report = shareable(full);
  const listed = [...report.processes].sort(byUrgency);
  const head = [title(report), summary(report), changes(report), limits(report)].filter((block) => block !== '');
  const rows = listed.map((one) => tableRow(one, report));
  const sections = [...problems(report), ...toDo(report), ...hoursOf(report), ...findingsAndRetired(report)];
  const details = listed.filter(isWorthTelling).map(detailsOf);
  return shortened({ head, tableHead: tableHead(report), rows, sections, details });
};

interface Parts {
  readonly head: readonly string[];
  readonly tableHead: string;
  readonly rows: readonly string[];
  readonly sections: readonly string[];
  /** At the bottom: what is left out first. */
  readonly details: readonly string[];
}

/** As much as fits: details are left out from the bottom, then the sections above them, then rows. */
function shortened({ head, tableHead, rows, sections, details }: Parts): string {
  const write = (rowsKept: number, sectionsKept: number, detailsKept: number) => {
    const left = [
      details.length > detailsKept
        ? `the details of ${count(details.length - detailsKept, 'process', 'processes')}`
        : '',
      sections.length > sectionsKept ? count(sections.length - sectionsKept, 'section') : '',
      rows.length > rowsKept ? `${count(rows.length - rowsKept, 'process', 'processes')} of the table` : '',
    ].filter((text) => text !== '');
    const blocks = [
      ...head,
      ...(rowsKept > 0 ? [[tableHead, ...rows.slice(0, rowsKept)].join('\n')] : []),
      ...sections.slice(0, sectionsKept),
      ...details.slice(0, detailsKept),
      ...(left.length > 0 ? [`_Shortened: left out ${list(left)}. \`audit\` shows all._`] : []),
    ];
    return `${blocks.join('\n\n')}\n`;
  };
  const detailsKept = mostThatFits(details.length, (kept) => write(rows.length, sections.length, kept));
  const sectionsKept = mostThatFits(sections.length, (kept) => write(rows.length, kept, detailsKept));
  const rowsKept = mostThatFits(rows.length, (kept) => write(kept, sectionsKept, detailsKept));
  return write(rowsKept, sectionsKept, detailsKept);
}

/** The largest number up to `all` with which the text is short enough, or none. */
function mostThatFits(all: number, write: (kept: number) => string): number {
  let [low, high] = [0, all];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (write(middle).length <= MOST_CHARACTERS) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What fails the check first, then the worst verdict, then the costliest. */
function byUrgency(a: ReportedProcess, b: ReportedProcess): number {
  return Number(b.gate.standing === 'fails') - Number(a.gate.standing === 'fails') || byVerdict(a, b);
}

function title({ gate }: Report): string {
  if (!gate.isEnforced) return '# Sales process audit';
  const sign = { passed: '✅', failed: gate.isTrial ? '⚠️' : '❌', 'not-judged': '⚠️', fault: '💥' }[gate.outcome];
  return `# ${sign} Sales process audit: ${english.gate.outcome[gate.outcome].replace('audit check ', '')}`;
}

function summary(report: Report): string {
  const { totals, gate, asOf, source } = report;
  const { unjustified, processes, eliminate, undecided } = totals;
  const lines = [
    `**${unjustified} of ${count(processes, 'process', 'processes')} unjustified**: ${eliminate} to eliminate, ${undecided} undecided ` +
      `(${forMarkdown(list(source) || 'nothing')}, as of ${asOf}).`,
  ];
  if (processes > 0) lines.push(`Together they take ${forMarkdown(saidHours(totals.burden, report))}.`);
  if (eliminate > 0)
    lines.push(
      `Eliminating ${eliminate === 1 ? 'it' : `the ${eliminate}`} gives back ${forMarkdown(saidHours(totals.givenBackByEliminating, report))}.`,
    );
  lines.push(...changedSettings(report).map(forMarkdown));
  lines.push(sentence(english.gate.judged(processes, totals.questions)));
  return [lines.join(' '), ...(gate.line ? [`> ${forMarkdown(gate.line)}`] : [])].join('\n\n');
}

function changes({ gate: { since, baseline }, processes }: Report): string {
  const blocks: string[] = [];
  const line = ({ process, text }: { process: string; text: string }) => `- \`${process}\`: ${forMarkdown(text)}`;
  if (since) {
    const came = since.came.map((id) => {
      const one = processes.find((each) => each.id === id);
      const cost = one?.burden.hours ? `, ${hours(one.burden.hours)} h a year` : ', hours not stated';
      return { process: id, text: `new, ${one ? verdictTitle(one) : ''}${one ? cost : ''}` };
    });
    const all = [
      ...came,
      ...since.worse.map(({ process, text }) => ({ process, text: `worse, ${text}` })),
      ...since.better.map(({ process, text }) => ({ process, text: `better, ${text}` })),
      ...since.went.map((process) => ({ process, text: english.gate.better.gone })),
    ];
    blocks.push(
      [
        `## Changes since ${forMarkdown(since.ref)} (\`${since.commit.slice(0, 12)}\`)`,
        '',
        ...(all.length > 0 ? all.slice(0, MOST_CHANGES).map(line) : ['No process changed its verdict or its score.']),
        ...(all.length > MOST_CHANGES ? [`- and ${all.length - MOST_CHANGES} more`] : []),
        '',
        ...[since.growth.text, ...since.notes].map(forMarkdown),
      ].join('\n'),
    );
  }
  if (baseline && baseline.better.length > 0) {
    blocks.push(['## Better than the baseline', '', ...baseline.better.slice(0, MOST_CHANGES).map(line)].join('\n'));
  }
  return blocks.join('\n\n');
}

function limits({ gate }: Report): string {
  return gate.limits
    .map(
      ({ text, isExceeded, processes }) => `${isExceeded ? '❌' : processes === 0 ? '⚠️' : '✅'} ${forMarkdown(text)}`,
    )
    .join('\n');
}

function tableHead({ gate }: Report): string {
  const check = gate.isEnforced ? ['check'] : [];
  const columns = ['verdict', ...check, 'process', MARKS_HEAD, 'score', 'h a year', 'owner'];
  return [`## All processes`, '', `| ${columns.join(' | ')} |`, `|${columns.map(() => '---').join('|')}|`].join('\n');
}

function tableRow(one: ReportedProcess, { gate }: Report): string {
  const { verdict, burden, owner, assessments } = one;
  const check = gate.isEnforced ? [english.gate.states[one.gate.standing]] : [];
  const cells = [
    verdictTitle(one),
    ...check,
    nameOf(one),
    assessments.map(({ outcome }) => forMarkdown(MARKS[outcome])).join(' '),
    verdict.score ? points(verdict.score) : 'none',
    burden.hours ? hours(burden.hours) : '?',
    owner === null ? 'nobody' : forMarkdown(cut(owner, LONGEST_NAME)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function nameOf({ name }: Pick<ReportedProcess, 'name'>): string {
  return forMarkdown(cut(name, LONGEST_NAME));
}

function isWorthTelling({ verdict, gate }: ReportedProcess): boolean {
  return verdict.name !== 'keep' || verdict.conditions.length > 0 || gate.reasons.length > 0;
}

function detailsOf(one: ReportedProcess): string {
  const { verdict, burden, place, gate, waiver, mandate } = one;
  const lines: string[] = [];
  if (gate.worse.length > 0) lines.push(forMarkdown(sentence(english.gate.worse(gate.worse))));
  if (verdict.isKeptByMandate && mandate) lines.push(`Only a duty keeps it: ${forMarkdown(mandate.text)}`);
  if (verdict.name === 'eliminate' || verdict.isKeptByMandate) {
    for (const { text, because } of withoutRepeats(verdict.rules)) {
      lines.push(forMarkdown(sentence(text)));
      for (const ground of because)
        lines.push(`- ${forMarkdown(`${ground.question}: ${ground.text}`)} (${at(ground.place)})`);
    }
  }
  for (const { whom, questions } of groupByWhom(verdict))
    lines.push(`- ${forMarkdown(english.interview.ask(whom, questions))}`);
  for (const { reason, text, place: where } of gate.reasons)
    if (reason === 'min-score') lines.push(`- ${forMarkdown(text)} (${at(where)})`);
  for (const { question, outcome, text, place: where } of verdict.conditions)
    lines.push(`- ${forMarkdown(`${MARKS[outcome]} ${question}: ${text}`)} (${at(where)})`);
  if (waiver)
    lines.push(forMarkdown(sentence(`${english.gate.waiver(waiver)} (${waiver.approvedBy}): ${waiver.reason}`)));
  lines.push(`Hours: ${forMarkdown(burden.text)}. Described in ${at(place)}.`);
  // A list must not swallow the line after it.
  const body = lines.map((line, index) =>
    line.startsWith('- ') || !lines[index - 1]?.startsWith('- ') ? line : `\n${line}`,
  );
  return [
    `<details><summary>${forMarkdownHtml(cut(one.name, LONGEST_NAME))}: ${verdictTitle(one).toLowerCase()}</summary>`,
    '',
    body.join('\n'),
    '',
    '</details>',
  ].join('\n');
}

function at({ file, line, column }: { file: string; line: number; column: number }): string {
  return forMarkdown(`${file}:${line}:${column}`);
}

function findingsAndRetired({ retired, findings }: Report): string[] {
  const gone = retired.map(
    ({ name, on, why, burden }) =>
      `- ${forMarkdown(`${cut(name, LONGEST_NAME)}, retired ${on}${burden.hours ? `, gave back ${hours(burden.hours)} h a year` : ''}: ${why}`)}`,
  );
  const line = ({ process: id, text, place }: Report['findings'][number]) =>
    `- \`${id}\`: ${forMarkdown(sentence(text))} (${at(place)})`;
  const told = groupByRule(findings).map(({ rule, some }) => {
    const { title: name, todo } = english.findings[rule];
    const lines = [
      ...some.slice(0, MOST_CHANGES).map(line),
      ...(some.length > MOST_CHANGES ? [`- and ${some.length - MOST_CHANGES} more`] : []),
    ];
    return [`<details><summary>${name}: ${some.length}</summary>`, '', todo, '', ...lines, '', '</details>'].join('\n');
  });
  return [
    ...(told.length > 0 ? [['## Findings', ...told].join('\n\n')] : []),
    ...(gone.length > 0 ? [['## Retired', '', ...gone].join('\n')] : []),
  ];
}

/** The steps of the plan, a line each; `audit plan` has them in full. */
function toDo({ plan }: Report): string[] {
  if (plan.steps.length === 0) return [];
  const lines = plan.steps.slice(0, MOST_CHANGES).map(({ action, process: id, text, burden }) => {
    const cost = burden.hours ? `${hours(burden.hours)} h a year` : 'hours not stated';
    return `- **${english.plan.actions[action].title}** \`${id}\` (${cost}): ${forMarkdown(text)}`;
  });
  const more = plan.steps.length - MOST_CHANGES;
  return [['## Plan', '', ...lines, ...(more > 0 ? ['', `and ${more} more: \`audit plan\``] : [])].join('\n')];
}

/** Who imposes the hours, and who spends them. */
function hoursOf({ hours: { owners, roles, salesperson } }: Report): string[] {
  const { columns, owners: imposed, roles: spent, nobody } = english.hours;
  const table = (title: string, head: readonly string[], rows: readonly (readonly string[])[]) => [
    `**${title}**`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map((_, index) => (index === 0 ? '---' : '--:')).join('|')}|`,
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ];
  const known = roles.filter(({ all }) => all.hours.high > 0 || all.unknown > 0);
  if (known.length === 0) return [];
  const lines = [
    ...table(
      imposed,
      ['owner', columns.processes, columns.all, columns.unjustified],
      owners
        .slice(0, MOST_CHANGES)
        .map(({ owner, processes, all, unjustified }) => [
          forMarkdown(cut(owner ?? nobody, LONGEST_NAME)),
          String(processes),
          sumText(all),
          sumText(unjustified),
        ]),
    ),
    ...table(
      spent,
      ['role', columns.processes, columns.all, columns.aWeek, columns.unjustifiedAWeek],
      known
        .slice(0, MOST_CHANGES)
        .map(({ role, processes, all, unjustified, aWeek, unjustifiedAWeek }) => [
          forMarkdown(cut(role, LONGEST_NAME)),
          String(processes),
          sumText(all),
          sumText({ hours: aWeek, unknown: all.unknown }),
          sumText({ hours: unjustifiedAWeek, unknown: unjustified.unknown }),
        ]),
    ),
  ];
  const about = salesperson ? [forMarkdown(sentence(salesperson.text)), ''] : [];
  return [['<details><summary>Hours by owner and role</summary>', '', ...about, ...lines, '</details>'].join('\n')];
}

function problems(report: Report): string[] {
  if (report.problems.length === 0) return [];
  const lines = report.problems.map(
    ({ message, hint, place }) => `- ${at(place)} ${forMarkdown(message)}${hint ? ` (${forMarkdown(hint)})` : ''}`,
  );
  return [[`## Not judged`, '', ...lines].join('\n')];
}
