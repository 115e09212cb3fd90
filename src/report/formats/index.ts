import { azure } from './azure.js';
import type { Format } from './format.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { html } from './html/html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import type { FormatName } from './names.js';
import { sarif } from './sarif.js';
import { talkSheet } from './talk-sheet.js';
import { checkView } from './terminal/check.js';
import { terminal } from './terminal/report.js';

/** Every format, by the name that `--format` knows it by. */
export const formats = {
  // What a check shows is about what fails, and what a report shows about everything.
  terminal: (report, options) => (report.gate.isEnforced ? checkView : terminal)(report, options),
  json,
  html,
  markdown,
  'talk-sheet': talkSheet,
  github,
  sarif,
  junit,
  gitlab,
  azure,
} as const satisfies Record<FormatName, Format>;
