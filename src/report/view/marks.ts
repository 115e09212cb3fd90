import type { ChalkInstance } from 'chalk';
import type { Outcome } from '../../judging/assess.js';
import type { VerdictName } from '../../judging/verdict.js';

/** Each outcome has a shape of its own, so that colour never carries meaning alone. */
export const MARKS: Readonly<Record<Outcome, string>> = {
  yes: '✓',
  partly: '~',
  no: '✗',
  unknown: '?',
  'not-applicable': '-',
  failed: '!',
};

const COLOURS = {
  yes: 'green',
  partly: 'yellow',
  no: 'red',
  unknown: 'cyan',
  'not-applicable': 'gray',
  failed: 'magenta',
} as const satisfies Record<Outcome, keyof ChalkInstance>;

const VERDICT_COLOURS = {
  keep: 'green',
  undecided: 'cyan',
  eliminate: 'red',
} as const satisfies Record<VerdictName, keyof ChalkInstance>;

export function mark(outcome: Outcome, chalk: ChalkInstance): string {
  return chalk.level === 0 ? MARKS[outcome] : chalk[COLOURS[outcome]](MARKS[outcome]);
}

export function inVerdictColour(verdict: VerdictName, text: string, chalk: ChalkInstance): string {
  return chalk[VERDICT_COLOURS[verdict]](text);
}
