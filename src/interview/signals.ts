const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal that Node has taken is told to the listeners within this, or to nobody. */
const MOMENT_MS = 50;

/**
 * Hears the signals that end a session, while it asks and for a moment after. The prompt library listens only while a prompt is
 * shown: a signal that comes in the very moment in which one ends would be told to nobody, and the session would go on.
 */
export class HeardSignals {
  readonly #kill: (signal: NodeJS.Signals) => void;
  #heard: NodeJS.Signals | undefined;
  #prompt: AbortController | undefined;
  #leaving: NodeJS.Timeout | undefined;
  readonly #hear = (signal: NodeJS.Signals) => {
    this.#heard ??= signal;
    this.#prompt?.abort();
  };

  /** @param kill ends the program by a signal, as if nobody had heard it */
  constructor(kill: (signal: NodeJS.Signals) => void = (signal) => process.kill(process.pid, signal)) {
    this.#kill = kill;
  }

  /** Which signal has come since, if one has. */
  get heard(): NodeJS.Signals | undefined {
    return this.#heard;
  }

  /** A prompt begins, and is to end when a signal comes. */
  begin(): AbortSignal {
    clearTimeout(this.#leaving);
    for (const signal of SIGNALS) if (!process.listeners(signal).includes(this.#hear)) process.on(signal, this.#hear);
    this.#prompt = new AbortController();
    return this.#prompt.signal;
  }

  /** The prompt has ended; another may begin. */
  end(): void {
    this.#prompt = undefined;
    this.#leaving = setTimeout(() => this.#leave(), MOMENT_MS).unref();
  }

  /** Nobody asks any more, and a signal that came in the meantime does what it does to a program that does not listen. */
  #leave(): void {
    for (const signal of SIGNALS) process.off(signal, this.#hear);
    if (this.#heard) this.#kill(this.#heard);
    this.#heard = undefined;
  }

  /** Ends the program by the signal that was heard, unless it is Ctrl-C's, which has words of its own. */
  endBySignal(): void {
    if (this.#heard === 'SIGINT') this.#heard = undefined;
    clearTimeout(this.#leaving);
    this.#leave();
  }
}
