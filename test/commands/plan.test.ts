import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith, run } from '../support/fake-io.js';
import { ELIMINATED, KEPT } from '../support/processes.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Files = Readonly<Record<string, string>>;

function cwdWith(files: Files): string {
  return folderWith(Object.fromEntries(Object.entries(files).map(([id, text]) => [`processes/${id}.yaml`, text])));
}

test.each([
  ['plan.txt', ['plan']],
  ['plan-quiet.txt', ['plan', '--quiet']],
  ['plan.md', ['plan', '-f', 'markdown']],
  ['without.txt', ['plan', '--without', 'weekly-sales-forecast,crm-mandatory-fields']],
  ['without.md', ['plan', '--without', 'consent-record', '-f', 'markdown']],
])('audit plan prints what %s shows', async (file, argv) => {
  const { stdout, stderr, exit } = await run([...argv, '--as-of', '2026-11-23'], { cwd: root });
  expect([exit, stderr]).toEqual([0, '']);
  for (const line of stdout.split('\n')) if (file.endsWith('.txt')) expect([...line].length).toBeLessThanOrEqual(80);
  await expect(stdout).toMatchFileSnapshot(`../report/golden/${file}`);
});

test('audit plan says so if nothing is to be done', async () => {
  const { stdout } = await run(['plan'], { cwd: cwdWith({ kept: KEPT }) });
  expect(stdout).toContain('Nothing to do: every process is justified.');
});

test('audit plan calls only processes justified that were judged', async () => {
  const said = async (files: Record<string, string>) => (await run(['plan'], { cwd: cwdWith(files) })).stdout;
  expect(await said({ kept: KEPT, broken: 'nmae: x' })).toContain('every process that was judged is justified.');
  expect(await said({ broken: 'nmae: x' })).toContain('No process was judged.');
});

test('audit plan ends with 2 after a mistake in a file, and plans for the others', async () => {
  const { stdout, stderr, exit } = await run(['plan'], { cwd: cwdWith({ a: ELIMINATED, b: 'name: [B\n' }) });
  expect(exit).toBe(2);
  expect(stderr).toContain('processes/b.yaml:');
  expect(stdout).toContain('Remove: Useless');
});

test('audit plan in Markdown counts the words of few people but does not show them', async () => {
  const { stdout } = await run(['plan', '-f', 'markdown'], { cwd: cwdWith({ a: ELIMINATED }) });
  expect(stdout).toContain('- [ ] **1. Remove: Useless** (finance, 460 h a year): take it away');
  expect(stdout).not.toContain('nobody reads it');
});

test('audit plan --without says if a process is justified, or demanded by law', async () => {
  const mandate = 'mandate: { kind: law, reference: Act 1, review_by: 2027-01-01 }\n';
  const cwd = cwdWith({ kept: KEPT, law: `name: Law\n${mandate}` });
  const { stdout } = await run(['plan', '--without', 'Kept', '--without', 'law'], { cwd });
  expect(stdout).toContain('it is justified as it stands');
  expect(stdout.replace(/\s+/g, ' ')).toContain('a duty demands it: law: Act 1');
});

test('audit plan --without takes names that contain a comma', async () => {
  const cwd = cwdWith({ kept: KEPT, both: 'name: No form, no commission\n' });
  const named = await run(['plan', '--without', 'No form, no commission,kept'], { cwd });
  expect(named).toMatchObject({ exit: 0, stderr: '' });
  expect(named).toEqual(await run(['plan', '--without', 'both,kept'], { cwd }));
});

test.each([
  [['--without', 'kep'], 'did you mean "kept"?'],
  [['--without', 'kept, nobody'], 'there is no process "nobody"'],
  [['--without', ','], '--without needs the ids of processes'],
  [['--without', 'old'], '"old" is already retired'],
])('audit plan %j ends with 2 and says why', async (flags, why) => {
  const cwd = cwdWith({ kept: KEPT, old: 'name: Old\nstatus: retired\nretired: { on: 2026-01-01, why: x }\n' });
  const { exit, stderr } = await run(['plan', ...flags], { cwd });
  expect(exit).toBe(2);
  expect(stderr).toContain(why);
});
