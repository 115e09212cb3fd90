import { compareText } from '../../../places/places.js';
import { groupBy } from '../../../util/group-by.js';
import type { Words } from '../../../wording/words/words.js';
import type { Report, ReportedProcess } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { byHours, byVerdict } from '../../view/order.js';
import { talkOf } from '../../view/sales-feedback.js';
import { groupByWhom } from '../../view/whom-to-ask.js';
import type { FormatOptions } from '../format.js';
import { costText, hrefOf, Items, pricedHours, scoreText, VerdictMark, Where } from './parts.js';
import { Rules } from './stories.js';

function NameLink({ one }: { one: ReportedProcess }) {
  return <a href={hrefOf(one.id)}>{forHtml(one.name)}</a>;
}

/** For who decides: what to take away, the costliest first, each with the rule and the words. */
export function Decision({ report, options }: { report: Report; options: FormatOptions }) {
  const { words } = options;
  const { page, common } = words;
  const eliminated = report.processes.filter(({ verdict }) => verdict.name === 'eliminate').sort(byHours);
  const undecided = report.processes.filter(({ verdict }) => verdict.name === 'undecided').sort(byHours);
  const given = pricedHours(report.totals.givenBackByEliminating.hours, report, words);
  return (
    <section aria-labelledby="decision" class="reader">
      <h2 id="decision">{page.sections.decision}</h2>
      <p>{page.decision.lead(eliminated.length, forHtml(given))}</p>
      <ol class="ranked">
        {eliminated.map((one) => (
          <li>
            <h3>
              <NameLink one={one} />{' '}
              <small>
                {one.burden.hours ? forHtml(pricedHours(one.burden.hours, report, words)) : common.unstatedCost},{' '}
                {forHtml(one.owner ?? page.owners.nobody)}
                {one.gate.standing === 'waived' && `, ${page.decision.waived}`}
              </small>
            </h3>
            <Rules one={one} options={options} />
            <ToDo id={one.id} report={report} options={options} />
          </li>
        ))}
      </ol>
      {undecided.length > 0 && (
        <>
          <h3>{page.decision.undecidedLead}</h3>
          <Items
            items={undecided.map((one) => (
              <>
                <NameLink one={one} /> <small>{costText(one, words)}</small>:{' '}
                {forHtml(
                  groupByWhom(one.verdict)
                    .map(({ whom, questions }) => words.interview.ask(whom, questions))
                    .join('; '),
                )}
              </>
            ))}
          />
        </>
      )}
    </section>
  );
}

/** So much is told of what hangs on a process; `audit plan` tells all. */
const MOST_DEPENDS = 2;

/** The step of the plan: what to do, and what to look after. */
function ToDo({ id, report, options }: { id: string; report: Report; options: FormatOptions }) {
  const step = report.plan.steps.find(({ process }) => process === id);
  if (!step) return null;
  const { depends, mend } = step;
  const { sentence } = options.words.grammar;
  const lines = [
    ...[...depends, ...mend].slice(0, MOST_DEPENDS).map(({ text, place }) => (
      <>
        {forHtml(sentence(text))} <Where place={place} options={options} />
      </>
    )),
  ];
  // That it has to go is what the list is about.
  if (step.action === 'remove' && lines.length === 0) return null;
  return (
    <>
      <p>{forHtml(sentence(step.text))}</p>
      <Items items={lines} />
    </>
  );
}

/** For each department: its processes, their conditions, and what to supply. */
export function ForOwners({ report, words }: { report: Report; words: Words }) {
  const { page } = words;
  const groups = groupBy(report.processes, ({ owner }) => owner ?? page.owners.nobody);
  return (
    <section aria-labelledby="owners" class="reader">
      <h2 id="owners">{page.sections.owners}</h2>
      <p>{page.owner.lead}</p>
      {[...groups]
        .sort(([a], [b]) => compareText(a, b))
        .map(([owner, some]) => (
          <details>
            <summary>
              <h3>{forHtml(owner)}</h3> <small>{some.length}</small>
            </summary>
            {some.sort(byVerdict).map((one) => (
              <div class="own">
                <h4>
                  <NameLink one={one} /> <VerdictMark one={one} words={words} />{' '}
                  <small>{page.verdict(costText(one, words), scoreText(one, words))}</small>
                </h4>
                <Supply one={one} words={words} />
              </div>
            ))}
          </details>
        ))}
    </section>
  );
}

function Supply({ one: { verdict }, words }: { one: ReportedProcess; words: Words }) {
  const { page } = words;
  if (verdict.name === 'eliminate') return <p>{page.owner.eliminate}</p>;
  if (verdict.name === 'keep' && verdict.conditions.length === 0) return <p>{page.owner.nothing}</p>;
  const open = groupByWhom(verdict).map(({ whom, questions }) => forHtml(words.interview.ask(whom, questions)));
  const conditions = verdict.conditions.map(({ question, text }) =>
    forHtml(`${words.questions[question].title}: ${text}`),
  );
  return <Items items={[...open, ...conditions]} />;
}

/** For those who do the work: what was asked of them, why, who uses it, and what came of their answers. */
export function ForSales({ report, words }: { report: Report; words: Words }) {
  const { sales, sections } = words.page;
  const rows = (one: ReportedProcess): readonly (readonly [string, readonly string[]])[] => {
    const talk = talkOf(one, report.settings, words);
    return [
      [sales.asked, talk.asked],
      [sales.why, [talk.why]],
      [sales.uses, talk.uses],
      [sales.back, talk.back],
      [sales.said, talk.said],
      [sales.came, talk.came],
    ];
  };
  return (
    <section aria-labelledby="sales" class="reader talk">
      <h2 id="sales">{sections.sales}</h2>
      <p>{sales.lead}</p>
      {[...report.processes].sort(byVerdict).map((one) => (
        <details>
          <summary>
            <h3>{forHtml(one.name)}</h3> <VerdictMark one={one} words={words} />
          </summary>
          <dl>
            {rows(one).map(([title, lines]) => (
              <>
                <dt>{title}</dt>
                <dd>{lines.length === 1 ? forHtml(lines[0]!) : <Items items={lines.map(forHtml)} />}</dd>
              </>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}
