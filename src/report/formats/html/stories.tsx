import { list, sentence } from '../../../wording/en/grammar.js';
import { english } from '../../../wording/en/index.js';
import type { Report, ReportedAssessment, ReportedProcess } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { MARKS } from '../../view/marks.js';
import { withoutRepeats } from '../../view/rules-without-repeats.js';
import { lookOf, verdictTitle } from '../../view/verdict-title.js';
import { groupByWhom } from '../../view/whom-to-ask.js';
import type { FormatOptions } from '../format.js';
import { anchorOf, Items, scoreText, Where } from './parts.js';

const words = english.page.story;

/** Each process in full: rules, conditions, and for each question what it came to and what that rests on. */
export function Stories({ report, options }: { report: Report; options: FormatOptions }) {
  return (
    <section aria-labelledby="stories">
      <h2 id="stories">{english.page.sections.stories}</h2>
      <p class="hint">{words.hint(report.settings.minVoices)}</p>
      {report.processes.map((one) => (
        <Story one={one} options={options} />
      ))}
    </section>
  );
}

function Story({ one, options }: { one: ReportedProcess; options: FormatOptions }) {
  const { id, name, summary, burden, owner, kind, status, mandate, waiver, place } = one;
  return (
    <details class="story" id={anchorOf(id)}>
      <summary>
        <b>{forHtml(name)}</b>{' '}
        <span class={`v ${lookOf(one)}`}>{english.page.verdict(verdictTitle(one), scoreText(one))}</span>
      </summary>
      {summary && <p>{forHtml(summary)}</p>}
      <dl>
        <dt>{words.hours}</dt>
        <dd>{forHtml(burden.text)}</dd>
        <dt>{words.owner}</dt>
        <dd>{forHtml(owner ?? english.page.owners.nobody)}</dd>
        <dt>{words.kind}</dt>
        <dd>{status === 'active' ? kind : `${kind}, ${status}`}</dd>
        {mandate && (
          <>
            <dt>{mandate.isValid ? words.duty : words.expiredDuty}</dt>
            <dd>{forHtml(mandate.text)}</dd>
          </>
        )}
        {waiver && (
          <>
            <dt>{words.waiver}</dt>
            <dd>{forHtml(`${english.gate.waiver(waiver)} (${waiver.approvedBy}): ${waiver.reason}`)}</dd>
          </>
        )}
        <dt>{words.file}</dt>
        <dd>
          <Where place={place} options={options} />
        </dd>
      </dl>
      <Verdict one={one} />
      <table class="questions">
        <tbody>
          {one.assessments.map((assessment) => (
            <Question assessment={assessment} options={options} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Verdict({ one }: { one: ReportedProcess }) {
  const { verdict } = one;
  const asks = groupByWhom(verdict).map(({ whom, questions }) => forHtml(english.interview.ask(whom, questions)));
  return (
    <>
      {verdict.isKeptByMandate && <p>{words.byDuty}</p>}
      {verdict.rules.length > 0 && (
        <>
          <h3>{words.rules}</h3>
          {verdict.name === 'undecided' && <p>{words.atWorst}</p>}
          {one.verdict.rules.map(({ text, source }) => (
            <p>
              {forHtml(sentence(text))} <small>({source})</small>
            </p>
          ))}
        </>
      )}
      <Items items={asks} />
    </>
  );
}

/** The rules behind a verdict, with the words that made each hold. */
export function Rules({ one, options }: { one: ReportedProcess; options: FormatOptions }) {
  return (
    <>
      {withoutRepeats(one.verdict.rules).map(({ text, source, because }) => (
        <div class="rule">
          <p>
            {forHtml(sentence(text))} <small>({source})</small>
          </p>
          {because.length > 0 && (
            <ul>
              {because.map((ground) => (
                <li>
                  {english.questions[ground.question].title}: {forHtml(ground.text)}{' '}
                  <Where place={ground.place} options={options} />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </>
  );
}

function Question({ assessment, options }: { assessment: ReportedAssessment; options: FormatOptions }) {
  const { number, title, outcome, claimed, points, reasons, voices, heard, remedies } = assessment;
  const { low, high, possible } = points;
  const tenths = (value: number) => String(Math.round(value * 10) / 10);
  const few = heard.filter(({ isShareable }) => !isShareable);
  const rests = [
    ...reasons.map(({ text, isDecisive, place }) => (
      <>
        {isDecisive && <b>{words.decided}: </b>}
        {forHtml(text)} <Where place={place} options={options} isBrief />
      </>
    )),
    ...voices.map(({ by, on, answer, why, counts, evidence, place }) => (
      <span class={counts ? undefined : 'out'}>
        {forHtml(`${by}${on ? `, ${on}` : ''}: ${answer}${why ? `, "${why}"` : ''}`)}
        {!counts && ` (${words.notCounted})`}
        {evidence.length > 0 && ` (${words.evidence}: ${forHtml(list(evidence))})`}{' '}
        <Where place={place} options={options} isBrief />
      </span>
    )),
    ...(few.length > 0 ? [forHtml(words.few(few.map(({ people, by }) => `${people} ${by}`)))] : []),
  ];
  return (
    <tr>
      <th scope="row">
        {number} {title}
      </th>
      <td class={`m ${outcome}`}>
        {MARKS[outcome]} {english.outcomes[outcome]}
        {possible > 0 && <small>{words.points(tenths(low), tenths(high), tenths(possible))}</small>}
        {claimed !== outcome && outcome !== 'not-applicable' && (
          <small>{words.claimed(claimed === null ? null : english.outcomes[claimed])}</small>
        )}
      </td>
      <td>
        <Items items={rests} />
      </td>
      <td>
        <Items items={remedies.map(forHtml)} />
      </td>
    </tr>
  );
}
