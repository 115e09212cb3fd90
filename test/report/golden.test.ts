import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { questionIds } from '../../src/questions/index.js';
import { folderWith, run } from '../support/fake-io.js';

/** The shipped processes in every form, whole. A change shows here line by line; `vitest run -u` writes what is wanted. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const AS_OF = ['--as-of', '2026-11-23'];

describe('golden files', () => {
  test.each([
    ['report.txt', ['processes']],
    ['report-verbose.txt', ['processes', '--verbose']],
    ['report-by-score.txt', ['processes', '--only', 'eliminate', '--sort', 'score']],
    ['report-by-name.txt', ['processes', '--only', 'keep', '--sort', 'name']],
    ['report-by-owner.txt', ['processes', '--only', 'undecided', '--sort', 'owner']],
    ['report.json', ['processes', '--format', 'json']],
    ['show-eliminated.txt', ['show', 'visit-report', 'processes']],
    ['show-undecided.txt', ['show', 'crm-mandatory-fields', 'processes']],
    ['show-mandated.txt', ['show', 'consent-record', 'processes']],
    ['show-conditions.txt', ['show', 'customer-handover', 'processes']],
    ['show-kept.txt', ['show', 'weekly-sales-forecast', 'processes']],
    ['show-retired.txt', ['show', 'time-sheet', 'processes']],
  ])('%s', async (file, argv) => {
    const { stdout, stderr, exit } = await run([...argv, ...AS_OF], { cwd: root });
    expect([exit, stderr]).toEqual([0, '']);
    await expect(stdout.replace(/"version": ".*"/, '"version": "0.0.0"')).toMatchFileSnapshot(`golden/${file}`);
  });

  test('explanations', async () => {
    const topics = [[], ...questionIds.map((id) => [id])];
    const texts = await Promise.all(topics.map((topic) => run(['explain', ...topic], { cwd: root })));
    await expect(texts.map(({ stdout }) => stdout).join('\n')).toMatchFileSnapshot('golden/explain.txt');
  });
});

test('no pseudonym is ever in a report', async () => {
  const who = 'PSEUDONYM';
  const voices = (answer: string) =>
    `[{ answer: ${answer}, by: sales, who: ${who} }, { answer: ${answer}, by: owner, who: ${who} }]`;
  const answers = questionIds
    .map((id, index) => `  ${id}: ${voices(['yes', 'partly', 'no', 'unknown'][index % 4]!)}\n`)
    .join('');
  const cwd = folderWith({
    'processes/a.yaml': `name: A\ncrm: c\nforecast: { set_by: [sales] }\nanswers:\n${answers}`,
  });
  for (const argv of [['-v'], ['-f', 'json'], ['show', 'a'], ['show', 'a', '-f', 'json']]) {
    const { stdout } = await run(argv, { cwd });
    expect(stdout).toContain('A');
    expect(stdout).not.toContain(who);
  }
});
