import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Words } from '../../../wording/words/words.js';
import type { Report } from '../../model.js';
import { forHtml, forLog } from '../../view/escape.js';
import { changedSettings } from '../../view/settings-note.js';
import { shareable } from '../../view/shareable.js';
import type { Format, FormatOptions } from '../format.js';
import { Chart } from './chart.js';
import client from './client.js?raw';
import { Grid } from './grid.js';
import { costOfRetired, Where } from './parts.js';
import { Decision, ForOwners, ForSales } from './readers.js';
import { Stories } from './stories.js';
import style from './style.css?raw';
import { Figures, Owners } from './summary.js';
import { Together } from './together.js';

/**
 * One page that holds everything: no request leaves it (the policy in its head forbids all), it works from the disk,
 * without scripts, on paper and in the dark. Voices of roles of which too few spoke are counted and not shown.
 */
export const html: Format = (full, options) => {
  const report = shareable(full);
  const markup = forLog(shorter(renderToString(<Page report={report} options={options} />)));
  // Put in by functions, because a text may hold what a replacement would take for a pattern ($&).
  const styled = markup.replace('</head>', () => `<style>${style}</style></head>`);
  return `<!doctype html>\n${styled.replace(/<\/body><\/html>$/, () => `<script>${client}</script></body></html>`)}\n`;
};

/**
 * The same markup without end tags and quotation marks that HTML does without (HTML standard, sections 13.1.2.3 and
 * 13.1.2.4): a tenth of a large page. Text holds neither, for its `<` and `"` are escaped.
 */
function shorter(markup: string): string {
  return markup.replace(/<\/(?:li|td|th|tr|dt|dd|option|thead|tbody)>/g, '').replace(/="([\w#.:%-]+)"(?!\/)/g, '=$1');
}

/** Only our own style and script may run, known by their digest; nothing may be fetched, framed or sent. */
const POLICY = [
  "default-src 'none'",
  `style-src '${digest(style)}'`,
  `script-src '${digest(client)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function Page({ report, options }: { report: Report; options: FormatOptions }) {
  const { totals, source, asOf, tool } = report;
  const { words } = options;
  const { page } = words;
  const about = forHtml(words.common.audited(totals.processes, source, asOf));
  return (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${page.title}, ${asOf}`}</title>
      </head>
      <body>
        <a class="skip" href="#grid">
          {page.skip}
        </a>
        <header>
          <h1>{page.title}</h1>
          <p>{[`${about}.`, ...changedSettings(report, words).map(forHtml)].join(' ')}</p>
          <Figures report={report} words={words} />
        </header>
        <nav aria-label={page.navigation}>
          <ul>
            {SECTIONS.filter((id) => id !== 'together' || report.findings.length > 0).map((id) => (
              <li>
                <a href={`#${id}`}>{page.sections[id]}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main>
          <div class="first">
            <Chart report={report} words={words} />
            <Owners report={report} words={words} />
          </div>
          <Decision report={report} options={options} />
          <Grid report={report} words={words} />
          <Together report={report} options={options} />
          <ForOwners report={report} words={words} />
          <ForSales report={report} words={words} />
          <Stories report={report} options={options} />
          <Retired report={report} words={words} />
          <Problems report={report} options={options} />
        </main>
        <footer>
          <p>{page.footer(tool.name, tool.version)}</p>
        </footer>
      </body>
    </html>
  );
}

const SECTIONS = ['decision', 'grid', 'together', 'owners', 'sales', 'stories'] as const;

function Listed({ id, words, children }: { id: 'retired' | 'problems'; words: Words; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.page.sections[id]}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Retired({ report, words }: { report: Report; words: Words }) {
  if (report.retired.length === 0) return null;
  return (
    <Listed id="retired" words={words}>
      {report.retired.map((one) => (
        <li>{forHtml(costOfRetired(one, words))}</li>
      ))}
    </Listed>
  );
}

function Problems({ report, options }: { report: Report; options: FormatOptions }) {
  if (report.problems.length === 0) return null;
  return (
    <Listed id="problems" words={options.words}>
      {report.problems.map(({ place, message, hint }) => (
        <li>
          <Where place={place} options={options} /> {forHtml(message)}
          {hint && ` (${forHtml(hint)})`}
        </li>
      ))}
    </Listed>
  );
}
