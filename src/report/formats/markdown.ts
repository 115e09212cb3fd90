import { spotOf } from '../../places/spot.js';
import { questions } from '../../questions/index.js';
import type { Words } from '../../wording/words/words.js';
import type { Hours, Report, ReportedProcess } from '../model.js';
import { forMarkdown, forMarkdownHtml } from '../view/escape.js';
import { groupByRule } from '../view/findings-by-rule.js';
import { saidHours, sumText } from '../view/hours-text.js';
import { cut } from '../view/layout.js';
import { MARKS } from '../view/marks.js';
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
export const markdown: Format = (full, { words }) => {
  const report = shareable(full);
  const listed = [...report.processes].sort(byUrgency);
  const head = [title(report, words), summary(report, words), changes(report, words), limits(report)].filter(
    (block) => block !== '',
  );
  const rows = listed.map((one) => tableRow(one, report, words));
  const sections = [
    ...problems(report, words),
    ...toDo(report, words),
    ...hoursOf(report, words),
    ...findingsAndRetired(report, words),
  ];
  const details = listed.filter(isWorthTelling).map((one) => detailsOf(one, words));
  return shortened({ head, tableHead: tableHead(report, words), rows, sections, details }, words);
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
function shortened({ head, tableHead, rows, sections, details }: Parts, { markdown: { left: said } }: Words): string {
  const write = (rowsKept: number, sectionsKept: number, detailsKept: number) => {
    const left = [
      details.length > detailsKept ? said.details(details.length - detailsKept) : '',
      sections.length > sectionsKept ? said.sections(sections.length - sectionsKept) : '',
      rows.length > rowsKept ? said.rows(rows.length - rowsKept) : '',
    ].filter((text) => text !== '');
    const blocks = [
      ...head,
      ...(rowsKept > 0 ? [[tableHead, ...rows.slice(0, rowsKept)].join('\n')] : []),
      ...sections.slice(0, sectionsKept),
      ...details.slice(0, detailsKept),
      ...(left.length > 0 ? [`_${said.note(left)}_`] : []),
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

function title({ gate }: Report, words: Words): string {
  if (!gate.isEnforced) return `# ${words.markdown.title}`;
  const sign = { passed: '✅', failed: gate.isTrial ? '⚠️' : '❌', 'not-judged': '⚠️', fault: '💥' }[gate.outcome];
  return `# ${sign} ${words.markdown.titleOfCheck(words.gate.outcome[gate.outcome])}`;
}

function summary(report: Report, words: Words): string {
  const { totals, gate, asOf, source: sources } = report;
  const { unjustified, processes, eliminate, undecided } = totals;
  const own = words.markdown;
  const lines = [
    `**${own.unjustified(unjustified, processes)}**: ${forMarkdown(own.verdicts({ eliminate, undecided, sources, asOf }))}`,
  ];
  const said = (sum: Hours) => saidHours(sum, report, words);
  if (processes > 0) lines.push(forMarkdown(own.takes(said(totals.burden))));
  if (eliminate > 0) lines.push(forMarkdown(own.eliminating(eliminate, said(totals.givenBackByEliminating))));
  lines.push(...changedSettings(report, words).map(forMarkdown));
  lines.push(words.grammar.sentence(words.gate.judged(processes, totals.questions)));
  return [lines.join(' '), ...(gate.line ? [`> ${forMarkdown(gate.line)}`] : [])].join('\n\n');
}

function changes({ gate: { since, baseline }, processes }: Report, words: Words): string {
  const own = words.markdown;
  const blocks: string[] = [];
  const line = ({ process, text }: { process: string; text: string }) => `- \`${process}\`: ${forMarkdown(text)}`;
  if (since) {
    const came = since.came.map((id) => {
      const one = processes.find((each) => each.id === id);
      const cost = one?.burden.hours ? words.common.cost(one.burden.hours) : words.common.unstatedCost;
      return { process: id, text: own.cameAs(one ? verdictTitle(one, words) : null, cost) };
    });
    const all = [
      ...came,
      ...since.worse.map(({ process, text }) => ({ process, text: own.worse(text) })),
      ...since.better.map(({ process, text }) => ({ process, text: own.better(text) })),
      ...since.went.map((process) => ({ process, text: words.gate.better.gone })),
    ];
    blocks.push(
      [
        `## ${own.changesSince} ${forMarkdown(since.ref)} (\`${since.commit.slice(0, 12)}\`)`,
        '',
        ...(all.length > 0 ? all.slice(0, MOST_CHANGES).map(line) : [own.noChange]),
        ...(all.length > MOST_CHANGES ? [`- ${words.common.more(all.length - MOST_CHANGES)}`] : []),
        '',
        ...[since.growth.text, ...since.notes].map(forMarkdown),
      ].join('\n'),
    );
  }
  if (baseline && baseline.better.length > 0) {
    blocks.push([`## ${own.betterThanBaseline}`, '', ...baseline.better.slice(0, MOST_CHANGES).map(line)].join('\n'));
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

function tableHead({ gate }: Report, { markdown: own }: Words): string {
  const { columns: heads } = own;
  const check = gate.isEnforced ? [heads.check] : [];
  const numbers = questions.map(({ number }) => number).join(' ');
  const columns = [heads.verdict, ...check, heads.process, numbers, heads.score, heads.hours, heads.owner];
  return [`## ${own.all}`, '', `| ${columns.join(' | ')} |`, `|${columns.map(() => '---').join('|')}|`].join('\n');
}

function tableRow(one: ReportedProcess, { gate }: Report, words: Words): string {
  const { verdict, burden, owner, assessments } = one;
  const check = gate.isEnforced ? [words.gate.states[one.gate.standing]] : [];
  const cells = [
    verdictTitle(one, words),
    ...check,
    nameOf(one),
    assessments.map(({ outcome }) => forMarkdown(MARKS[outcome])).join(' '),
    verdict.score ? words.grammar.points(verdict.score) : words.common.noScore,
    burden.hours ? words.grammar.hours(burden.hours) : '?',
    owner === null ? words.hours.nobody : forMarkdown(cut(owner, LONGEST_NAME)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function nameOf({ name }: Pick<ReportedProcess, 'name'>): string {
  return forMarkdown(cut(name, LONGEST_NAME));
}

function isWorthTelling({ verdict, gate }: ReportedProcess): boolean {
  return verdict.name !== 'keep' || verdict.conditions.length > 0 || gate.reasons.length > 0;
}

function detailsOf(one: ReportedProcess, words: Words): string {
  const { verdict, burden, place, gate, waiver, mandate } = one;
  const { common, markdown: own } = words;
  const { sentence } = words.grammar;
  const lines: string[] = [];
  if (gate.worse.length > 0) lines.push(forMarkdown(sentence(words.gate.worse(gate.worse))));
  if (verdict.isKeptByMandate && mandate) lines.push(forMarkdown(own.onlyByDuty(mandate.text)));
  if (verdict.name === 'eliminate' || verdict.isKeptByMandate) {
    for (const { text, because } of withoutRepeats(verdict.rules)) {
      lines.push(forMarkdown(sentence(text)));
      for (const ground of because)
        lines.push(`- ${forMarkdown(`${ground.question}: ${ground.text}`)} (${at(ground.place)})`);
    }
  }
  for (const { whom, questions: open } of groupByWhom(verdict))
    lines.push(`- ${forMarkdown(words.interview.ask(whom, open))}`);
  for (const { reason, text, place: where } of gate.reasons)
    if (reason === 'min-score') lines.push(`- ${forMarkdown(text)} (${at(where)})`);
  for (const { question, outcome, text, place: where } of verdict.conditions)
    lines.push(`- ${forMarkdown(`${MARKS[outcome]} ${question}: ${text}`)} (${at(where)})`);
  if (waiver)
    lines.push(forMarkdown(sentence(common.waiver(words.gate.waiver(waiver), waiver.approvedBy, waiver.reason))));
  lines.push(`${forMarkdown(own.hours(burden.text))} ${own.describedIn(at(place))}`);
  // A list must not swallow the line after it.
  const body = lines.map((line, index) =>
    line.startsWith('- ') || !lines[index - 1]?.startsWith('- ') ? line : `\n${line}`,
  );
  const title = verdictTitle(one, words).toLowerCase();
  return [
    `<details><summary>${forMarkdownHtml(cut(one.name, LONGEST_NAME))}: ${title}</summary>`,
    '',
    body.join('\n'),
    '',
    '</details>',
  ].join('\n');
}

function at(place: ReportedProcess['place']): string {
  return forMarkdown(spotOf(place));
}

function findingsAndRetired({ retired, findings }: Report, words: Words): string[] {
  const { common, markdown: own } = words;
  const gone = retired.map(
    ({ name, on, why, burden }) => `- ${forMarkdown(common.retired(cut(name, LONGEST_NAME), on, burden.hours, why))}`,
  );
  const line = ({ process: id, text, place }: Report['findings'][number]) =>
    `- \`${id}\`: ${forMarkdown(words.grammar.sentence(text))} (${at(place)})`;
  const told = groupByRule(findings).map(({ rule, some }) => {
    const { title: name, todo } = words.findings[rule];
    const lines = [
      ...some.slice(0, MOST_CHANGES).map(line),
      ...(some.length > MOST_CHANGES ? [`- ${common.more(some.length - MOST_CHANGES)}`] : []),
    ];
    return [`<details><summary>${name}: ${some.length}</summary>`, '', todo, '', ...lines, '', '</details>'].join('\n');
  });
  return [
    ...(told.length > 0 ? [[`## ${own.findings}`, ...told].join('\n\n')] : []),
    ...(gone.length > 0 ? [[`## ${own.retired}`, '', ...gone].join('\n')] : []),
  ];
}

/** The steps of the plan, a line each; `audit plan` has them in full. */
function toDo({ plan }: Report, words: Words): string[] {
  if (plan.steps.length === 0) return [];
  const { common, markdown: own } = words;
  const lines = plan.steps.slice(0, MOST_CHANGES).map(({ action, process: id, text, burden }) => {
    const cost = burden.hours ? common.cost(burden.hours) : common.unstatedCost;
    return `- **${words.plan.actions[action].title}** \`${id}\` (${cost}): ${forMarkdown(text)}`;
  });
  const more = plan.steps.length - MOST_CHANGES;
  return [[`## ${own.plan}`, '', ...lines, ...(more > 0 ? ['', own.morePlan(more)] : [])].join('\n')];
}

/** Who imposes the hours, and who spends them. */
function hoursOf({ hours: { owners, roles, salesperson } }: Report, words: Words): string[] {
  const { markdown: own } = words;
  const { columns, owners: imposed, roles: spent, nobody } = words.hours;
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
      [own.columns.owner, columns.processes, columns.all, columns.unjustified],
      owners
        .slice(0, MOST_CHANGES)
        .map(({ owner, processes, all, unjustified }) => [
          forMarkdown(cut(owner ?? nobody, LONGEST_NAME)),
          String(processes),
          sumText(all, words),
          sumText(unjustified, words),
        ]),
    ),
    ...table(
      spent,
      [own.columns.role, columns.processes, columns.all, columns.aWeek, columns.unjustifiedAWeek],
      known
        .slice(0, MOST_CHANGES)
        .map(({ role, processes, all, unjustified, aWeek, unjustifiedAWeek }) => [
          forMarkdown(cut(role, LONGEST_NAME)),
          String(processes),
          sumText(all, words),
          sumText({ hours: aWeek, unknown: all.unknown }, words),
          sumText({ hours: unjustifiedAWeek, unknown: unjustified.unknown }, words),
        ]),
    ),
  ];
  const about = salesperson ? [forMarkdown(words.grammar.sentence(salesperson.text)), ''] : [];
  const summary = `<details><summary>${own.hoursByOwnerAndRole}</summary>`;
  return [[summary, '', ...about, ...lines, '</details>'].join('\n')];
}

function problems(report: Report, { markdown: own }: Words): string[] {
  if (report.problems.length === 0) return [];
  const lines = report.problems.map(
    ({ message, hint, place }) => `- ${at(place)} ${forMarkdown(message)}${hint ? ` (${forMarkdown(hint)})` : ''}`,
  );
  return [[`## ${own.notJudged}`, '', ...lines].join('\n')];
}
