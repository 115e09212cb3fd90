import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { questionIds } from '../../src/questions/index.js';
import { FORMAT_NAMES } from '../../src/report/formats/names.js';
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
  const formats = FORMAT_NAMES.flatMap((format) => [
    ['-f', format],
    ['check', '-f', format],
  ]);
  const others = [
    ['-v'],
    ['show', 'a'],
    ['show', 'a', '-f', 'json'],
    ['plan'],
    ['plan', '-f', 'json'],
    ['graph'],
    ['waivers'],
  ];
  for (const argv of [...formats, ...others, ['ask', '--print']]) {
    const { stdout } = await run(argv, { cwd });
    expect(stdout, argv.join(' ')).not.toBe('');
    expect(stdout, argv.join(' ')).not.toContain(who);
  }
});

describe('what a report says of one process', () => {
  const say = async (file: string, argv: string[] = []) =>
    (await run(argv, { cwd: folderWith({ 'processes/a.yaml': file }) })).stdout;

  test('the arithmetic is exact for fractions', async () => {
    const stdout = await say('name: A\neffort: { minutes: 12.5, every: 2 years, people: 2.5 }\n', ['show', 'a']);
    expect(stdout).toContain('12.5 min × 0.5 times a year × 2.5 people = 0.3 h a year');
  });

  test('the words of who does not know are quoted, not those of who knows', async () => {
    const stdout = await say(`name: A
answers:
  necessity: { answer: yes, why: needed }
  value: { answer: partly, by: sales }
  explanation:
    - { answer: yes, why: I UNDERSTAND IT, by: rep }
    - { answer: unknown, why: NOBODY TOLD US, by: sdr }
  feedback: { answer: no, by: sales }
  trust: { answer: no, by: sales }
  strategy: { answer: partly, by: sales }
`);
    expect(stdout).toContain('"NOBODY TOLD US" (sdr; 1 voice says otherwise)');
    expect(stdout).not.toContain('I UNDERSTAND IT');
  });

  test('a duty with everything open is not said to overrule what nobody has said', async () => {
    const stdout = await say('name: A\nmandate: { kind: law, reference: Act 3, review_by: 2027-01-01 }\n');
    expect(stdout).toContain('A duty keeps it; without it, it would not be kept.');
    expect(stdout).not.toContain('although');
  });

  test('voices that do not count are shown as such', async () => {
    const file =
      'name: A\nanswers: { value: [{ answer: yes, why: OWNER SAYS, by: cfo }, { answer: no, by: sales }] }\n';
    expect(await say(file, ['show', 'a'])).toMatch(/\(said\) {3}cfo: yes, "OWNER SAYS"; does not count/);
  });

  test('what was retired later is judged as on the day before', async () => {
    const file = 'name: A\nstatus: retired\nretired: { on: 2026-07-02, why: unused }\nanswers: { necessity: no }\n';
    expect(await say(file)).toContain('1 of 1 process unjustified');
    expect(await say(file, ['--as-of', '2026-07-02'])).toContain('RETIRED (1)');
  });

  test('a retired process is shown in JSON too', async () => {
    const file = 'name: A\nstatus: retired\nretired: { on: 2026-01-02, why: "\\e[31munused" }\n';
    expect(JSON.parse(await say(file, ['show', 'a', '-f', 'json']))).toMatchObject({ id: 'a', on: '2026-01-02' });
    expect(await say(file, ['show', 'a'])).toContain('\\u{1b}[31munused');
  });
});
