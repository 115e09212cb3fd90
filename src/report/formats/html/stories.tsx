import type { Words } from '../../../wording/words/words.js';
import type { Report, ReportedAssessment, ReportedProcess } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { MARKS } from '../../view/marks.js';
import { withoutRepeats } from '../../view/rules-without-repeats.js';
import { lookOf, verdictTitle } from '../../view/verdict-title.js';
import { groupByWhom } from '../../view/whom-to-ask.js';
import type { FormatOptions } from '../format.js';
import { anchorOf, Items, scoreText, Where } from './parts.js';

/** Each process in full: rules, conditions, and for each question what it came to and what that rests on. */
export function Stories({ report, options }: { report: Report; options: FormatOptions }) {
  const { page } = options.words;
  return (
    <section aria-labelledby="stories">
      <h2 id="stories">{page.sections.stories}</h2>
      <p class="hint">{page.story.hint(report.settings.minVoices)}</p>
      {report.processes.map((one) => (
        <Story one={one} options={options} />
      ))}
    </section>
  );
}

function Story({ one, options }: { one: ReportedProcess; options: FormatOptions }) {
  const { words } = options;
  const { story, verdict, owners } = words.page;
  const { id, name, summary, burden, owner, kind, status, mandate, waiver, place } = one;
  return (
    <details class="story" id={anchorOf(id)}>
      <summary>
        <b>{forHtml(name)}</b>{' '}
        <span class={`v ${lookOf(one)}`}>{verdict(verdictTitle(one, words), scoreText(one, words))}</span>
      </summary>
      {summary && <p>{forHtml(summary)}</p>}
      <dl>
        <dt>{story.hours}</dt>
        <dd>{forHtml(burden.text)}</dd>
        <dt>{story.owner}</dt>
        <dd>{forHtml(owner ?? owners.nobody)}</dd>
        <dt>{story.kind}</dt>
        <dd>{status === 'active' ? kind : `${kind}, ${status}`}</dd>
        {mandate && (
          <>
            <dt>{mandate.isValid ? story.duty : story.expiredDuty}</dt>
            <dd>{forHtml(mandate.text)}</dd>
          </>
        )}
        {waiver && (
          <>
            <dt>{story.waiver}</dt>
            <dd>{forHtml(words.common.waiver(words.gate.waiver(waiver), waiver.approvedBy, waiver.reason))}</dd>
          </>
        )}
        <dt>{story.file}</dt>
        <dd>
          <Where place={place} options={options} />
        </dd>
      </dl>
      <Verdict one={one} words={words} />
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

function Verdict({ one, words }: { one: ReportedProcess; words: Words }) {
  const { verdict } = one;
  const { story } = words.page;
  const { sentence } = words.grammar;
  const asks = groupByWhom(verdict).map(({ whom, questions }) => forHtml(words.interview.ask(whom, questions)));
  return (
    <>
      {verdict.isKeptByMandate && <p>{story.byDuty}</p>}
      {verdict.rules.length > 0 && (
        <>
          <h3>{story.rules}</h3>
          {verdict.name === 'undecided' && <p>{story.atWorst}</p>}
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
  const { words } = options;
  const { sentence } = words.grammar;
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
                  {words.questions[ground.question].title}: {forHtml(ground.text)}{' '}
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
  const { words } = options;
  const { story } = words.page;
  const { number, title, outcome, claimed, points, reasons, voices, heard, remedies } = assessment;
  const { low, high, possible } = points;
  const tenths = (value: number) => String(Math.round(value * 10) / 10);
  const few = heard.filter(({ isShareable }) => !isShareable);
  const rests = [
    ...reasons.map(({ text, isDecisive, place }) => (
      <>
        {isDecisive && <b>{story.decided}: </b>}
        {forHtml(text)} <Where place={place} options={options} isBrief />
      </>
    )),
    ...voices.map(({ by, on, answer, why, counts, evidence, place }) => (
      <span class={counts ? undefined : 'out'}>
        {forHtml(words.common.said({ by, on, answer: words.outcomes[answer], why }))}
        {!counts && ` (${story.notCounted})`}
        {evidence.length > 0 && ` (${story.evidence}: ${forHtml(words.grammar.list(evidence))})`}{' '}
        <Where place={place} options={options} isBrief />
      </span>
    )),
    ...(few.length > 0 ? [forHtml(story.few(few.map(({ people, by }) => `${people} ${by}`)))] : []),
  ];
  return (
    <tr>
      <th scope="row">
        {number} {title}
      </th>
      <td class={`m ${outcome}`}>
        {MARKS[outcome]} {words.outcomes[outcome]}
        {possible > 0 && <small>{story.points(tenths(low), tenths(high), tenths(possible))}</small>}
        {claimed !== outcome && outcome !== 'not-applicable' && (
          <small>{story.claimed(claimed === null ? null : words.outcomes[claimed])}</small>
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
