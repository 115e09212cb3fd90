import { questions } from '../../../questions/index.js';
import type { Words } from '../../../wording/words/words.js';
import type { Report, ReportedAssessment, ReportedProcess } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { cut } from '../../view/layout.js';
import { MARKS } from '../../view/marks.js';
import { byVerdict } from '../../view/order.js';
import { lookOf } from '../../view/verdict-title.js';
import { hrefOf, LOOKS, scoreText, VerdictMark } from './parts.js';

/** Processes × questions. What sorts and filters is in client.js; without it the table is whole and in order. */
export function Grid({ report, words }: { report: Report; words: Words }) {
  const { grid, sections } = words.page;
  return (
    <section aria-labelledby="grid">
      <h2 id="grid">{sections.grid}</h2>
      <Filter report={report} words={words} />
      <p class="hint">{grid.hint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="scroll" aria-label={grid.scroll} tabIndex={0}>
        <table id="table">
          <thead>
            <tr>
              <th scope="col" data-sort="text">
                {grid.process}
              </th>
              <th scope="col" data-sort="text">
                {grid.verdict}
              </th>
              {questions.map(({ id, number }) => (
                <th scope="col" class="q" data-sort="mark" title={words.questions[id].asks}>
                  {number}
                  <span class="vh"> {words.questions[id].title}</span>
                </th>
              ))}
              <th scope="col" class="n" data-sort="number">
                {grid.score}
              </th>
              <th scope="col" class="n" data-sort="number">
                {grid.hours}
              </th>
              <th scope="col" data-sort="text">
                {grid.owner}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...report.processes].sort(byVerdict).map((one) => (
              <Row one={one} words={words} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Filter({ report, words }: { report: Report; words: Words }) {
  const { grid, owners: own } = words.page;
  const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();
  const owners = distinct(report.processes.map(({ owner }) => owner ?? own.nobody));
  const kinds = distinct(report.processes.map(({ kind }) => kind));
  const choices = (label: string, name: string, options: readonly (readonly [value: string, text: string])[]) => (
    <label>
      {label}
      <select data-filter={name}>
        <option value="">{grid.any}</option>
        {options.map(([value, text]) => (
          <option value={value}>{text}</option>
        ))}
      </select>
    </label>
  );
  return (
    <form class="filter" hidden aria-label={grid.filter}>
      {choices(
        grid.verdict,
        'v',
        LOOKS.map((look) => [look, words.verdicts[look]]),
      )}
      {choices(
        grid.owner,
        'o',
        owners.map((owner) => [forHtml(owner), forHtml(owner)]),
      )}
      {choices(
        grid.kind,
        'k',
        kinds.map((kind) => [kind, kind]),
      )}
      {choices(
        grid.question,
        'q',
        questions.map(({ id, number }) => [String(number), `${number} ${words.questions[id].title}`]),
      )}
      <label>
        {grid.text}
        <input type="search" data-filter="t" />
      </label>
      <button type="reset">{grid.reset}</button>
      <output data-shown={grid.shown('#', report.processes.length)} />
    </form>
  );
}

function Row({ one, words }: { one: ReportedProcess; words: Words }) {
  const { id, name, owner, kind, assessments, burden, verdict } = one;
  return (
    <tr data-v={lookOf(one)} data-k={kind}>
      <th scope="row">
        <a href={hrefOf(id)}>{forHtml(name)}</a>
      </th>
      <td>
        <VerdictMark one={one} words={words} />
      </td>
      {assessments.map((assessment) => (
        <Cell id={id} assessment={assessment} words={words} />
      ))}
      <td class="n" data-n={verdict.score?.low ?? -1}>
        {scoreText(one, words) ?? words.common.noScore}
      </td>
      <td class="n" data-n={burden.hours?.high ?? -1}>
        {burden.hours ? words.grammar.hours(burden.hours) : '?'}
      </td>
      <td>{owner === null ? words.page.owners.nobody : forHtml(owner)}</td>
    </tr>
  );
}

/** A longer reason is in the story; 500 processes have 4,000 of these. */
const LONGEST_REASON = 64;

function Cell({ id, assessment, words }: { id: string; assessment: ReportedAssessment; words: Words }) {
  const { outcome, title } = assessment;
  const reason = cut(`${title}: ${words.outcomes[outcome]}${because(assessment, words)}`, LONGEST_REASON);
  return (
    <td class={`m ${outcome}`}>
      <a href={hrefOf(id)} aria-label={forHtml(reason)}>
        {MARKS[outcome]}
      </a>
    </td>
  );
}

function because({ reasons, voices, remedies }: ReportedAssessment, { page: { grid } }: Words): string {
  const decisive = reasons.find(({ isDecisive }) => isDecisive);
  if (decisive) return `. ${decisive.text}`;
  const said = voices.find(({ counts, why }) => counts && why !== null);
  if (said) return `. ${grid.said(said.why!, said.by)}`;
  return remedies[0] ? `. ${grid.todo(remedies[0])}` : '';
}
