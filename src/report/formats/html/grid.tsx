import { questions } from '../../../questions/index.js';
import { hours } from '../../../wording/en/grammar.js';
import { english } from '../../../wording/en/index.js';
import type { Report, ReportedAssessment, ReportedProcess } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { cut } from '../../view/layout.js';
import { MARKS } from '../../view/marks.js';
import { byVerdict } from '../../view/order.js';
import { lookOf } from '../../view/verdict-title.js';
import { hrefOf, LOOKS, scoreText, VerdictMark } from './parts.js';

const words = english.page.grid;

/** Processes × questions. What sorts and filters is in client.js; without it the table is whole and in order. */
export function Grid({ report }: { report: Report }) {
  return (
    <section aria-labelledby="grid">
      <h2 id="grid">{english.page.sections.grid}</h2>
      <Filter report={report} />
      <p class="hint">{words.hint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="scroll" aria-label={words.scroll} tabIndex={0}>
        <table id="table">
          <thead>
            <tr>
              <th scope="col" data-sort="text">
                {words.process}
              </th>
              <th scope="col" data-sort="text">
                {words.verdict}
              </th>
              {questions.map(({ id, number }) => (
                <th scope="col" class="q" data-sort="mark" title={english.questions[id].asks}>
                  {number}
                  <span class="vh"> {english.questions[id].title}</span>
                </th>
              ))}
              <th scope="col" class="n" data-sort="number">
                {words.score}
              </th>
              <th scope="col" class="n" data-sort="number">
                {words.hours}
              </th>
              <th scope="col" data-sort="text">
                {words.owner}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...report.processes].sort(byVerdict).map((one) => (
              <Row one={one} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Filter({ report }: { report: Report }) {
  const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();
  const owners = distinct(report.processes.map(({ owner }) => owner ?? english.page.owners.nobody));
  const kinds = distinct(report.processes.map(({ kind }) => kind));
  const choices = (label: string, name: string, options: readonly (readonly [value: string, text: string])[]) => (
    <label>
      {label}
      <select data-filter={name}>
        <option value="">{words.any}</option>
        {options.map(([value, text]) => (
          <option value={value}>{text}</option>
        ))}
      </select>
    </label>
  );
  return (
    <form class="filter" hidden aria-label={words.filter}>
      {choices(
        words.verdict,
        'v',
        LOOKS.map((look) => [look, english.verdicts[look]]),
      )}
      {choices(
        words.owner,
        'o',
        owners.map((owner) => [forHtml(owner), forHtml(owner)]),
      )}
      {choices(
        words.kind,
        'k',
        kinds.map((kind) => [kind, kind]),
      )}
      {choices(
        words.question,
        'q',
        questions.map(({ id, number }) => [String(number), `${number} ${english.questions[id].title}`]),
      )}
      <label>
        {words.text}
        <input type="search" data-filter="t" />
      </label>
      <button type="reset">{words.reset}</button>
      <output data-shown={words.shown('#', report.processes.length)} />
    </form>
  );
}

function Row({ one }: { one: ReportedProcess }) {
  const { id, name, owner, kind, assessments, burden, verdict } = one;
  return (
    <tr data-v={lookOf(one)} data-k={kind}>
      <th scope="row">
        <a href={hrefOf(id)}>{forHtml(name)}</a>
      </th>
      <td>
        <VerdictMark one={one} />
      </td>
      {assessments.map((assessment) => (
        <Cell id={id} assessment={assessment} />
      ))}
      <td class="n" data-n={verdict.score?.low ?? -1}>
        {scoreText(one) ?? 'none'}
      </td>
      <td class="n" data-n={burden.hours?.high ?? -1}>
        {burden.hours ? hours(burden.hours) : '?'}
      </td>
      <td>{owner === null ? english.page.owners.nobody : forHtml(owner)}</td>
    </tr>
  );
}

/** A longer reason is in the story; 500 processes have 4,000 of these. */
const LONGEST_REASON = 64;

function Cell({ id, assessment }: { id: string; assessment: ReportedAssessment }) {
  const { outcome, title } = assessment;
  const reason = cut(`${title}: ${english.outcomes[outcome]}${because(assessment)}`, LONGEST_REASON);
  return (
    <td class={`m ${outcome}`}>
      <a href={hrefOf(id)} aria-label={forHtml(reason)}>
        {MARKS[outcome]}
      </a>
    </td>
  );
}

function because({ reasons, voices, remedies }: ReportedAssessment): string {
  const decisive = reasons.find(({ isDecisive }) => isDecisive);
  if (decisive) return `. ${decisive.text}`;
  const said = voices.find(({ counts, why }) => counts && why !== null);
  if (said) return `. "${said.why}" (${said.by})`;
  return remedies[0] ? `. To do: ${remedies[0]}` : '';
}
