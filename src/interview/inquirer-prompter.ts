import { isatty } from 'node:tty';
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  makeTheme,
  useEffect,
  useKeypress,
  usePrefix,
  useRef,
  useState,
} from '@inquirer/core';
import inquirer from 'inquirer';
import type { InterviewWords } from '../wording/words/interview.js';
import { ANSWER_KEYS, Interrupted, type LineQuestion, type Pressed, type Prompter } from './prompter.js';
import { HeardSignals } from './signals.js';

/** The only module that imports the prompt library; it is loaded only for a session. */

interface PressConfig {
  readonly words: InterviewWords;
  readonly message: string;
  readonly lines: readonly string[];
  readonly keys: readonly Pressed[];
}

const KEY_OF = Object.fromEntries(Object.entries(ANSWER_KEYS).map(([key, pressed]) => [pressed, key])) as Record<
  Pressed,
  string
>;

/** A question that is answered with one key, or with the arrow keys and Enter. */
export const pressPrompt: ReturnType<typeof createPrompt<Pressed, PressConfig>> = createPrompt<Pressed, PressConfig>(
  ({ words, message, lines, keys }, done) => {
    const theme = makeTheme();
    const [status, setStatus] = useState<'idle' | 'done'>('idle');
    const [active, setActive] = useState<number | undefined>(undefined);
    const [chosen, setChosen] = useState<Pressed | undefined>(undefined);
    const [wrong, setWrong] = useState('');
    const prefix = usePrefix({ status, theme });

    useKeypress((event, readline) => {
      // Ctrl-N and Alt-N do not count as n.
      const { ctrl, meta } = event as { ctrl?: boolean; meta?: boolean };
      const typed = ctrl || meta ? '' : readline.line.slice(-1).toLowerCase() || event.name;
      readline.clearLine(0);
      if (isUpKey(event) || isDownKey(event)) {
        const step = isDownKey(event) ? 1 : -1;
        const from = active ?? (step > 0 ? -1 : keys.length);
        setActive(Math.min(keys.length - 1, Math.max(0, from + step)));
        return;
      }
      const pressed = isEnterKey(event) ? keys[active ?? -1] : keys.find((key) => KEY_OF[key] === typed);
      if (!pressed) {
        setWrong(words.pressOneOf(keys.map((key) => KEY_OF[key])));
        return;
      }
      setChosen(pressed);
      setStatus('done');
      done(pressed);
    });

    const shown = theme.style.message(message, status);
    if (chosen) return `${prefix} ${shown} ${theme.style.answer(words.keys[chosen])}`;
    const choices = keys.map((key, index) => {
      const text = `${KEY_OF[key]}  ${words.keys[key]}`;
      return index === active ? theme.style.highlight(`> ${text}`) : `  ${text}`;
    });
    return [
      [`${prefix} ${shown}`, ...lines.map((line) => `  ${line}`)].join('\n'),
      [...choices, wrong].filter(Boolean).join('\n'),
    ];
  },
);

interface LineConfig extends LineQuestion {
  readonly words: InterviewWords;
}

/** In characters; longer text belongs in a document. */
export const LONGEST_LINE = 4000;

/**
 * One line of text. Pasted text arrives key by key and is shown once it is complete: the library's own prompt reprints the whole line
 * at every key and took a minute for 20 kilobytes. Line breaks in it become spaces, because the lines after the first would be lost, or
 * would answer the questions that follow.
 */
export const linePrompt: ReturnType<typeof createPrompt<string, LineConfig>> = createPrompt<string, LineConfig>(
  ({ words, message, check }, done) => {
    const theme = makeTheme();
    const [status, setStatus] = useState<'idle' | 'done'>('idle');
    const [shown, setShown] = useState('');
    const [wrong, setWrong] = useState('');
    const prefix = usePrefix({ status, theme });
    /** `before`: the lines that are complete; `line`: what readline holds after them, with the cursor `at`. */
    const typed = useRef({ before: '', line: '', at: 0, isEnded: false, isCut: false, isFull: false });
    const waiting = useRef<NodeJS.Immediate | undefined>(undefined);

    useKeypress((event, held) => {
      const readline = held as typeof held & Line;
      const now = typed.current;
      const { sequence = '' } = event as { sequence?: string };
      if (isEnterKey(event)) {
        now.before += now.line;
        now.line = '';
        now.isEnded = true;
      } else if (isLineEnd(sequence)) {
        // Some versions of Node end the line here, others keep the character.
        if (!now.isFull) now.before += `${now.line} `;
        now.line = '';
        readline.clearLine(0);
      } else {
        if (now.isEnded && !now.isFull) now.before += ' ';
        now.isEnded = false;
        if (isAtEndInstead(sequence, now, readline)) readline.line = withInserted(sequence, now);
        now.line = readline.line;
      }
      now.at = readline.cursor;
      if (!now.isFull && now.before.length + now.line.length > LONGEST_LINE) {
        now.before = cutShort(now.before + now.line);
        now.isCut = true;
        now.isFull = true;
      }
      if (now.isFull) {
        now.line = '';
        readline.clearLine(0);
      }
      // Runs after all the keys of a paste.
      waiting.current ??= setImmediate(() => take(readline));
    });
    // Ctrl-C may be among those keys, and writing to a closed line would open the input again.
    useEffect(() => () => clearImmediate(waiting.current), []);

    function take(readline: Line): void {
      waiting.current = undefined;
      const now = typed.current;
      const text = now.before + now.line;
      const refused = now.isCut ? words.tooLong(LONGEST_LINE) : now.isEnded && (check?.(text) ?? true);
      if (refused === true) {
        setShown(text);
        setStatus('done');
        done(text);
        return;
      }
      if (now.before !== '') {
        readline.clearLine(0);
        readline.write(text);
      }
      const isCut = now.isCut && !now.isEnded;
      typed.current = { before: '', line: text, at: readline.cursor, isEnded: false, isCut, isFull: false };
      setShown(text);
      setWrong(refused === false ? '' : refused);
    }

    const text = status === 'done' ? theme.style.answer(shown) : shown;
    return [`${prefix} ${theme.style.message(message, status)} ${text}`, wrong && theme.style.error(wrong)];
  },
);

/** The part of readline that is used here. */
interface Line {
  line: string;
  readonly cursor: number;
  clearLine(direction: 0): void;
  write(text: string): void;
}

/** Some editors and web pages separate lines with these. */
function isLineEnd(text: string): boolean {
  return text === '\u2028' || text === '\u2029';
}

interface Before {
  readonly line: string;
  readonly at: number;
}

/** Node 20 puts all but the last character of a paste at the end of the line, wherever the cursor is. */
function isAtEndInstead(text: string, { line, at }: Before, now: Line): boolean {
  return at < line.length && now.line === line + text;
}

function withInserted(text: string, { line, at }: Before): string {
  return line.slice(0, at) + text + line.slice(at);
}

/** Cuts a text to the longest line, but never in the middle of a character. */
function cutShort(text: string): string {
  return text.slice(0, LONGEST_LINE).replace(/[\uD800-\uDBFF]$/, '');
}

/** Prompts on the real terminal. Ctrl-C rejects with `Interrupted`. */
export function inquirerPrompter(words: InterviewWords): Prompter {
  return {
    press: (question) => interruptible((context) => pressPrompt({ ...question, words }, context)),
    line: (question) => {
      const { message, default: given, check } = question;
      if (!given) return interruptible((context) => linePrompt({ ...question, words }, context));
      return ask<string>({ type: 'input', message, default: given, ...(check && { validate: check }) });
    },
    choose: ({ message, choices }) =>
      ask<string>({ type: 'select', message, choices: [...choices], pageSize: 12, loop: false }),
    confirm: ({ message, default: given }) => ask<boolean>({ type: 'confirm', message, default: given }),
  };
}

async function ask<T>(question: object): Promise<T> {
  const answers: unknown = await interruptible((context) =>
    inquirer.createPromptModule(context)([{ ...question, name: 'answer' }] as never),
  );
  return (answers as { answer: T }).answer;
}

/**
 * Asks, and turns Ctrl-C into `Interrupted`. A terminal passes Ctrl-C on as a key; other programs and the Windows console send a signal.
 * Other signals end the program.
 */
export async function interruptible<T>(
  ask: (context: { readonly signal: AbortSignal }) => Promise<T>,
  signals = heardSignals,
): Promise<T> {
  const { stdin, stdout } = process;
  // Must run before the library's own listeners, which fail once the terminal is gone.
  stdin.prependListener('end', endWithTerminal).prependListener('error', endWithTerminal);
  stdout.prependListener('error', endWithTerminal);
  process.on('SIGCONT', goOn);
  const signal = signals.begin();
  try {
    if (signals.heard) throw new Interrupted();
    return await ask({ signal });
  } catch (error) {
    // Ctrl-C, or Ctrl-D on an empty line.
    if (!isInterruption(error)) throw error;
    signals.endBySignal();
    throw new Interrupted();
  } finally {
    stdin.removeListener('end', endWithTerminal).removeListener('error', endWithTerminal);
    stdout.removeListener('error', endWithTerminal);
    process.removeListener('SIGCONT', goOn);
    signals.end();
  }
}

function isInterruption(error: unknown): boolean {
  if (error instanceof Interrupted) return true;
  return error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
}

const heardSignals = new HeardSignals();

/**
 * Ends the program as SIGHUP would, which arrives a moment after the terminal was closed. Node must not exit by itself then: it would
 * try to reset the terminal, and crash.
 */
function endWithTerminal(): void {
  if (isatty(0)) return;
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
  // nohup ignores SIGHUP, but there is still nobody to answer.
  process.kill(process.pid, 'SIGKILL');
}

/** After Ctrl-Z and fg, Node leaves the input paused; with nothing to wait for, the session would end. */
function goOn(): void {
  setImmediate(() => process.stdin.resume());
}
