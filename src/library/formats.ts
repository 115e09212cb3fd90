import type { FormatOptions as AllOptions } from '../report/formats/format.js';
import { formats as formatsInWords } from '../report/formats/index.js';
import type { FormatName } from '../report/formats/names.js';
import { formatProcess as formatProcessInWords } from '../report/formats/process.js';
import type { Report } from '../report/model.js';
import { english } from '../wording/en/index.js';
import type { Words } from '../wording/words/words.js';

/** How a report is shown; without `words` in English. */
export type FormatOptions = Omit<AllOptions, 'words'> & { readonly words?: Words };

/** Every format, by the name that `--format` knows it by. */
export const formats = Object.fromEntries(
  Object.entries(formatsInWords).map(([name, format]) => [
    name,
    (report: Report, options: FormatOptions) => format(report, { words: english, ...options }),
  ]),
) as Readonly<Record<FormatName, (report: Report, options: FormatOptions) => string>>;

/** One process in full, as `audit show` prints it. */
export function formatProcess(
  salesProcess: Parameters<typeof formatProcessInWords>[0],
  options: Pick<FormatOptions, 'words' | 'width' | 'colour'>,
  findings?: Parameters<typeof formatProcessInWords>[2],
): string {
  return formatProcessInWords(salesProcess, { words: english, ...options }, findings);
}
