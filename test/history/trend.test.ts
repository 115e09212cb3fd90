import { expect, test } from 'vitest';
import { run } from '../support/fake-io.js';
import { Repository } from '../support/git.js';
import { ELIMINATED, HEAVY, KEPT } from '../support/processes.js';

/** The JSON report on the history of files, each state committed on its day; `null` deletes a file. */
async function told(...states: readonly (readonly [day: string, files: Readonly<Record<string, string | null>>])[]) {
  const repository = new Repository();
  for (const [day, files] of states) {
    for (const [id, text] of Object.entries(files))
      if (text === null) repository.remove(`processes/${id}.yaml`);
      else repository.write(`processes/${id}.yaml`, text);
    repository.commit(day, day);
  }
  const { stdout } = await run(['trend', '--every', 'commit', '-f', 'json'], { cwd: repository.folder });
  return JSON.parse(stdout);
}

test('a renamed file is the same process, so nothing was given back and nothing came', async () => {
  const { gone, came, steps } = await told(
    ['2026-01-01', { a: ELIMINATED }],
    ['2026-02-01', { a: null, b: ELIMINATED }],
  );
  expect([gone, came]).toEqual([[], []]);
  expect(steps[1]).toMatchObject({ came: [], eliminated: [] });
});

test('a process that came and went in between is in neither sum, and the sums add up', async () => {
  const { givenBack, added, between, steps } = await told(
    ['2026-01-01', { a: ELIMINATED, h: HEAVY }],
    ['2026-02-01', { b: ELIMINATED.replace('Useless', 'B') }],
    ['2026-03-01', { b: null, h: HEAVY.replace('minutes: 60', 'minutes: 30') }],
    ['2026-04-01', { c: KEPT }],
  );
  expect(between).toMatchObject([{ id: 'b', day: '2026-03-01' }]);
  expect([givenBack.hours.high, added.hours.high]).toEqual([460, 24]);
  const totals = steps.map((step: { hours: { hours: { high: number } } }) => step.hours.hours.high);
  expect(totals.at(-1)).toBe(totals[0] - 460 + 24);
  // What a process gave back by getting lighter is in the step as well.
  expect(steps[2]).toMatchObject({ lighter: ['h'], eliminated: ['b'], givenBack: { hours: { high: 920 } } });
});

test('a file that became unreadable and was deleted later is gone from the day it was deleted', async () => {
  const { gone, steps } = await told(
    ['2026-01-01', { a: ELIMINATED, b: KEPT }],
    ['2026-02-01', { a: 'name: [A\n' }],
    ['2026-03-01', { a: null }],
  );
  expect(steps.map(({ eliminated }: { eliminated: string[] }) => eliminated)).toEqual([[], [], ['a'], []]);
  expect(gone).toMatchObject([{ id: 'a', day: '2026-03-01', hours: { high: 460 } }]);
});
