import type { Format } from './format.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import type { FormatName } from './names.js';
import { sarif } from './sarif.js';
import { terminal } from './terminal.js';

/** Every format, by the name that `--format` knows it by. */
export const formats = { terminal, json, markdown, github, sarif, junit, gitlab } as const satisfies Record<
  FormatName,
  Format
>;
