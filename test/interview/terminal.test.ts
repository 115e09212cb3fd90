import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../support/fake-io.js';
import { hasTerminal, Terminal } from '../support/terminal.js';

const REPORT = 'name: Weekly report # kept\nowner: finance\neffort: { minutes: 30, every: week, people: 8 }\n';
const ARGV = ['ask', '--role', 'sales', '--who', 'r1', '--as-of', '2026-07-01'];
const KEYS = { enter: '\r', ctrlC: '\u0003', ctrlZ: '\u001a' };

let terminal: Terminal | undefined;
afterEach(() => terminal?.close());

function open(cwd: string, argv: readonly string[] = ARGV): Terminal {
  terminal = new Terminal(argv, cwd);
  return terminal;
}

function answered(cwd: string): string[] {
  const { answers = {} } = parse(readFileSync(join(cwd, 'processes/report.yaml'), 'utf8')) as { answers?: object };
  return Object.keys(answers);
}

describe.skipIf(!hasTerminal)('in a real terminal of 80 × 24', () => {
  test('a session can be held with the keyboard alone', async () => {
    const cwd = folderWith({ 'processes/report.yaml': REPORT });
    const screen = open(cwd, ['ask', '--as-of', '2026-07-01']);
    await screen.waitFor('Who is speaking?');
    screen.press(KEYS.enter);
    await screen.waitFor('A pseudonym');
    screen.press(`r1${KEYS.enter}`);
    await screen.waitFor('process 1 of 1, question 1 of 6, about 3 minutes left');
    await screen.waitFor('q  stop here');
    screen.press('n');
    await screen.waitFor('Why?');
    screen.press(`Никто не читает${KEYS.enter}`);
    await screen.waitFor('Evidence');
    screen.press(KEYS.enter);
    await screen.waitFor('question 2 of 6');
    await screen.waitFor('q  stop here');
    screen.press('b');
    await screen.waitFor('question 1 of 6');
    await screen.waitFor('q  stop here');
    screen.press('q');
    await screen.waitFor('1 answer saved.');
    expect(await screen.ended()).toBe(0);
    const text = readFileSync(join(cwd, 'processes/report.yaml'), 'utf8');
    expect(text).toBe(
      `${REPORT}answers:\n  value:\n    answer: no\n    why: Никто не читает\n    by: sales\n    who: r1\n    on: 2026-07-01\n`,
    );
  }, 30_000);

  test('a session goes on after Ctrl-Z and fg', async () => {
    const cwd = folderWith({ 'processes/report.yaml': REPORT });
    terminal = new Terminal(ARGV, cwd, true);
    const screen = terminal;
    await screen.waitFor('q  stop here');
    screen.press('n');
    await screen.waitFor('Why?');
    screen.press('half');
    await screen.waitFor('half');
    screen.press(KEYS.ctrlZ);
    await screen.waitFor('Stopped');
    screen.press(`fg${KEYS.enter}`);
    await screen.waitFor('audit.js ask');
    await new Promise((resolve) => setTimeout(resolve, 500));
    screen.press(` a reason${KEYS.enter}`);
    await screen.waitFor('Evidence');
    screen.press(KEYS.enter);
    await screen.waitFor('q  stop here');
    expect(readFileSync(join(cwd, 'processes/report.yaml'), 'utf8')).toContain('why: half a reason\n');
  }, 30_000);

  test('Ctrl-C right after a rejected line ends the session', async () => {
    const cwd = folderWith({ 'processes/report.yaml': REPORT });
    const screen = open(cwd);
    await screen.waitFor('q  stop here');
    screen.press('n');
    await screen.waitFor('Why?');
    screen.press(`...${KEYS.enter}${KEYS.ctrlC}`);
    expect(await screen.ended()).toBe(130);
  }, 30_000);

  // Where a session can be when it is killed, and what must be in the file by then.
  const upTo = [
    { at: 'before anything is answered', keys: [], kept: [] },
    { at: 'in the reason of the first answer', keys: ['n'], kept: [] },
    { at: 'in the evidence of the first answer', keys: ['n', KEYS.enter], kept: [] },
    { at: 'after the first answer', keys: ['n', KEYS.enter, KEYS.enter], kept: ['value'] },
    { at: 'in the reason of the second answer', keys: ['n', KEYS.enter, KEYS.enter, 'y'], kept: ['value'] },
    {
      at: 'after the third answer',
      keys: ['n', KEYS.enter, KEYS.enter, 'd', 'd'],
      kept: ['value', 'explanation', 'necessity'],
    },
  ];
  const WAITS: Record<string, string> = { n: 'Why?', y: 'Why?', d: 'q  stop here', [KEYS.enter]: '' };

  describe.each(upTo)('killed $at', ({ keys, kept }) => {
    const ways =
      kept.length === 1 ? (['SIGKILL', 'SIGTERM', 'SIGHUP', 'Ctrl-C'] as const) : (['SIGKILL', 'Ctrl-C'] as const);
    test.each(ways)(
      'by %s nothing confirmed is lost, and the next session goes on',
      async (how) => {
        const cwd = folderWith({ 'processes/report.yaml': REPORT });
        const screen = open(cwd);
        await screen.waitFor('q  stop here');
        let enters = 0;
        for (const key of keys) {
          screen.press(key);
          if (key === KEYS.enter) enters++;
          await screen.waitFor(key === KEYS.enter ? (enters % 2 === 1 ? 'Evidence' : 'q  stop here') : WAITS[key]!);
        }
        if (how === 'Ctrl-C') {
          screen.press(KEYS.ctrlC);
          expect(await screen.ended()).toBe(130);
        } else await screen.signal(how);
        expect(answered(cwd)).toEqual(kept);
        expect(readFileSync(join(cwd, 'processes/report.yaml'), 'utf8').startsWith(REPORT)).toBe(true);
        expect(readdirSync(join(cwd, 'processes'))).toEqual(['report.yaml']);
        const next = open(cwd);
        await next.waitFor(`question 1 of ${6 - kept.length}`);
      },
      30_000,
    );
  });
});

const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0;

/** Closes the terminal of a program, and says how that ended. */
const CLOSING = `
import os, pty, sys, time
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
seen = b''
while b'stop here' not in seen:
    seen += os.read(terminal, 65536)
time.sleep(0.3)
os.close(terminal)
_, status = os.waitpid(child, 0)
print(-os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))
`;

test.skipIf(!hasPython)(
  'a terminal that is closed ends a session like SIGHUP, and in no crash',
  () => {
    const cwd = folderWith({ 'processes/report.yaml': REPORT });
    const bin = fileURLToPath(new URL('../../bin/audit.js', import.meta.url));
    for (let round = 0; round < 3; round++) {
      const { stdout } = spawnSync('python3', ['-c', CLOSING, process.execPath, bin, ...ARGV], {
        cwd,
        encoding: 'utf8',
        timeout: 20_000,
        env: { ...process.env, CI: '', TERM: 'xterm' },
      });
      expect(stdout).toBe('-1\n');
    }
  },
  30_000,
);
