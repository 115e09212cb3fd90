import { sentence } from '../../../wording/en/grammar.js';
import { english } from '../../../wording/en/index.js';
import type { Report } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { groupByRule } from '../../view/findings-by-rule.js';
import type { FormatOptions } from '../format.js';
import { hrefOf, Where } from './parts.js';

const words = english.page.together;

/** Beyond this a list says "everywhere"; each is in the report for the terminal and in JSON. */
const MOST_LISTED = 40;

/** What only shows when processes are seen together, and what concerns waivers, rule by rule. */
export function Together({ report, options }: { report: Report; options: FormatOptions }) {
  if (report.findings.length === 0) return null;
  const names = new Map(report.processes.map(({ id, name }) => [id, name]));
  return (
    <section aria-labelledby="together" class="reader">
      <h2 id="together">{english.page.sections.together}</h2>
      <p>{words.lead}</p>
      {groupByRule(report.findings).map(({ rule, some }) => (
        <details>
          <summary>
            <h3>{english.findings[rule].title}</h3> <small>{some.length}</small>
          </summary>
          <p>
            {english.findings[rule].why} <small>(article, {english.findings[rule].source})</small>
          </p>
          <p>{english.findings[rule].todo}</p>
          <ul>
            {some.slice(0, MOST_LISTED).map(({ process: id, text, place }) => (
              <li>
                {names.has(id) ? <a href={hrefOf(id)}>{forHtml(names.get(id)!)}</a> : forHtml(id)}:{' '}
                {forHtml(sentence(text))} <Where place={place} options={options} />
              </li>
            ))}
          </ul>
          {some.length > MOST_LISTED && <p>{words.more(some.length - MOST_LISTED)}</p>}
        </details>
      ))}
    </section>
  );
}
