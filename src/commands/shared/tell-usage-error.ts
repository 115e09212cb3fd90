import type { Io } from '../../io.js';
import { forTerminal } from '../../report/view/escape.js';
import { DEFAULT_WIDTH, hang, WIDEST } from '../../report/view/layout.js';
import { type UsageError, withoutCommands } from './context.js';

/** Says what cannot be used and what to write instead; broken into lines for people, and not for what looks for words. */
export function tellUsageError({ message, hint, toCopy }: UsageError, io: Io): void {
  const { isTerminal, columns = DEFAULT_WIDTH } = io.stderr;
  const width = isTerminal ? Math.min(columns, WIDEST) : Number.POSITIVE_INFINITY;
  const said = message.startsWith('audit ') ? message : `audit: ${message}`;
  const lines = [hang('', forTerminal(said), width)];
  if (hint) lines.push(hang('  ', forTerminal(hint), width));
  if (toCopy) lines.push('', toCopy);
  io.stderr.write(withoutCommands(`${lines.join('\n')}\n`, io));
}
