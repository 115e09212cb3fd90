import { list } from '../../wording/en/grammar.js';
import { english } from '../../wording/en/index.js';
import type { Report, ReportedProcess } from '../model.js';
import { forMarkdown } from '../view/escape.js';
import { byVerdict } from '../view/order.js';
import { talkOf } from '../view/sales-feedback.js';
import { shareable } from '../view/shareable.js';
import type { Format } from './format.js';

const words = english.page.sales;

/** The feedback loop as Markdown: for each process what is asked of sales, why, who uses it, and what came of answers. */
export const talkSheet: Format = (full) => {
  const report = shareable(full);
  const head = [
    `# ${words.talkSheet}`,
    forMarkdown(english.page.asOf(report.totals.processes, list(report.source) || 'nothing', report.asOf)),
    words.lead,
  ];
  const retired = report.retired.map(
    ({ name, on, why, burden }) => `- ${forMarkdown(`${name} (${on}): ${why} ${burden.text}`)}`,
  );
  const gone = retired.length > 0 ? [[`## ${english.page.sections.retired}`, ...retired].join('\n\n')] : [];
  return `${[...head, ...[...report.processes].sort(byVerdict).map((one) => sheetOf(one, report)), ...gone].join('\n\n')}\n`;
};

function sheetOf(one: ReportedProcess, { settings }: Report): string {
  const talk = talkOf(one, settings);
  const block = (title: string, lines: readonly string[]) =>
    [`**${title}**`, '', ...lines.map((line) => `- ${forMarkdown(line)}`)].join('\n');
  return [
    `## ${forMarkdown(one.name)}`,
    block(words.asked, talk.asked),
    block(words.why, [talk.why]),
    block(words.uses, talk.uses),
    block(words.back, talk.back),
    block(words.said, talk.said),
    block(words.came, talk.came),
  ].join('\n\n');
}
