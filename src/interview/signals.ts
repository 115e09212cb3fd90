const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Node passes a signal on to the listeners within this time, or not at all. */
const MOMENT_MS = 50;

/**
 * Listens for the signals that end a session, while a prompt is shown and for a moment after. The prompt library listens only while a
 * prompt is shown: a signal that arrives just as one ends would be lost, and the session would go on.
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

  /** @param kill ends the program with a signal, as if nobody had listened for it */
  constructor(kill: (signal: NodeJS.Signals) => void = (signal) => process.kill(process.pid, signal)) {
    this.#kill = kill;
  }

  /** The signal that arrived while listening, if any. */
  get heard(): NodeJS.Signals | undefined {
    return this.#heard;
  }

  /** Called when a prompt begins; the returned signal aborts it. */
  begin(): AbortSignal {
    clearTimeout(this.#leaving);
    for (const signal of SIGNALS) if (!process.listeners(signal).includes(this.#hear)) process.on(signal, this.#hear);
    this.#prompt = new AbortController();
    return this.#prompt.signal;
  }

  /** Called when a prompt has ended; another may follow. */
  end(): void {
    this.#prompt = undefined;
    this.#leaving = setTimeout(() => this.#leave(), MOMENT_MS).unref();
  }

  /** Stops listening; a signal that arrived in the meantime then has its usual effect. */
  #leave(): void {
    for (const signal of SIGNALS) process.off(signal, this.#hear);
    if (this.#heard) this.#kill(this.#heard);
    this.#heard = undefined;
  }

  /** Ends the program with the signal that arrived, except for Ctrl-C, after which the session says goodbye. */
  endBySignal(): void {
    if (this.#heard === 'SIGINT') this.#heard = undefined;
    clearTimeout(this.#leaving);
    this.#leave();
  }
}
