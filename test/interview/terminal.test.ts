import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../support/fake-io.js';
import { hasTerminal, Terminal } from '../support/terminal.js';

const REPORT = 'name: Weekly report # kept\nowner: finance\neffort: { minutes: 30, every: week, people: 8 }\n';
const ARGV = ['ask', '--role', 'sales', '--who', 'r1', '--as-of', '2026-07-01'];
const KEYS = { enter: '\r', ctrlC: '\u0003' };

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
  test('a session is held by keyboard only', async () => {
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
