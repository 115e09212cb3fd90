import type { Report } from '../../model.js';
import { forHtml } from '../../view/escape.js';
import { groupByRule } from '../../view/findings-by-rule.js';
import type { FormatOptions } from '../format.js';
import { hrefOf, Where } from './parts.js';

/** Beyond this a list says "everywhere"; each is in the report for the terminal and in JSON. */
const MOST_LISTED = 40;

/** What only shows when processes are seen together, and what concerns waivers, rule by rule. */
export function Together({ report, options }: { report: Report; options: FormatOptions }) {
  if (report.findings.length === 0) return null;
  const { words } = options;
  const { together, sections } = words.page;
  const names = new Map(report.processes.map(({ id, name }) => [id, name]));
  return (
    <section aria-labelledby="together" class="reader">
      <h2 id="together">{sections.together}</h2>
      <p>{together.lead}</p>
      {groupByRule(report.findings).map(({ rule, some }) => (
        <details>
          <summary>
            <h3>{words.findings[rule].title}</h3> <small>{some.length}</small>
          </summary>
          <p>
            {words.findings[rule].why} <small>({together.source(words.findings[rule].source)})</small>
          </p>
          <p>{words.findings[rule].todo}</p>
          <ul>
            {some.slice(0, MOST_LISTED).map(({ process: id, text, place }) => (
              <li>
                {names.has(id) ? <a href={hrefOf(id)}>{forHtml(names.get(id)!)}</a> : forHtml(id)}:{' '}
                {forHtml(words.grammar.sentence(text))} <Where place={place} options={options} />
              </li>
            ))}
          </ul>
          {some.length > MOST_LISTED && <p>{together.more(some.length - MOST_LISTED)}</p>}
        </details>
      ))}
    </section>
  );
}
