import { expect, test } from 'vitest';
import { agendaFor } from '../../src/interview/agenda.js';
import { askFacts } from '../../src/interview/ask-facts.js';
import { holdSession } from '../../src/interview/session.js';
import { exampleProcess, skeleton } from '../../src/interview/skeleton.js';
import { settingsFor } from '../../src/judging/settings.js';
import { QUESTION_IDS } from '../../src/sales-process/vocabulary.js';
import { english } from '../../src/wording/en/index.js';
import { folderWith, run } from '../support/fake-io.js';
import { AS_OF } from '../support/generate.js';
import { judgeData } from '../support/judge-data.js';
import { plainWords, pseudoLocale } from '../support/pseudo-locale.js';
import { scriptedPrompter } from '../support/scripted-prompter.js';

/** Whatever a person reads is in the language that was passed in: what is in plain Latin letters here is not. */
const words = pseudoLocale(english);

const PROCESS = {
  name: 'Έκθεση',
  owner: 'οικονομικά',
  purpose: 'σκοπός',
  demands: ['ποσό'],
  effort: { minutes: [10, 20], every: 'per ημέρα', people: 2 },
};

function strange(text: string, allowed: readonly string[] = []): string[] {
  return plainWords(text).filter((word) => !allowed.includes(word));
}

test('a session speaks the language that was passed in', async () => {
  const judged = judgeData(PROCESS);
  const speaker = { role: 'sales' };
  const settings = settingsFor(AS_OF);
  const script = ['yes', '...', 'λόγος', 'λείπει', '', 'not-applicable', '', 'λόγος', 'back', 'unknown', 'no', '', ''];
  const prompter = scriptedPrompter(script);
  const said: string[] = [];
  await holdSession(agendaFor([judged], speaker, settings), speaker, AS_OF, {
    words,
    prompter,
    width: 80,
    say: (text) => said.push(text),
    save: async () => ({
      isSaved: false,
      reason: { key: 'system', why: { errno: 'ENOSPC', said: 'ENOSPC: no space' } },
    }),
    isEvidence: () => false,
  });
  const shown = [...said, ...prompter.seen].join('\n');
  expect(prompter.seen.filter((line) => line.startsWith('! '))).toHaveLength(3);
  expect(strange(shown, ['per', 'yes', 'not', 'applicable', 'unknown', ...QUESTION_IDS])).toEqual([]);
});

test.each([
  ['yaml', ['sheet', 'role', 'who', 'on', 'answers', 'answer', 'why', 'evidence', ...QUESTION_IDS]],
  ['markdown', []],
])('a sheet in %s is in the language that was passed in, but for its keys', async (format, keys) => {
  const cwd = folderWith({ 'αα.yaml': JSON.stringify(PROCESS) });
  const { stdout } = await run(['ask', '.', '--print', '-f', format], { cwd, words });
  expect(stdout).toContain(words.questions.value.asks);
  expect(strange(stdout, ['per', ...keys])).toEqual([]);
});

test('the questions about a new process, and its file, are in the language that was passed in', async () => {
  const script = [
    ' ',
    '...',
    'Έκθεση',
    '',
    'report',
    '',
    'ποσό',
    '',
    '',
    '',
    '',
    '',
    '',
    '1, 0',
    '',
    'x',
    '',
    '-1',
    '',
    'x',
    '',
  ];
  const prompter = scriptedPrompter(script);
  const { id, facts } = await askFacts(undefined, () => true, prompter, words.interview);
  expect(id).toBe('έκθεση');
  expect(prompter.seen.filter((line) => line.startsWith('! '))).toHaveLength(6);
  expect(strange(prompter.seen.join('\n'))).toEqual([]);
  const comments =
    [skeleton(facts, words), exampleProcess(words)].join('\n').match(/^#(?! \w+:|\s*- ).*|"[^"]*"/gm) ?? [];
  const yaml = ['answer', 'by', 'on', 'owner', 'sales', 'why', 'yes', ...QUESTION_IDS];
  expect(strange(comments.join('\n'), yaml)).toEqual([]);
});

test.each([
  ['a YAML mistake', 'name: "x\n'],
  ['a wrong value', 'name: Χ\nsince: 1\nstatus: 5\neffort: []\nownr: x\n'],
  ['no process', '# κενό\n'],
])('a problem is told in the language that was passed in: %s', async (_, text) => {
  const { stderr, exit } = await run(['ω.yaml', 'λείπει'], { cwd: folderWith({ 'ω.yaml': text }), words });
  expect(exit).toBe(2);
  expect(strange(stderr, ['yaml'])).toEqual([]);
});
