import type { Words } from '../../wording/words/words.js';
import type { Report, ReportedProcess } from '../model.js';
import { forMarkdown } from '../view/escape.js';
import { byVerdict } from '../view/order.js';
import { talkOf } from '../view/sales-feedback.js';
import { shareable } from '../view/shareable.js';
import type { Format } from './format.js';

/** The feedback loop as Markdown: for each process what is asked of sales, why, who uses it, and what came of answers. */
export const talkSheet: Format = (full, { words }) => {
  const { page, common } = words;
  const report = shareable(full);
  const head = [
    `# ${page.sales.talkSheet}`,
    forMarkdown(common.audited(report.totals.processes, report.source, report.asOf)),
    page.sales.lead,
  ];
  const retired = report.retired.map(
    ({ name, on, why, burden }) => `- ${forMarkdown(`${name} (${on}): ${why} ${burden.text}`)}`,
  );
  const gone = retired.length > 0 ? [[`## ${page.sections.retired}`, ...retired].join('\n\n')] : [];
  return `${[...head, ...[...report.processes].sort(byVerdict).map((one) => sheetOf(one, report, words)), ...gone].join('\n\n')}\n`;
};

function sheetOf(one: ReportedProcess, { settings }: Report, words: Words): string {
  const talk = talkOf(one, settings, words);
  const { sales } = words.page;
  const block = (title: string, lines: readonly string[]) =>
    [`**${title}**`, '', ...lines.map((line) => `- ${forMarkdown(line)}`)].join('\n');
  return [
    `## ${forMarkdown(one.name)}`,
    block(sales.asked, talk.asked),
    block(sales.why, [talk.why]),
    block(sales.uses, talk.uses),
    block(sales.back, talk.back),
    block(sales.said, talk.said),
    block(sales.came, talk.came),
  ].join('\n\n');
}
