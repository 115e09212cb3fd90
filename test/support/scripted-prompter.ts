import { Interrupted, type Pressed, type Prompter } from '../../src/interview/prompter.js';

/** A person who follows a script: each entry answers the next prompt; after the last one they press Ctrl-C. */
export function scriptedPrompter(
  script: readonly (string | boolean | (() => string))[],
): Prompter & { readonly seen: string[] } {
  const left = [...script];
  const seen: string[] = [];
  const next = (message: string) => {
    seen.push(message);
    const entry = left.shift();
    if (entry === undefined) throw new Interrupted();
    return typeof entry === 'function' ? entry() : entry;
  };
  return {
    seen,
    press: async ({ message, lines, keys }) => {
      const pressed = next([message, ...lines].join('\n')) as Pressed;
      if (!keys.includes(pressed)) throw new Error(`"${pressed}" is no key here: ${message}`);
      return pressed;
    },
    line: async ({ message, check, default: given }) => {
      for (;;) {
        const text = next(message) as string;
        const line = text === '' && given !== undefined ? given : text;
        const verdict = check?.(line) ?? true;
        if (verdict === true) return line;
        seen.push(`! ${verdict}`);
      }
    },
    choose: async ({ message, choices }) => {
      const wanted = next(message) as string;
      if (!choices.some(({ value }) => value === wanted))
        throw new Error(`"${wanted}" is no choice: ${choices.map(({ value }) => value)}`);
      return wanted;
    },
    confirm: async ({ message }) => next(message) as boolean,
  };
}
