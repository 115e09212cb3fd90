import { compareText } from '../../../places/places.js';
import { sentence } from '../../../wording/en/grammar.js';
import { english } from '../../../wording/en/index.js';
import type { Report, ReportedProcess } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { byHours, byVerdict } from '../../view/order.js';
import { talkOf } from '../../view/sales-feedback.js';
import { groupByWhom } from '../../view/whom-to-ask.js';
import type { FormatOptions } from '../format.js';
import { costText, hrefOf, Items, pricedHours, scoreText, VerdictMark, Where } from './parts.js';
import { Rules } from './stories.js';

const { page } = english;

function NameLink({ one }: { one: ReportedProcess }) {
  return <a href={hrefOf(one.id)}>{forHtml(one.name)}</a>;
}

/** For who decides: what to take away, the costliest first, each with the rule and the words. */
export function Decision({ report, options }: { report: Report; options: FormatOptions }) {
  const eliminated = report.processes.filter(({ verdict }) => verdict.name === 'eliminate').sort(byHours);
  const undecided = report.processes.filter(({ verdict }) => verdict.name === 'undecided').sort(byHours);
  const given = pricedHours(report.totals.givenBackByEliminating.hours, report);
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
                {one.burden.hours ? forHtml(pricedHours(one.burden.hours, report)) : page.unstatedCost},{' '}
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
                <NameLink one={one} /> <small>{costText(one)}</small>:{' '}
                {forHtml(
                  groupByWhom(one.verdict)
                    .map(({ whom, questions }) => english.interview.ask(whom, questions))
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
export function ForOwners({ report }: { report: Report }) {
  const groups = new Map<string, ReportedProcess[]>();
  for (const one of report.processes) {
    const owner = one.owner ?? page.owners.nobody;
    groups.set(owner, [...(groups.get(owner) ?? []), one]);
  }
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
                  <NameLink one={one} /> <VerdictMark one={one} />{' '}
                  <small>{page.verdict(costText(one), scoreText(one))}</small>
                </h4>
                <Supply one={one} />
              </div>
            ))}
          </details>
        ))}
    </section>
  );
}

function Supply({ one: { verdict } }: { one: ReportedProcess }) {
  if (verdict.name === 'eliminate') return <p>{page.owner.eliminate}</p>;
  if (verdict.name === 'keep' && verdict.conditions.length === 0) return <p>{page.owner.nothing}</p>;
  const open = groupByWhom(verdict).map(({ whom, questions }) => forHtml(english.interview.ask(whom, questions)));
  const conditions = verdict.conditions.map(({ question, text }) =>
    forHtml(`${english.questions[question].title}: ${text}`),
  );
  return <Items items={[...open, ...conditions]} />;
}

/** For those who do the work: what was asked of them, why, who uses it, and what came of their answers. */
export function ForSales({ report }: { report: Report }) {
  const words = page.sales;
  const rows = (one: ReportedProcess): readonly (readonly [string, readonly string[]])[] => {
    const talk = talkOf(one, report.settings);
    return [
      [words.asked, talk.asked],
      [words.why, [talk.why]],
      [words.uses, talk.uses],
      [words.back, talk.back],
      [words.said, talk.said],
      [words.came, talk.came],
    ];
  };
  return (
    <section aria-labelledby="sales" class="reader talk">
      <h2 id="sales">{page.sections.sales}</h2>
      <p>{words.lead}</p>
      {[...report.processes].sort(byVerdict).map((one) => (
        <details>
          <summary>
            <h3>{forHtml(one.name)}</h3> <VerdictMark one={one} />
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
