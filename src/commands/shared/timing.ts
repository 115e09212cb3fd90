import type { Io } from '../../io.js';

/** How long each step of a run takes: for developers, in English whatever the language of the report. */
export interface Timing {
  /** Says that a step is over. */
  step(done: string): void;
  /** Where it is wanted, says on stderr what was found, and how long it took. */
  tell(found: string): void;
}

export function timingOf({ timing }: { readonly timing?: boolean }, io: Io): Timing {
  const begun = performance.now();
  let last = begun;
  const steps: string[] = [];
  return {
    step: (done) => {
      const now = performance.now();
      steps.push(`${done} ${Math.round(now - last)}`);
      last = now;
    },
    tell: (found) => {
      if (!timing) return;
      io.stderr.write(`timing: ${found}\n`);
      io.stderr.write(`timing: ${steps.join(', ')}; ${Math.round(performance.now() - begun)} ms in all\n`);
    },
  };
}
