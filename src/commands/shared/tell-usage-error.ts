import type { Io } from '../../io.js';
import { forTerminal } from '../../report/view/escape.js';
import { DEFAULT_WIDTH, hang, WIDEST } from '../../report/view/layout.js';
import type { UsageCode, UsageWords } from '../../wording/words/usage.js';
import { withoutCommands } from './ci-log.js';
import type { UsageError } from './usage-error.js';

/**
 * Prints what cannot be used and what to write instead. Wrapped in a terminal only: elsewhere people search for the words.
 *
 * @param more another hint, last
 */
export function tellUsageError<Code extends UsageCode>(
  { code, params, details: { about, toCopy } }: UsageError<Code>,
  io: Io,
  words: UsageWords,
  more?: string,
): void {
  const { isTerminal, columns = DEFAULT_WIDTH } = io.stderr;
  const width = isTerminal ? Math.min(columns, WIDEST) : Number.POSITIVE_INFINITY;
  const { says, hint } = words.errors[code];
  const message = [about, says(params)].filter(Boolean).join(': ');
  const hints = [hint?.(params), toCopy && words.toCopy[toCopy.why], more].filter((text) => text);
  const lines = [
    hang('', forTerminal(message.startsWith('audit ') ? message : `audit: ${message}`), width),
    ...hints.map((text) => hang('  ', forTerminal(text!), width)),
    ...(toCopy ? ['', toCopy.text] : []),
  ];
  io.stderr.write(withoutCommands(`${lines.join('\n')}\n`, io));
}
