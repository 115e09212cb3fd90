import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const bin = fileURLToPath(new URL('../../bin/audit.js', import.meta.url));

/** Whether this machine has `script`, which gives a program a pseudo-terminal. */
export const hasTerminal = spawnSync('script', ['--version']).status === 0;

/** A real pseudo-terminal of 80 columns and 24 rows with the built tool in it, driven by keys. */
export class Terminal {
  readonly #child: ChildProcess;
  readonly #exit: Promise<number>;
  #output = '';
  #from = 0;

  /** @param isInShell whether a shell that people sit at starts it, with Ctrl-Z and `fg`, and stays */
  constructor(argv: readonly string[], cwd: string, isInShell = false) {
    const quoted = [process.execPath, bin, ...argv].join(' ');
    // The shell tells its process id and becomes the tool; `script -e` ends with the tool's own exit code.
    const command = isInShell ? 'bash --norc -i' : `bash -c "stty cols 80 rows 24; echo PID \\$\\$; exec ${quoted}"`;
    this.#child = spawn('script', ['-qfec', command, '/dev/null'], {
      cwd,
      env: { ...process.env, CI: '', TERM: 'xterm', SHELL: '/bin/bash' },
    });
    this.#exit = new Promise((resolve) => this.#child.on('close', (code) => resolve(code ?? -1)));
    this.#child.stdout!.on('data', (data: Buffer) => {
      this.#output += data.toString();
    });
    if (isInShell) this.press(`stty cols 80 rows 24; ${quoted}\r`);
  }

  /** All that was printed, without the sequences that move the cursor. */
  get text(): string {
    return stripVTControlCharacters(this.#output);
  }

  /** Waits until the text appears after what was waited for before. */
  async waitFor(text: string, milliseconds = 8_000): Promise<void> {
    const until = Date.now() + milliseconds;
    for (;;) {
      const at = this.text.indexOf(text, this.#from);
      if (at >= 0) {
        this.#from = at + text.length;
        return;
      }
      if (Date.now() > until) throw new Error(`"${text}" did not appear; the screen said:\n${this.text.slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  press(keys: string): void {
    this.#child.stdin!.write(keys);
  }

  /** Sends a signal to the tool itself. */
  async signal(name: NodeJS.Signals): Promise<void> {
    const pid = Number(/PID (\d+)/.exec(this.text)?.[1]);
    process.kill(pid, name);
    await this.ended();
  }

  /** The exit code, once the tool has ended. */
  ended(): Promise<number> {
    return this.#exit;
  }

  close(): void {
    this.#child.kill('SIGKILL');
  }
}
